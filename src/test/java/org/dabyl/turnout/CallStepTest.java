package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.alert.Ring;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people were to be ready for becomes a call: each is told once, and what they said before is no answer to it. */
@ExtendWith(TestRedis.class)
class CallStepTest {

    private final Morning morning = new Morning();
    private Address aigul;
    private Address serik;
    private Address zhanar;
    private Alert alert;

    @BeforeEach
    void peopleAreToBeReady() {
        aigul = morning.scene.registered(7, "ulzhan");
        serik = morning.scene.registered(8, "ulzhan");
        zhanar = morning.scene.registered(7, "ulzhan");
        alert = morning.raise("ulzhan");
        morning.scene.alerts.revise(alert.id(), plan -> plan.withLevel(Level.STAND_BY));
    }

    @Test
    void everyoneIsToldOnceButForWhoSaidThatTheyCannot() {
        morning.now();
        morning.answer(alert.id(), aigul, new Answer.Coming(10));
        morning.answer(alert.id(), serik, new Answer.Cannot());
        assertThat(morning.pass(Duration.ofHours(1))).isEmpty();

        assertThat(morning.scene.alerts.turnIntoCall(alert.id())).isTrue();
        assertThat(morning.scene.alerts.turnIntoCall(alert.id())).isFalse();
        morning.restart();

        assertThat(morning.now()).containsExactlyInAnyOrder(new Read(aigul, "call 1"), new Read(zhanar, "call 1"));
        assertThat(morning.answers.tally(alert.id()).onTheWay()).isZero();
        assertThat(morning.answers.tally(alert.id()).cannot()).isEqualTo(1);
        assertThat(morning.scene.calls.progress(alert.id()).recipients()).isEqualTo(2);
        morning.answer(alert.id(), aigul, new Answer.Coming(60));
        assertThat(morning.pass(Duration.ofMinutes(2))).isEmpty();
        assertThat(morning.scene.rings.of(alert).outermost()).isEqualTo(Ring.OWN);
        assertThat(morning.pass(Duration.ofMinutes(4))).containsExactly(new Read(zhanar, "silent 1"));
        assertThat(morning.scene.rings.of(alert).outermost()).isNotEqualTo(Ring.OWN);
        assertThat(morning.answers.tally(alert.id()).onTheWay()).isEqualTo(1);
    }

    @Test
    void whoseCardStillWaitsReadsTheCallAloneAndTheEnd() {
        morning.doDue();
        morning.scene.alerts.turnIntoCall(alert.id());

        assertThat(morning.now()).extracting(Read::text).containsExactly("call 1", "call 1", "call 1");
        morning.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        assertThat(morning.now()).extracting(Read::text).containsExactly("over 1", "over 1", "over 1");
    }

    @Test
    void boardsThatWereDrawnBeforeTheCallAreDrawnAgain() {
        morning.now();
        assertThat(morning.scene.alerts.turnIntoCall(alert.id())).isTrue();
        String board = "board|" + alert.id().value();
        TestRedis.template().opsForZSet().remove(Timetable.KEY, board);

        new CallStep(morning.scene.alerts, morning.answers, morning.scene.calls)
                .run(alert.id().value());

        assertThat(TestRedis.template().opsForZSet().score(Timetable.KEY, board))
                .isEqualTo((double) morning.scene.clock.millis());
    }

    @Test
    void whatIsOverBecomesNoCall() {
        morning.now();
        morning.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");

        assertThat(morning.scene.alerts.turnIntoCall(alert.id())).isFalse();
    }
}
