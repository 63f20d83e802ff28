package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.district.DistrictCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoudTest {

    private static final Instant BEGIN = Instant.parse("2026-04-05T05:30:00Z");
    private static final DistrictCode AKSAY = new DistrictCode("aksay");

    private final List<Entry> entries = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            names = {
                "SUSPENSION_ASKED",
                "REINSTATEMENT_ASKED",
                "WIPE_ASKED",
                "WIPE_WORD_SET",
                "WIPE_WORD_WRONG",
                "INVITED",
                "LOCKED",
                "UNLOCKED"
            })
    void whatIsAskedAgainAndAgainRingsOnceInHalfAnHour(Act act) {
        did(1, act, "12", 0);
        did(1, act, "12", 1);
        did(1, act, "12", 29);
        did(1, act, "12", 30);
        did(1, act, "12", 59);

        assertThat(minutes()).containsExactly(0L, 30L);
    }

    @Test
    void anotherWishOrThatOfAnotherOrganiserRings() {
        did(1, Act.SUSPENSION_ASKED, "12", 0);
        did(2, Act.SUSPENSION_ASKED, "12", 1);
        did(1, Act.SUSPENSION_ASKED, "13", 2);
        did(1, Act.REINSTATEMENT_ASKED, "12", 3);

        assertThat(minutes()).containsExactly(0L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOINED", "SUSPENDED", "REINSTATED", "STEPPED_DOWN", "CHANNEL_BOUND", "CHANNEL_UNBOUND"})
    void whatChangesWhoMayCallOrWhoReadsRingsEachTime(Act act) {
        did(1, act, "12", 0);
        did(1, act, "12", 1);

        assertThat(minutes()).containsExactly(0L, 1L);
    }

    @Test
    void whatIsDoneInAnAlertDoesNotRing() {
        did(1, Act.UPDATED, "12", 0);
        did(1, Act.RAISED, "12", 1);

        assertThat(minutes()).isEmpty();
    }

    private void did(int by, Act act, String about, long minute) {
        Instant at = BEGIN.plus(Duration.ofMinutes(minute));
        entries.add(new Entry(entries.size() + 1, at, by, act, Set.of(AKSAY), about, ""));
    }

    private List<Long> minutes() {
        return Loud.of(entries).stream()
                .map(entry -> Duration.between(BEGIN, entry.at()).toMinutes())
                .sorted()
                .toList();
    }
}
