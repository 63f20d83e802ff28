package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dabyl.district.Sketch.code;
import static org.dabyl.district.Sketch.codes;

import java.time.ZoneId;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DistrictsTest {

    /** Children stand before their parents in this file. */
    private final Districts districts = new Sketch()
            .point("yard", 76.81, 43.27, "\"parent\": \"quarter\", \"neighbours\": [\"garden\"]")
            .point("garden", 76.82, 43.27, "\"parent\": \"quarter\"")
            .point("quarter", 76.8, 43.2, "\"parent\": \"city\", \"zone\": \"Asia/Oral\"")
            .point("village", 77.5, 43.2, "")
            .point("city", 76.9, 43.2, "")
            .point("suburb", 77.0, 43.2, "\"parent\": \"city\"")
            .districts();

    @Test
    void parentsStandBeforeTheirChildren() {
        assertThat(codes(districts.all())).containsExactly("village", "city", "quarter", "yard", "garden", "suburb");
        assertThat(codes(districts.roots())).containsExactly("village", "city");
        assertThat(codes(districts.children(code("city")))).containsExactly("quarter", "suburb");
        assertThat(districts.children(code("yard"))).isEmpty();
    }

    @Test
    void ancestorsComeNearestFirst() {
        assertThat(codes(districts.ancestors(code("yard")))).containsExactly("quarter", "city");
        assertThat(districts.ancestors(code("city"))).isEmpty();
    }

    @Test
    void anAlertCallsWhoIsBelowAndWhoRegisteredAboveButNoSibling() {
        assertThat(districts.withDescendants(code("quarter")))
                .containsExactly(code("quarter"), code("yard"), code("garden"));
        assertThat(districts.calledFor(code("quarter")))
                .containsExactlyInAnyOrder(code("quarter"), code("yard"), code("garden"), code("city"));
        assertThat(districts.calledFor(code("yard")))
                .containsExactlyInAnyOrder(code("yard"), code("quarter"), code("city"));
    }

    @Test
    void aDistrictCoversItselfAndWhatIsBelow() {
        assertThat(districts.covers(code("city"), code("yard"))).isTrue();
        assertThat(districts.covers(code("yard"), code("yard"))).isTrue();
        assertThat(districts.covers(code("yard"), code("city"))).isFalse();
        assertThat(districts.covers(code("village"), code("yard"))).isFalse();
    }

    @Test
    void aRightToADistrictThatIsGoneIsWorthNothing() {
        assertThat(districts.covers(code("gone"), code("gone"))).isFalse();
        assertThat(districts.covers(code("gone"), code("yard"))).isFalse();
        assertThat(districts.covers(code("city"), code("gone"))).isFalse();
    }

    @Test
    void anUnknownCodeIsNamed() {
        assertThat(districts.find(code("gone"))).isEmpty();
        assertThatThrownBy(() -> districts.get(code("gone")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void neighboursNameEachOther() {
        assertThat(districts.get(code("yard")).neighbours()).containsExactly(code("garden"));
        assertThat(districts.get(code("garden")).neighbours()).containsExactly(code("yard"));
    }

    @Test
    void theZoneComesFromTheNearestThatNamesOne() {
        assertThat(districts.get(code("yard")).zone()).isEqualTo(ZoneId.of("Asia/Oral"));
        assertThat(districts.get(code("city")).zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
        String tokyo = new Sketch()
                .point("here", 139, 35, "")
                .text()
                .replace("\"features\"", "\"zone\": \"Asia/Tokyo\", \"features\"");
        assertThat(Sketch.read(tokyo).get(code("here")).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void aNameInALanguageWeDoNotSpeakIsRussian() {
        District yard = districts.get(code("yard"));

        assertThat(yard.name("kk")).isEqualTo("yard kk");
        assertThat(yard.name("en-GB")).isEqualTo("yard en");
        assertThat(yard.name("de")).isEqualTo("yard ru");
        assertThat(yard.name("")).isEqualTo("yard ru");
        assertThat(yard.name("not a tag!")).isEqualTo("yard ru");
    }

    @Test
    void aFeatureMayHoldMoreThanWeRead() {
        Districts read = new Sketch()
                .point("here", 76, 43, "\"parent\": null, \"population\": [1, {\"x\": null}, true]")
                .districts();

        assertThat(read.get(code("here")).parent()).isNull();
    }

    @Test
    void aGivenCentreWinsOverTheComputedOne() {
        Districts read = new Sketch()
                .square("computed", 76, 43, 1, "")
                .square("given", 76, 43, 1, "\"centre\": [76.1, 43.2]")
                .districts();

        assertThat(read.get(code("computed")).centre()).isEqualTo(new Point(43.5, 76.5));
        assertThat(read.get(code("given")).centre()).isEqualTo(new Point(43.2, 76.1));
    }

    @Test
    void theQuorumIsWhatTheFileSaysForTheDistrictOrTheNextOneAboveIt() {
        Districts sketch = new Sketch()
                .point("plain", 76, 43, "")
                .point("city", 76, 43, "\"quorum\": {\"reports\": 5, \"days\": 30}")
                .point("quarter", 76, 43, "\"parent\": \"city\", \"quorum\": {\"days\": 0, \"minutes\": 4}")
                .point("yard", 76, 43, "\"parent\": \"quarter\", \"quorum\": false")
                .point("house", 76, 43, "\"parent\": \"yard\"")
                .districts();

        assertThat(sketch.get(code("plain")).quorum()).isEqualTo(new Quorum(null, null, null, null));
        assertThat(sketch.get(code("quarter")).quorum()).isEqualTo(new Quorum(true, 5, 4, 0));
        assertThat(sketch.get(code("yard")).quorum().on()).isFalse();
        assertThat(sketch.get(code("house")).quorum().on()).isFalse();
    }
}
