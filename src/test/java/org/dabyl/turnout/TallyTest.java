package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void aMinuteBelongsToOneSpan() {
        Tally tally = Tally.read(List.of(Map.of("110", "1", "111", "2", "130", "4", "131", "8")));

        assertThat(tally.arrivingBetween(0, 110)).isEqualTo(1);
        assertThat(tally.arrivingBetween(110, 130)).isEqualTo(6);
        assertThat(tally.arrivingBetween(130, Long.MAX_VALUE - 1)).isEqualTo(8);
    }
}
