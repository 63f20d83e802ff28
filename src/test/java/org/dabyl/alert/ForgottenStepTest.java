package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert is warned of after 11 h of silence and over after 12. */
@ExtendWith(TestRedis.class)
class ForgottenStepTest {

    private final Scene scene = new Scene();
    private final Set<String> warned = new LinkedHashSet<>();
    private Timetable timetable = program();
    private Alert alert = scene.raise("ulzhan");

    @BeforeEach
    void raise() {
        alert = scene.raise("ulzhan");
    }

    @Test
    void oneThatNobodyTouchesEndsByItselfAfterAWarning() {
        pass(Duration.ofHours(11).minusSeconds(1));
        assertThat(warned).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(warned).hasSize(1);
        pass(Duration.ofMinutes(59));
        assertThat(now().open()).isTrue();

        pass(Duration.ofMinutes(1));

        assertThat(now().open()).isFalse();
        assertThat(now().ending()).isEqualTo(Ending.FORGOTTEN);
        assertThat(warned).hasSize(1);
    }

    @Test
    void whateverIsDoneKeepsItOpenForAsLongAgain() {
        pass(Duration.ofHours(11));
        pass(Duration.ofMinutes(30));
        scene.activity.saw(alert.id());

        pass(Duration.ofHours(11).minusSeconds(1));
        assertThat(warned).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(warned).hasSize(2);
        pass(Duration.ofHours(1));

        assertThat(now().ending()).isEqualTo(Ending.FORGOTTEN);
        assertThat(now().open()).isFalse();
    }

    @Test
    void aProgramThatStoodStillForDaysWarnsFirst() {
        pass(Duration.ofDays(3));

        assertThat(now().open()).isTrue();
        assertThat(warned).hasSize(1);
        pass(Duration.ofHours(1));
        assertThat(now().open()).isFalse();
    }

    @Test
    void aRestartInTheMiddleChangesNothingAndASecondRunNeither() {
        pass(Duration.ofHours(11));
        Step again = step();
        timetable = program();
        again.run(alert.id().value());
        pass(Duration.ofMinutes(30));
        again.run(alert.id().value());
        assertThat(warned).hasSize(1);

        pass(Duration.ofMinutes(30));
        again.run(alert.id().value());

        assertThat(now().ending()).isEqualTo(Ending.FORGOTTEN);
        assertThat(now().open()).isFalse();
    }

    @Test
    void aCrashBeforeTheyWereToldTakesNoTimeFromThem() {
        scene.clock.pass(Duration.ofHours(11));
        Step dying = step((of, left, occasion) -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> dying.run(alert.id().value())).hasMessage("killed");
        scene.clock.pass(Duration.ofHours(5));

        step().run(alert.id().value());

        assertThat(warned).hasSize(1);
        assertThat(now().open()).isTrue();
        pass(Duration.ofHours(1));
        assertThat(now().open()).isFalse();
    }

    @Test
    void oneThatWasStoodDownIsLeftAsItIs() {
        scene.standDown(alert);

        pass(Duration.ofHours(13));

        assertThat(warned).isEmpty();
        assertThat(now().ending()).isEqualTo(Ending.STOOD_DOWN);
    }

    private Alert now() {
        return scene.alerts.find(alert.id()).orElseThrow();
    }

    private void pass(Duration time) {
        scene.clock.pass(time);
        timetable.run();
    }

    private Timetable program() {
        return TestTimetable.of(
                TestRedis.template(),
                scene.clock,
                new Nothing("launch"),
                new Nothing("standdown"),
                new Nothing("board"),
                new Nothing("home"),
                step());
    }

    private Step step() {
        return step((of, left, occasion) -> warned.add(occasion));
    }

    private Step step(Warnings warnings) {
        return new ForgottenStep(
                TestRedis.template(),
                scene.alerts,
                scene.activity,
                warnings,
                TestTimetable.of(TestRedis.template(), scene.clock),
                TestAlerts.SETTINGS,
                scene.clock);
    }

    private record Nothing(String kind) implements Step {

        @Override
        public void run(String subject) {}
    }
}
