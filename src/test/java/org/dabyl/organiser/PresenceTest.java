package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class PresenceTest {

    private final SettableClock clock = new SettableClock();
    private final Presence presence = new Presence(TestRedis.template(), clock);
    private final Told told = new Told(TestRedis.template());
    private final Organiser organiser = organiser(1);

    @Test
    void whoWasNeverHeardIsHeardNowAndStaysSo() {
        Instant first = clock.instant();
        assertThat(presence.lastHeard(organiser)).isEqualTo(first);
        clock.pass(Duration.ofHours(1));
        assertThat(presence.lastHeard(organiser)).isEqualTo(first);
        presence.heard(organiser);
        assertThat(presence.lastHeard(organiser)).isEqualTo(clock.instant());
        assertThat(presence.lastAsked(organiser)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void eachIsToldOnceAndWhoWasNotReachedAgain() {
        List<Organiser> heard = new ArrayList<>();
        assertThat(told.each("news", List.of(organiser, organiser(2)), other -> {
                    heard.add(other);
                    return other.equals(organiser);
                }))
                .isFalse();
        assertThat(told.each("news", List.of(organiser, organiser(2)), heard::add))
                .isTrue();
        assertThat(told.each("news", List.of(organiser, organiser(2)), heard::add))
                .isTrue();

        assertThat(heard).containsExactly(organiser, organiser(2), organiser(2));
    }

    @Test
    void leavingErasesWhenOneWasHeardAndWhatOneWasTold() {
        presence.heard(organiser);
        presence.asked(organiser);
        presence.missed(organiser);
        told.each("news", List.of(organiser), other -> true);

        presence.erase(organiser.address());
        told.erase(organiser.address());

        assertThat(Contents.read()).isEmpty();
    }

    private static Organiser organiser(int number) {
        return new Organiser(TestFleet.person(7, number), Language.EN, true, Set.of());
    }
}
