package org.dabyl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Plan;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When residents raise an alert without an organiser, and when no trick makes them. */
@ExtendWith(TestRedis.class)
class QuorumStepTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Street street = new Street();

    @Test
    void threeResidentsRaiseItWhenNoOrganiserAnswersForTwoMinutes() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");

        street.pass(PATIENCE.minusMillis(1));
        assertThat(street.open()).isEmpty();
        street.pass(Duration.ofMillis(1));

        Alert alert = street.open().getFirst();
        assertThat(alert.origin()).isEqualTo(Origin.RESIDENTS);
        assertThat(alert.district()).isEqualTo(event.district());
        assertThat(alert.plan().kind()).isEqualTo(Kind.BULLDOZERS);
        assertThat(street.now(event).state()).isEqualTo(State.UNCONFIRMED);
        assertThat(street.now(event).alert()).contains(alert.id());
    }

    @Test
    void theThirdReportRaisesItWheneverItComes() {
        List<Address> residents = street.residents(3, "ulzhan");
        street.event(residents.subList(0, 2), "ulzhan");
        street.pass(Duration.ofMinutes(9));
        assertThat(street.open()).isEmpty();

        street.report(residents.get(2), "ulzhan");
        street.pass(Duration.ZERO);

        assertThat(street.open()).hasSize(1);
    }

    @Test
    void runTwiceItRaisesOnce() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        street.pass(PATIENCE);

        street.timetable.at("quorum", event.id().value(), street.clock.instant());
        street.pass(Duration.ZERO);

        assertThat(street.open()).hasSize(1);
    }

    @Test
    void aCrashBetweenTheAlertAndItsEventIsMadeGood() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        street.clock.pass(PATIENCE);
        AlertId mine = event.id().quorumAlert();
        assertThat(street.events.claim(event.id(), mine, true)).isEqualTo(mine.value());
        street.alerts.drafts().unattended(mine, event.district(), Plan.call(""));
        street.alerts.alerts().raise(mine);

        street.pass(Duration.ZERO);

        assertThat(street.open()).hasSize(1);
        assertThat(street.now(event).state()).isEqualTo(State.UNCONFIRMED);
    }

    @Test
    void whatOneResidentWroteDoesNotGoOutToThousands() {
        List<Address> residents = street.residents(3, "ulzhan");
        Event event = street.event(residents, "ulzhan");
        street.reports.say(event.id(), residents.getFirst(), "go home");

        street.pass(PATIENCE);

        assertThat(street.open().getFirst().text()).isEmpty();
    }

    @Test
    void onePersonWithManyReportsIsOne() {
        List<Address> residents = street.residents(2, "ulzhan");
        for (int i = 0; i < 3; i++) {
            street.event(residents, "ulzhan");
        }
        // the same person on the other bot of the fleet
        Address twin = new Address(person(8, 1).bot(), residents.getFirst().chat());
        street.register(twin, "ulzhan");
        street.report(twin, "ulzhan");

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void freshlyRegisteredAccountsDoNotCount() {
        Event event = street.event(street.residents(2, "ulzhan"), "ulzhan");
        for (int i = 0; i < 50; i++) {
            street.report(street.newcomer("ulzhan"), "ulzhan");
        }

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
        // of newcomers so many are taken at once (dabyl.report.newcomers)
        assertThat(street.now(event).sightings()).hasSize(2 + 30);
        assertThat(street.quorums.independent(street.now(event))).isEqualTo(2);
    }

    @Test
    void aWeekIsNotMoreThanAWeek() {
        List<Address> almost = List.of(street.newcomer("ulzhan"), street.newcomer("ulzhan"), street.newcomer("ulzhan"));
        street.pass(Duration.ofDays(7));
        street.event(almost, "ulzhan");
        street.pass(PATIENCE);
        assertThat(street.open()).isEmpty();

        street.pass(Duration.ofDays(1));
        street.event(almost, "ulzhan");
        street.pass(PATIENCE);
        assertThat(street.open()).hasSize(1);
    }

    @Test
    void whoIsRegisteredElsewhereCannotReportHere() {
        assertThat(street.residents(5, "shanyrak-1")).allSatisfy(person -> assertThat(street.report(person, "ulzhan"))
                .isInstanceOf(Filed.Elsewhere.class));
    }

    @Test
    void whoIsRegisteredForTheWholeCityJoinsWhatIsReportedInAPartAndDoesNotCountThere() {
        List<Address> citizens = street.residents(2, "almaty");
        Event event = street.event(street.residents(2, "ulzhan"), "ulzhan");
        assertThat(street.event(citizens, "almaty").id()).isEqualTo(event.id());

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void whoMovedToTheDistrictYesterdayDoesNotCount() {
        List<Address> moved = street.residents(3, "shanyrak-1");
        moved.forEach(person -> street.register(person, "ulzhan"));
        street.pass(Duration.ofDays(1));
        street.event(moved, "ulzhan");

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void whoMovesAwayAfterReportingDoesNotCount() {
        List<Address> residents = street.residents(3, "ulzhan");
        street.event(residents, "ulzhan");
        street.supporters.unregister(residents.getFirst(), new DistrictCode("ulzhan"));

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void whoLeavesDoesNotCount() {
        List<Address> residents = street.residents(3, "ulzhan");
        street.event(residents, "ulzhan");
        street.events.erase(residents.getFirst());

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void whoIsSuspendedDoesNotCount() {
        List<Address> residents = street.residents(3, "ulzhan");
        for (int i = 0; i < 3; i++) {
            EventId lie = EventId.random(new java.util.Random(i));
            street.records.judge(residents.getFirst(), lie, false);
        }
        assertThat(street.report(residents.getFirst(), "ulzhan")).isInstanceOf(Filed.Suspended.class);
        street.event(residents.subList(1, 3), "ulzhan");

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void differentThingsAreNotTheSame() {
        List<Address> residents = street.residents(3, "ulzhan");
        street.event(residents.subList(0, 2), "ulzhan");
        street.reports.file(residents.get(2), new DistrictCode("ulzhan"), Kind.FIRE);

        street.pass(PATIENCE);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void anOrganiserWhoAnswersHoldsItBackForAWhileAndNotForGood() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        street.pass(Duration.ofMinutes(1));
        assertThat(street.events.hold(event.id())).isTrue();

        street.pass(Duration.ofMinutes(9));
        assertThat(street.open()).isEmpty();
        street.pass(Duration.ofMinutes(1));

        assertThat(street.open()).hasSize(1);
    }

    @Test
    void aFalseAlarmIsNotRaised() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        assertThat(street.verdicts.falseAlarm(event.id())).isTrue();

        street.pass(Duration.ofHours(1));

        assertThat(street.open()).isEmpty();
        assertThat(street.events.hold(event.id())).isFalse();
    }

    @Test
    void whereAnAlertCallsAlreadyNoneIsRaised() {
        street.alerts.raise("alatau");
        street.event(street.residents(3, "ulzhan"), "ulzhan");

        street.pass(PATIENCE);

        assertThat(street.open()).hasSize(1);
    }

    @Test
    void aDrillDoesNotKeepResidentsFromRaisingTheirs() {
        Draft drill = street.alerts
                .drafts()
                .write(
                        TestAlerts.AUTHOR,
                        new DistrictCode("ulzhan"),
                        Plan.call("").asDrill());
        street.alerts.alerts().raise(drill.id());
        street.event(street.residents(3, "ulzhan"), "ulzhan");

        street.pass(PATIENCE);

        assertThat(street.open()).hasSize(2);
    }

    @Test
    void anOrganiserWhoIsSendingTheAlertGoesFirst() {
        Event event = street.event(street.residents(3, "ulzhan"), "ulzhan");
        street.clock.pass(PATIENCE);
        Draft draft = street.alerts.draft("ulzhan", "now");
        street.events.drafted(draft.id(), event.id());
        assertThat(street.events.claim(draft.id())).isEqualTo(draft.id());

        street.pass(Duration.ZERO);

        assertThat(street.open()).isEmpty();
    }

    @Test
    void itsReportersAreToldOnceAndGainNoRecordBeforeAnOrganiserSpeaks() {
        List<Address> residents = street.residents(3, "ulzhan");
        street.event(residents, "ulzhan");
        street.pass(PATIENCE);

        assertThat(street.delivery.deliver())
                .containsExactlyInAnyOrderElementsOf(residents.stream()
                        .map(person -> new Read(person, "told UNCONFIRMED"))
                        .toList());
        assertThat(street.records.of(residents.getFirst())).isEqualTo(TrackRecord.NONE);
    }
}
