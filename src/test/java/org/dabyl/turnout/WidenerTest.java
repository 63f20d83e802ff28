package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.alert.Ring;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert of Ulzhan: Karasu lies beside it, Bakay in the same district, Kayrat at the other end of the city. */
@ExtendWith(TestRedis.class)
@SuppressWarnings("NullAway.Init")
class WidenerTest {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    private final Morning morning = new Morning();
    private Address own;
    private Address beside;
    private Address around;
    private Address far;

    @BeforeEach
    void register() {
        own = morning.scene.registered(7, "ulzhan");
        beside = morning.scene.registered(8, "karasu");
        around = morning.scene.registered(7, "bakay");
        far = morning.scene.registered(7, "kayrat");
    }

    @Test
    void aRingIsCalledEveryThreeMinutesWhileTooFewCome() {
        morning.raise("ulzhan");

        assertThat(readers(morning.pass(THREE_MINUTES.minusSeconds(10)))).containsExactly(own);
        assertThat(readers(morning.pass(Duration.ofSeconds(10)))).containsExactly(beside);
        assertThat(calls(morning.pass(THREE_MINUTES.minusSeconds(10)))).isEmpty();
        assertThat(calls(morning.pass(Duration.ofSeconds(10)))).containsExactly(around);
        assertThat(calls(morning.pass(THREE_MINUTES))).containsExactly(far);
        assertThat(calls(morning.pass(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void itStopsByItselfWhenEnoughCome() {
        Alert alert = morning.raise(2);
        morning.now();
        morning.answer(alert.id(), own, new Answer.Coming(10));
        assertThat(calls(morning.pass(THREE_MINUTES))).containsExactly(beside);

        morning.answer(alert.id(), beside, new Answer.Here());

        assertThat(calls(morning.pass(Duration.ofMinutes(9)))).isEmpty();
        morning.answer(alert.id(), own, new Answer.Cannot());
        assertThat(calls(morning.pass(Duration.ofMinutes(1)))).containsExactly(around);
    }

    @Test
    void tenAreEnoughWhereNoNumberIsSet() {
        Alert alert = morning.raise("ulzhan");
        morning.now();
        for (int i = 1; i <= 10; i++) {
            morning.answer(alert.id(), person(7, i), new Answer.Coming(20));
        }

        assertThat(calls(morning.pass(Duration.ofMinutes(8)))).isEmpty();
    }

    @Test
    void whatIsHeldDoesNotWidenUntilItIsLet() {
        Alert alert = morning.raise("ulzhan");
        morning.scene.rings.hold(alert.id(), true);
        morning.now();

        assertThat(calls(morning.pass(Duration.ofMinutes(20)))).isEmpty();
        assertThat(morning.scene.rings.call(alert.id(), Ring.NEIGHBOURS)).isTrue();
        assertThat(calls(morning.now())).containsExactly(beside);
        morning.scene.rings.hold(alert.id(), false);
        assertThat(calls(morning.pass(THREE_MINUTES.plusSeconds(30)))).containsExactly(around);
    }

    @Test
    void onlyACallWidensAndNoDrill() {
        for (Level level : List.of(Level.STAND_BY, Level.NOTICE)) {
            Alert alert = morning.raise("ulzhan");
            morning.scene.alerts.revise(alert.id(), plan -> plan.withLevel(level));
        }
        Alert drill = morning.raise("ulzhan");
        morning.scene.alerts.revise(drill.id(), plan -> plan.asDrill());

        assertThat(morning.pass(Duration.ofMinutes(20)))
                .extracting(Read::person)
                .containsOnly(own);
    }

    /** One dies before the step, one after it planned the ring, one after it called: the ring is called once. */
    @Test
    void aRestartInTheMiddleCallsARingOnce() {
        Alert alert = morning.raise("ulzhan");
        morning.pass(Duration.ofMinutes(2));
        morning.restart();
        morning.scene.clock.pass(Duration.ofMinutes(1));
        Alert known = morning.scene.alerts.find(alert.id()).orElseThrow();
        morning.widener().look(known, morning.answers.tally(alert.id()));
        morning.restart();
        morning.widener().look(known, morning.answers.tally(alert.id()));

        assertThat(calls(morning.now())).containsExactly(beside);
        morning.scene.steps().stream()
                .filter(step -> step.kind().equals("ring"))
                .forEach(step -> step.run(alert.id().value() + ".1"));
        assertThat(calls(morning.now())).isEmpty();
        assertThat(morning.scene.rings.of(known).outermost()).isEqualTo(Ring.NEIGHBOURS);
    }

    @Test
    void nothingWidensAfterTheEnd() {
        Alert alert = morning.raise("ulzhan");
        morning.pass(Duration.ofMinutes(2));
        morning.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");

        assertThat(morning.pass(Duration.ofHours(1))).containsExactly(new Read(own, "over 1"));
    }

    @Test
    void aboutHowManyTheNextRingCallsIsCounted() {
        Alert alert = morning.raise("ulzhan");
        morning.now();

        assertThat(morning.scene.rings.of(alert).people()).isEqualTo(OptionalLong.of(1));
    }

    private static List<Address> readers(List<Read> read) {
        return read.stream().map(Read::person).toList();
    }

    /** Who was called by a ring. */
    private static List<Address> calls(List<Read> read) {
        return readers(
                read.stream().filter(some -> some.text().startsWith("ring")).toList());
    }
}
