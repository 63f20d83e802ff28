package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongDistrictFileTest {

    private static final String GOOD = """
            {
              "type": "FeatureCollection",
              "zone": "Asia/Almaty",
              "features": [
                {
                  "type": "Feature",
                  "geometry": {
                    "type": "Point",
                    "coordinates": [76.9, 43.2]
                  },
                  "properties": {
                    "code": "alatau",
                    "name": {"kk": "Алатау", "ru": "Алатау", "en": "Alatau"}
                  }
                },
                {
                  "type": "Feature",
                  "geometry": {
                    "type": "Polygon",
                    "coordinates": [[
                      [76.8, 43.2], [76.9, 43.2],
                      [76.9, 43.3], [76.8, 43.2]
                    ]]
                  },
                  "properties": {
                    "code": "bakay",
                    "name": {"kk": "Бақай", "ru": "Бакай", "en": "Bakay"},
                    "zone": "Asia/Almaty",
                    "parent": "alatau",
                    "neighbours": [
                      "alatau"
                    ]
                  }
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theFileIsGoodBeforeItIsSpoilt() throws IOException {
        assertThat(Districts.read(written(GOOD)).all()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    "type": "FeatureCollection" | "type": "Topology"       | line 2: "type" must be "FeatureCollection"
                    "zone": "Asia/Almaty",      | "zone": "Asia/Verny",    | line 3: "Asia/Verny" is no time zone such as "Asia/Almaty"
                    "features"                  | "feature"                | line 1: "features" is missing
                    "type": "Feature",          | "type": "Thing",        | line 6: "type" must be "Feature"
                    "type": "Feature",          | "x": 1,                  | line 5: "type" is missing
                    "type": "Point"             | "type": "LineString"     | line 8: a geometry must be a Point, a Polygon or a MultiPolygon
                    "type": "Point"             | "x": 1                   | line 7: "type" is missing
                    "geometry"                  | "geo"                    | line 5: "geometry" is missing
                    "properties": {             | "properties": 1, "x": {  | line 11: properties must be an object
                    "properties"                | "props"                  | line 5: "properties" is missing
                    [76.9, 43.2]                | [76.9, 143.2]            | line 9: the latitude 143.2 is not within -90 to 90; GeoJSON puts the longitude first
                    [76.9, 43.2]                | [276.9, 43.2]            | line 9: the longitude 276.9 is not within -180 to 180; GeoJSON puts the longitude first
                    [76.9, 43.2]                | [76.9, 1e999]            | line 9: the latitude Infinity is not within -90 to 90; GeoJSON puts the longitude first
                    [76.9, 43.2]                | [76.9]                   | line 9: a position is [longitude, latitude]
                    [76.9, 43.2]                | "76.9, 43.2"             | line 9: a position must be a list
                    [76.9, 43.2]                | [76.9, "43.2"]           | line 9: a coordinate must be a number
                    [76.9, 43.2]                | [76.9, null]             | line 9: a coordinate must be a number
                    "code": "alatau"            | "cod": "alatau"          | line 11: "code" is missing
                    "code": "alatau"            | "code": null             | line 11: "code" is missing
                    "code": "alatau"            | "code": 7                | line 12: code must be a text
                    "code": "alatau"            | "code": "Ala tau"        | line 12: "Ala tau" is no code, which is 2 to 40 of a-z, 0-9 and -
                    "code": "alatau"            | "code": "a", "code": "b" | line 12: this is not JSON: Duplicate Object property "code"
                    "name": {"kk": "Алатау",    | "name": {                | line 13: "alatau" has no name in "kk"
                    "en": "Alatau"              | "en": " "                | line 13: "alatau" has no name in "en"
                    "en": "Alatau"              | "en": 1                  | line 13: en must be a text
                    "name"                      | "names"                  | line 11: "name" is missing
                    [76.9, 43.3],               |                          | line 20: a ring needs at least 4 points, the last equal to the first; this has 3
                    [76.9, 43.3], [76.8, 43.2]  | [76.9, 43.3], [76.8, 43] | line 20: this ring is not closed: its last point must equal its first
                    [76.9, 43.3], [76.8, 43.2]  | [76.9, 43.3], [76, 99]   | line 22: the latitude 99.0 is not within -90 to 90; GeoJSON puts the longitude first
                    "code": "bakay"             | "code": "alatau"         | line 26: the code "alatau" is already used on line 12
                    "zone": "Asia/Almaty",      | "zone": 6,               | line 3: zone must be a text
                    "parent": "alatau"          | "parent": "alatauu"      | line 29: "bakay" names the parent "alatauu", which is not in the file
                    "parent": "alatau"          | "parent": "bakay"        | line 29: "bakay" would be above itself through the parent "bakay"
                    "parent": "alatau"          | "parent": ["alatau"]     | line 29: parent must be a text
                    "parent": "alatau"          | "centre": [76, 99]       | line 29: the latitude 99.0 is not within -90 to 90; GeoJSON puts the longitude first
                    "parent": "alatau"          | "quorum": 3              | line 29: quorum must be an object, true or false
                    "parent": "alatau"          | "quorum": "no"           | line 29: quorum must be an object, true or false
                    "parent": "alatau"          | "quorum": {"reports": 1} | line 29: reports must be a whole number from 2 to 1000
                    "parent": "alatau"          | "quorum": {"minutes": 0} | line 29: minutes must be a whole number from 1 to 1440
                    "parent": "alatau"          | "quorum": {"days": 3651} | line 29: days must be a whole number from 0 to 3650
                    "parent": "alatau"          | "quorum": {"days": 1.5}  | line 29: days must be a whole number from 0 to 3650
                    "parent": "alatau"          | "quorum": {"days": "7"}  | line 29: days must be a number
                    "parent": "alatau"          | "quorum": {"report": 4}  | line 29: quorum knows no "report", but reports, minutes and days
                    "neighbours": [             | "neighbours": ["none",   | line 30: "bakay" names the neighbour "none", which is not in the file
                    "neighbours": [             | "neighbours": ["bakay",  | line 30: "bakay" names itself as a neighbour
                    "neighbours": [             | "neighbours": [3,        | line 30: a neighbour must be a text
                    "neighbours": [             | "neighbours": {}, "x": [ | line 30: neighbours must be a list
                    [76.8, 43.2], [76.9, 43.2], | [43.2, 76.8], [43.2, 76.9], [43.3, 76.9], [43.2, 76.8]]], "x": [[ | line 20: "bakay" is 4052 km away from its parent; GeoJSON puts the longitude first
                    """)
    void aMistakeIsToldWithItsLine(String good, String wrong, String reason) throws IOException {
        assertThat(GOOD).contains(good);
        String spoilt = GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(wrong == null ? "" : wrong));

        assertRefused(spoilt, "districts.geojson, " + reason);
    }

    @Test
    void aCycleOfParentsIsRefusedWhereItIsNamed() throws IOException {
        String cycle = new Sketch()
                .point("below", 76, 43, "\"parent\": \"one\"")
                .point("one", 76, 43, "\"parent\": \"two\"")
                .point("two", 76, 43, "\"parent\": \"one\"")
                .text();

        assertRefused(cycle, "districts.geojson, line 4: \"one\" would be above itself through the parent \"two\"");
    }

    @Test
    void aNeighbourIsRefusedOnItsOwnLine() throws IOException {
        assertRefused(
                GOOD.replace("\"alatau\"\n        ]", "\"alatau\",\n          \"gone\"\n        ]"),
                "districts.geojson, line 32: \"bakay\" names the neighbour \"gone\", which is not in the file");
    }

    @Test
    void aNameThatFitsNoButtonIsRefused() throws IOException {
        assertRefused(
                GOOD.replace("Alatau", "A".repeat(61)),
                "districts.geojson, line 13: this name is longer than 60 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | line 1: the file is empty
                    []                                              | line 1: the file must be an object
                    {"type": "FeatureCollection", "features": []}   | line 1: there is no district in "features"
                    {"type": "FeatureCollection", "features": [1]}  | line 1: a feature must be an object
                    {"type": "FeatureCollection", "features": {}}   | line 1: features must be a list
                    {"type": "FeatureCollection", "features": null} | line 1: "features" is missing
                    """)
    void aFileWithoutDistrictsIsRefused(String text, String reason) throws IOException {
        assertRefused(text, "districts.geojson, " + reason);
    }

    @Test
    void anEmptyOutlineIsRefused() throws IOException {
        assertRefused(
                new Sketch().geometry("here", "MultiPolygon", "[\n[]]", "").text(),
                "districts.geojson, line 4: this outline has no points");
    }

    @Test
    void whatIsNotJsonIsToldWithItsLine() {
        assertThatThrownBy(() -> Districts.read(written(GOOD.replace("\"code\": \"bakay\",", "\"code\": bakay,"))))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessageStartingWith("districts.geojson, line 26: this is not JSON: Unrecognized token 'bakay'")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> Districts.read(written(GOOD.substring(0, 300))))
                .hasMessageMatching("districts.geojson, line 1\\d: this is not JSON: Unexpected end-of-input[^\n]*");
        assertThatThrownBy(() -> Districts.read(written(GOOD + "{}")))
                .hasMessage("districts.geojson, line 37: something follows the end of the JSON");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedOnTheFirstLineThatShowsIt() throws IOException {
        Path file = folder.resolve("districts.geojson");
        Files.write(file, GOOD.getBytes(Charset.forName("windows-1251")));

        assertThatThrownBy(() -> Districts.read(file))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessageStartingWith("districts.geojson, line 13: this is not JSON: Invalid UTF-8");
    }

    @Test
    void aBottomlessFileIsRefused() {
        assertThatThrownBy(() -> Districts.read(written("[".repeat(100_000))))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessageStartingWith("districts.geojson, line 1: this is not JSON: ");
    }

    @Test
    void anEndlessNumberIsRefused() {
        assertThatThrownBy(
                        () -> Districts.read(written(GOOD.replace("[76.9, 43.2]", "[76.9, " + "4".repeat(2000) + "]"))))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessageStartingWith("districts.geojson, line ");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoMistake() throws IOException {
        assertThat(Districts.read(written("\uFEFF" + GOOD.replace("\n", "\r\n")))
                        .all())
                .hasSize(2);
        assertRefused(
                GOOD.replace("\n", "\r\n").replace("\"parent\": \"alatau\"", "\"parent\": \"gone\""),
                "districts.geojson, line 29: \"bakay\" names the parent \"gone\", which is not in the file");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> Districts.read(folder.resolve("none.geojson")))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessage("none.geojson: there is no such file in " + folder);
        assertThatThrownBy(() -> Districts.read(folder))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessage(folder.getFileName() + ": the file cannot be read");
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsRefused() throws IOException {
        String filled = GOOD + " ".repeat(DistrictFile.MOST_BYTES - GOOD.getBytes(StandardCharsets.UTF_8).length);

        assertThat(Districts.read(written(filled)).all()).hasSize(2);
        assertRefused(filled + " ", "districts.geojson: the file is larger than 10 MB");
    }

    private void assertRefused(String text, String sentence) {
        assertThatThrownBy(() -> Districts.read(written(text)))
                .isInstanceOf(WrongDistrictFile.class)
                .hasMessage(sentence);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("districts.geojson"), text);
    }
}
