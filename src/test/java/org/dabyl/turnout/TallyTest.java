package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dabyl.supporter.Skill;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void theBotsAreAddedUp() {
        Tally tally = Tally.read(List.of(
                Map.of("here", "2", "100", "3", "no", "1"), Map.of("100", "1", "105", "4", "home", "5"), Map.of()));

        assertThat(tally.coming()).isEqualTo(Map.of(100L, 4L, 105L, 4L));
        assertThat(tally.here()).isEqualTo(2);
        assertThat(tally.cannot()).isEqualTo(1);
        assertThat(tally.home()).isEqualTo(5);
        assertThat(tally.onTheWay()).isEqualTo(8);
        assertThat(tally.answered()).isEqualTo(16);
    }

    @Test
    void whatIsCountedBesideTheAnswersIsNoMinute() {
        Tally tally = Tally.read(List.of(
                Map.of("way:ten", "2", "skill:first_aid", "1", "others", "5", "100", "2"),
                Map.of("way:ten", "1", "way:later", "4", "skill:first_aid", "2", "105", "5")));

        assertThat(tally.within()).isEqualTo(Map.of(Within.TEN, 3L, Within.LATER, 4L));
        assertThat(tally.skills()).isEqualTo(Map.of(Skill.FIRST_AID, 3L));
        assertThat(tally.there()).isEqualTo(5);
        assertThat(tally.coming()).isEqualTo(Map.of(100L, 2L, 105L, 5L));
    }

    @Test
    void itIsReadFromTheLineThatWasMadeOfIt() {
        Tally tally = Tally.read(List.of(
                Map.of("way:ten", "2", "skill:first_aid", "1", "here", "5", "100", "2", "no", "3", "home", "1")));

        assertThat(Tally.read(tally.counting(9).form())).isEqualTo(tally.counting(9));
        assertThat(Tally.read("")).isEqualTo(Tally.read(List.of()));
    }

    @Test
    void aMinuteBelongsToOneSpan() {
        Tally tally = Tally.read(List.of(Map.of("110", "1", "111", "2", "130", "4", "131", "8")));

        assertThat(tally.arrivingBetween(0, 110)).isEqualTo(1);
        assertThat(tally.arrivingBetween(110, 130)).isEqualTo(6);
        assertThat(tally.arrivingBetween(130, Long.MAX_VALUE - 1)).isEqualTo(8);
    }
}
