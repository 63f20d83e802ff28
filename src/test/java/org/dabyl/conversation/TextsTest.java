package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dabyl.delivery.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void everyPhraseHasWordsAndNoWordsAreLeftOver(Language language) throws IOException {
        Set<String> phrases = Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());

        assertThat(phrases).hasSameSizeAs(Phrase.values());
        assertThat(words(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(phrases);
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void noKeyIsWrittenTwice(Language language) throws IOException {
        try (var in = open(language)) {
            List<String> keys = in.readAllAsString()
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();

            assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(Phrase.values());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageFillsInTheSame(Phrase phrase) throws IOException {
        SortedSet<String> places = places(Language.EN, phrase);

        assertThat(places(Language.KK, phrase)).isEqualTo(places);
        assertThat(places(Language.RU, phrase)).isEqualTo(places);
        assertThat(places).allSatisfy(place -> assertThat(place.charAt(1) - '0').isLessThan(places.size()));
    }

    @ParameterizedTest
    @EnumSource
    void noOtherBracesStandInAText(Phrase phrase) throws IOException {
        for (Language language : Language.values()) {
            assertThat(PLACE.matcher(raw(language, phrase)).replaceAll("")).doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>x</b> &amp; *x* _y_ `z` [a](http://b)",
                "$1 $0 ${x}",
                "\\ \\n \\u0041",
                "{0} {1} {9}",
                "%s %n",
                ""
            })
    void whatIsFilledInStaysAsItIs(String filling) throws IOException {
        for (Language language : Language.values()) {
            assertThat(texts.get(language, Phrase.PREVIEW_SEND, filling))
                    .isEqualTo(raw(language, Phrase.PREVIEW_SEND).replace("{0}", filling));
        }
    }

    @Test
    void fillingsStandAtTheirPlaces() {
        assertThat(texts.get(Language.EN, Phrase.ALERT_BUTTON, "{1}", "two"))
                .contains("{1}", "two")
                .doesNotContain("{0}");
    }

    @Test
    void linesOfATextAreLines() {
        for (Language language : Language.values()) {
            assertThat(texts.get(language, Phrase.HELP_SUPPORTER).lines()).hasSizeGreaterThan(8);
            assertThat(texts.get(language, Phrase.HELP_SUPPORTER)).doesNotContain("\\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noEnglishIsLeftInTheOtherLanguages(Phrase phrase) throws IOException {
        boolean bare = PLACE.matcher(raw(Language.EN, phrase))
                .replaceAll("")
                .codePoints()
                .noneMatch(Character::isLetter);

        if (!bare) {
            assertThat(raw(Language.EN, phrase))
                    .isNotEqualTo(raw(Language.RU, phrase))
                    .isNotEqualTo(raw(Language.KK, phrase));
        }
    }

    private static SortedSet<String> places(Language language, Phrase phrase) throws IOException {
        return PLACE.matcher(raw(language, phrase))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String raw(Language language, Phrase phrase) throws IOException {
        return words(language).getProperty(phrase.key());
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        try (var in = open(language)) {
            words.load(in);
        }
        return words;
    }

    private static InputStreamReader open(Language language) {
        var in = TextsTest.class.getResourceAsStream("/texts/" + language.tag() + ".properties");
        return new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
    }
}
