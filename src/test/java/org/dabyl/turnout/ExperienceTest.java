package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.alert.Plan;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ExperienceTest {

    private final SettableClock clock = new SettableClock();
    private final TestAlerts alerts = new TestAlerts(TestVault.create(), clock);
    private final Answers answers = new Answers(TestRedis.template(), TestFleet.of(7, 8), alerts.alerts(), clock);
    private final Experience experience = new Experience(TestRedis.template(), answers, clock);
    private final LearnStep step = new LearnStep(alerts.alerts(), experience);

    @Test
    void whoWasDueIsCountedByHowSoonTheySaidAndWhetherTheyCame() {
        AlertId alert = answered(plan -> plan);

        end(alert, Ending.STOOD_DOWN);

        // the one who said an hour was told in time that it is over
        assertThat(experience.history().seen())
                .containsEntry(Within.TEN, new History.Seen(3, 1))
                .containsEntry(Within.THIRTY, new History.Seen(1, 1))
                .containsEntry(Within.SIXTY, new History.Seen(0, 0));
    }

    @Test
    void anAlertIsLearntOnceAndTheNextOneIsAdded() {
        AlertId alert = answered(plan -> plan);
        end(alert, Ending.STOOD_DOWN);
        step.run(alert.value());
        assertThat(experience.history().all()).isEqualTo(new History.Seen(4, 2));

        end(answered(plan -> plan), Ending.FORGOTTEN);

        assertThat(experience.history().all()).isEqualTo(new History.Seen(8, 4));
    }

    @Test
    void drillsAndFalseAlarmsAndBeingReadyTeachNothing() {
        end(answered(Plan::asDrill), Ending.STOOD_DOWN);
        end(answered(plan -> plan.withLevel(Level.STAND_BY)), Ending.STOOD_DOWN);
        end(answered(plan -> plan), Ending.FALSE_ALARM);
        step.run(answered(plan -> plan).value());

        assertThat(experience.history().all().said()).isZero();
    }

    @Test
    void itHoldsNumbersAndNobody() {
        end(answered(plan -> plan), Ending.STOOD_DOWN);

        Map<String, String> kept =
                TestRedis.template().<String, String>opsForHash().entries("{dabyl}:experience");
        assertThat(kept).isNotEmpty().allSatisfy((field, count) -> {
            assertThat(field).matches("(ten|thirty|sixty|later):(said|came)");
            assertThat(count).matches("\\d+");
        });
    }

    /** Five people say that they come: two are there in the end, one can't, one is silent, one is not due yet. */
    private AlertId answered(UnaryOperator<Plan> plan) {
        AlertId alert = alerts.raise("ulzhan").id();
        alerts.alerts().revise(alert, plan);
        answers.record(alert, person(7, 1), new Answer.Coming(10), 1);
        answers.record(alert, person(7, 2), new Answer.Coming(10), 1);
        answers.record(alert, person(8, 3), new Answer.Coming(30), 1);
        answers.record(alert, person(7, 4), new Answer.Coming(60), 1);
        answers.record(alert, person(7, 5), new Answer.Coming(5), 1);
        answers.record(alert, person(7, 6), new Answer.Here(), 1);
        clock.pass(Duration.ofMinutes(40));
        answers.record(alert, person(7, 1), new Answer.Here(), 2);
        answers.record(alert, person(7, 2), new Answer.Cannot(), 2);
        answers.record(alert, person(8, 3), new Answer.Home(), 2);
        return alert;
    }

    private void end(AlertId alert, Ending ending) {
        alerts.alerts().standDown(alert, ending, "");
        step.run(alert.value());
    }
}
