package org.dabyl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Origin;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What organisers decide, who is told, and what it does to the records of those who reported. */
@ExtendWith(TestRedis.class)
class VerdictsTest {

    private final Street street = new Street();
    private final Address aigul = person(7, 1);
    private final Address serik = person(7, 2);

    @BeforeEach
    void register() {
        List.of(aigul, serik).forEach(person -> street.register(person, "ulzhan"));
    }

    @Test
    void anAlertAnswersEveryReportOfItsDistrict() {
        Event event = street.event(List.of(aigul, serik), "ulzhan");
        Alert alert = street.alerts.raise("alatau");

        street.verdicts.raised(alert);
        street.pass(Duration.ZERO);

        assertThat(street.now(event).state()).isEqualTo(State.RAISED);
        assertThat(street.now(event).alert()).contains(alert.id());
        assertThat(street.delivery.deliver())
                .containsExactlyInAnyOrder(new Read(aigul, "told RAISED"), new Read(serik, "told RAISED"));
        assertThat(street.records.of(aigul)).isEqualTo(new TrackRecord(1, 0, Optional.empty()));
    }

    @Test
    void anAlertElsewhereAnswersNothing() {
        Event event = street.event(aigul, "ulzhan");

        street.verdicts.raised(street.alerts.raise("shanyrak-1"));

        assertThat(street.now(event).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whoReportsWhileTheAlertRunsHearsThatItIsOut() {
        Event event = street.event(aigul, "ulzhan");
        street.verdicts.raised(street.alerts.raise("ulzhan"));

        assertThat(street.report(serik, "ulzhan")).isInstanceOfSatisfying(Filed.Known.class, known -> assertThat(
                        known.event().id())
                .isEqualTo(event.id()));
    }

    @Test
    void toldTwiceIsToldAndJudgedOnce() {
        Event event = street.event(aigul, "ulzhan");
        street.verdicts.falseAlarm(event.id());
        street.pass(Duration.ZERO);

        street.timetable.at("told", event.id().value(), street.clock.instant());
        street.pass(Duration.ZERO);

        assertThat(street.delivery.deliver()).containsExactly(new Read(aigul, "told FALSE"));
        assertThat(street.records.of(aigul)).isEqualTo(new TrackRecord(0, 1, Optional.empty()));
    }

    @Test
    void ofTwoOrganisersTheFirstCounts() {
        Event event = street.event(aigul, "ulzhan");

        assertThat(street.verdicts.falseAlarm(event.id())).isTrue();
        street.verdicts.raised(street.alerts.raise("ulzhan"));
        // pressed again, or heard again after a crash
        assertThat(street.verdicts.falseAlarm(event.id())).isTrue();

        assertThat(street.now(event).state()).isEqualTo(State.FALSE);
    }

    @Test
    void threeFalseReportsInARowSuspendForAWhileAndTheReporterIsTold() {
        for (int i = 0; i < 3; i++) {
            Event event = street.event(aigul, "ulzhan");
            street.verdicts.falseAlarm(event.id());
            street.pass(Duration.ofHours(1));
        }

        assertThat(street.delivery.deliver())
                .extracting(Read::text)
                .containsExactly("told FALSE", "told FALSE", "suspended FALSE");
        assertThat(street.report(aigul, "ulzhan")).isInstanceOf(Filed.Suspended.class);
        street.clock.pass(Duration.ofDays(3));
        assertThat(street.report(aigul, "ulzhan")).isInstanceOf(Filed.Counted.class);
    }

    @Test
    void aRightReportForgivesTheFalseOnesBefore() {
        for (boolean right : List.of(false, false, true, false, false)) {
            EventId event = street.event(aigul, "ulzhan").id();
            if (right) {
                street.verdicts.raised(street.alerts.raise("ulzhan"));
            } else {
                street.verdicts.falseAlarm(event);
            }
            street.pass(Duration.ofHours(1));
        }

        assertThat(street.records.of(aigul)).isEqualTo(new TrackRecord(1, 4, Optional.empty()));
    }

    @Test
    void tooManyReportsInAnHourAreRefused() {
        for (int i = 0; i < 6; i++) {
            assertThat(street.report(aigul, "ulzhan")).isInstanceOf(Filed.Counted.class);
        }

        assertThat(street.report(aigul, "ulzhan")).isInstanceOf(Filed.TooMany.class);
        assertThat(street.report(serik, "ulzhan")).isInstanceOf(Filed.Counted.class);
    }

    @Test
    void anyOrganiserConfirmsWhatTheResidentsRaised() {
        Event event = raisedByResidents();

        assertThat(street.verdicts.confirm(event.id())).isTrue();
        assertThat(street.verdicts.callOff(event.id())).isFalse();
        street.pass(Duration.ZERO);

        assertThat(street.open()).extracting(Alert::origin).containsExactly(Origin.CONFIRMED);
        assertThat(street.records.of(event.sightings().getFirst().reporter()).right())
                .isEqualTo(1);
        assertThat(street.delivery.deliver()).extracting(Read::text).contains("told CONFIRMED");
    }

    @Test
    void anyOrganiserCallsItOff() {
        Event event = raisedByResidents();

        assertThat(street.verdicts.callOff(event.id())).isTrue();
        assertThat(street.verdicts.confirm(event.id())).isFalse();
        street.pass(Duration.ZERO);

        assertThat(street.open()).isEmpty();
        assertThat(street.records.of(event.sightings().getFirst().reporter()).wrong())
                .isEqualTo(1);
        assertThat(street.delivery.deliver()).extracting(Read::text).contains("told OFF");
    }

    @Test
    void whatNobodyAnswersIsToldToThoseWhoReportedIt() {
        street.event(aigul, "ulzhan");
        Event answered = street.event(List.of(reported("shanyrak-1")), "shanyrak-1");
        street.events.hold(answered.id());

        street.pass(Duration.ofMinutes(10));

        assertThat(street.delivery.deliver()).containsExactly(new Read(aigul, "unanswered"));
    }

    private Address reported(String district) {
        return street.newcomer(district);
    }

    private Event raisedByResidents() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        street.pass(Duration.ofMinutes(2));
        assertThat(street.now(event).state()).isEqualTo(State.UNCONFIRMED);
        return event;
    }
}
