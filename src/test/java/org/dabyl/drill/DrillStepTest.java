package org.dabyl.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Launched;
import org.dabyl.alert.TestAlerts;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.SecondSettings;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class DrillStepTest {

    private static final DistrictCode AKBULAK = new DistrictCode("akbulak");
    private static final Rhythm SATURDAYS = new Rhythm(true, DayOfWeek.SATURDAY, LocalTime.of(11, 0));

    private final SettableClock clock = new SettableClock();
    private final TestAlerts test = new TestAlerts(TestVault.create(), clock);
    private final Timetable planner = TestTimetable.of(TestRedis.template(), clock);
    private final DrillPlans plans = plans(true);
    private final Drills drills = new Drills(TestRedis.template(), test.alerts(), planner, clock);
    private final DrillStep step = new DrillStep(plans, test.drafts(), test.alerts(), clock);
    private final EndStep end = new EndStep(test.alerts());
    private Instant due = Instant.EPOCH;

    @BeforeEach
    void onSaturday() {
        due = plans.set(AKBULAK, SATURDAYS).next();
        clock.pass(Duration.between(clock.instant(), due));
    }

    @Test
    void aDrillThatIsDueIsHeldOnceAndTheNextIsPlanned() {
        step.run(subject());
        step.run(subject());

        assertThat(test.alerts().open()).singleElement().satisfies(drill -> {
            assertThat(drill.plan().drill()).isTrue();
            assertThat(drill.district()).isEqualTo(AKBULAK);
        });
        assertThat(plans.of(AKBULAK).orElseThrow().next()).isEqualTo(due.plus(Duration.ofDays(7)));
    }

    @Test
    void oneThatDiedBeforeItPlannedTheNextPlansItAndHoldsNoSecond() {
        step.run(subject());
        String form = SATURDAYS.form() + "|" + due.toEpochMilli();
        TestRedis.template().opsForHash().put("{dabyl}:drills", AKBULAK.value(), form);

        step.run(subject());

        assertThat(test.alerts().open()).hasSize(1);
        assertThat(plans.of(AKBULAK).orElseThrow().next()).isAfter(due);
    }

    @Test
    void theProgramOfAnotherRhythmOrNoneHoldsNothing() {
        plans.set(AKBULAK, new Rhythm(false, DayOfWeek.MONDAY, LocalTime.NOON));
        step.run(subject());
        plans.cancel(AKBULAK);
        step.run(subject());

        assertThat(test.alerts().open()).isEmpty();
    }

    @Test
    void whoWasAwayAtTheTimeHoldsNoneLate() {
        clock.pass(Duration.ofMinutes(31));

        step.run(subject());

        assertThat(test.alerts().open()).isEmpty();
        assertThat(plans.of(AKBULAK).orElseThrow().next()).isAfter(clock.instant());
    }

    @Test
    void thereIsNoDrillWhileAnAlertRuns() {
        Alert alert = test.raise("medeu");

        step.run(subject());

        assertThat(test.alerts().open()).extracting(Alert::id).containsExactly(alert.id());
    }

    @Test
    void anAlertInEarnestCallsDrillsOffAndADrillDoesNot() {
        step.run(subject());
        Alert drill = test.alerts().open().getFirst();
        drills.on(new Launched(drill));
        assertThat(test.alerts().open()).hasSize(1);

        Alert alert = test.raise("medeu");
        drills.on(new Launched(alert));

        assertThat(test.alerts().open()).extracting(Alert::id).containsExactly(alert.id());
        end.run(drill.id().value());
        assertThat(test.alerts().find(drill.id()).orElseThrow().ending()).isEqualTo(Ending.CALLED_OFF);
    }

    @Test
    void aDistrictWithPartsHoldsNoneWhereASecondOrganiserIsNeeded() {
        DistrictCode parts = new DistrictCode("alatau");
        Instant next = plans.set(parts, SATURDAYS).next();
        String subject = parts.value() + "@" + next.toEpochMilli();
        clock.pass(Duration.between(clock.instant(), next));

        step.run(subject);

        assertThat(test.alerts().open()).isEmpty();
        assertThat(plans.of(parts).orElseThrow().next()).isAfter(next);
        assertThat(plans.allowed(AKBULAK)).isTrue();
        assertThat(plans.allowed(parts)).isFalse();
        assertThat(plans(false).allowed(parts)).isTrue();
    }

    @Test
    void answersAreCountedOnceAndNeverLate() {
        step.run(subject());
        Alert drill = test.alerts().open().getFirst();
        drills.count(drill, 1, 2);
        drills.count(drill, 1, 3);
        clock.pass(Duration.ofMinutes(7));
        drills.count(drill, 5, 9);

        assertThat(drills.answered(drill.id())).containsOnly(Map.entry(1, 2L));
    }

    @Test
    void aRhythmFitsIntoAButtonAndBack() {
        assertThat(Rhythm.parse(SATURDAYS.form())).contains(SATURDAYS);
        assertThat(List.of("", "w81100", "w62500", "x61100", "w6110"))
                .allMatch(form -> Rhythm.parse(form).isEmpty());
    }

    private DrillPlans plans(boolean second) {
        SecondSettings settings = new SecondSettings(second, Duration.ofMinutes(5));
        return new DrillPlans(TestRedis.template(), Districts.builtIn(), settings, planner, clock);
    }

    private String subject() {
        return AKBULAK.value() + "@" + due.toEpochMilli();
    }
}
