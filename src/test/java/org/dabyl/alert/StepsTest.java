package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The timetable carries out what the alerts' scripts planned. */
@ExtendWith(TestRedis.class)
class StepsTest {

    private static final Address AIGUL = person(7, 1);

    private final Scene scene = new Scene();
    private final Timetable timetable = TestTimetable.of(
            TestRedis.template(),
            scene.clock,
            new LaunchStep(scene.alerts, scene.calls, scene.poster, scene.events::add),
            new UpdateStep(scene.alerts, scene.bulletins),
            new ConfirmedStep(scene.alerts, scene.calls),
            new StandDownStep(scene.alerts, scene.calls, scene.asks),
            new Nothing("post"),
            new Nothing("board"),
            new Nothing("learn"),
            new Nothing("clear"),
            new Nothing("turnout"),
            new Nothing("remind"));

    @Test
    void anAlertsWholeLifeRunsFromTheTimetable() {
        scene.register(AIGUL, "ulzhan");

        Alert alert = scene.raise("ulzhan");
        // the boards twice: once more when it is launched, for they may have been drawn before
        assertThat(timetable.run()).isEqualTo(6);
        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "card 1"));

        scene.alerts.update(alert.id(), 41, TestAlerts.news("water"));
        assertThat(timetable.run()).isEqualTo(2);
        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "news 1: water"));

        scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        assertThat(timetable.run()).isEqualTo(5);
        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "over 1"));
        assertThat(timetable.run()).isZero();
    }

    @Test
    void oneOfTheResidentsIsConfirmedOnce() {
        scene.register(AIGUL, "ulzhan");
        AlertId id = new AlertId("residents2");
        scene.test.drafts().unattended(id, new DistrictCode("ulzhan"), Plan.call(""));
        Alert alert = scene.alerts.raise(id).orElseThrow();
        assertThat(alert.origin()).isEqualTo(Origin.RESIDENTS);
        timetable.run();

        assertThat(scene.alerts.confirm(id)).isTrue();
        assertThat(scene.alerts.confirm(id)).isFalse();
        timetable.run();

        assertThat(scene.alerts.find(id).orElseThrow().origin()).isEqualTo(Origin.CONFIRMED);
        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "card 1"), new Read(AIGUL, "confirmed 1"));
    }

    @Test
    void oneOfAnOrganiserNeedsNoConfirming() {
        assertThat(scene.alerts.confirm(scene.raise("ulzhan").id())).isFalse();
    }

    @Test
    void oneStoodDownBeforeItsLaunchCallsNobody() {
        scene.register(AIGUL, "ulzhan");
        Alert alert = scene.raise("ulzhan");
        scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");

        timetable.run();

        assertThat(scene.deliver()).isEmpty();
    }

    @Test
    void stepsOfAnAlertThatIsGoneDoNothing() {
        scene.register(AIGUL, "ulzhan");
        Alert alert = scene.raise("ulzhan");
        scene.alerts.update(alert.id(), 41, TestAlerts.news("water"));
        TestRedis.template().delete(Alerts.key(alert.id()));

        assertThat(timetable.run()).isEqualTo(7);

        assertThat(timetable.run()).isZero();
        assertThat(scene.deliver()).isEmpty();
    }

    /** A step of another room. */
    record Nothing(String kind) implements Step {

        @Override
        public void run(String subject) {}
    }
}
