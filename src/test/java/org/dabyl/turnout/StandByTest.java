package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ring;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Once enough come the rest stands by, and is called again as often as an organiser says, each time once. */
@ExtendWith(TestRedis.class)
class StandByTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Morning morning = new Morning();
    private Address aigul;
    private Address serik;

    @BeforeEach
    void peopleRegister() {
        aigul = morning.scene.registered(7, "ulzhan");
        serik = morning.scene.registered(8, "ulzhan");
    }

    @Test
    void whereNoNumberIsSetNobodyIsToldToStandByAndNoRingIsCalled() {
        Alert alert = morning.raise("ulzhan");
        morning.now();
        morning.answers.others(alert.id(), 100);

        assertThat(morning.pass(Duration.ofMinutes(9))).extracting(Read::text).containsOnly("silent 1");
        assertThat(morning.scene.rings.of(alert).outermost()).isEqualTo(Ring.OWN);
    }

    @Test
    void whoIsThereWithoutTelegramCounts() {
        Alert alert = morning.raise(20);
        morning.now();
        morning.answer(alert.id(), aigul, new Answer.Coming(60));
        assertThat(morning.pass(SOON)).isEmpty();

        morning.answers.others(alert.id(), 19);

        assertThat(morning.pass(SOON)).containsExactly(new Read(serik, "enough 1"));
        assertThat(morning.pass(Duration.ofMinutes(9))).isEmpty();
        assertThat(morning.scene.rings.of(alert).outermost()).isEqualTo(Ring.OWN);
    }

    @Test
    void atEachTapThoseWhoStandByAreCalledOnce() {
        Alert alert = standingBy();

        assertThat(morning.scene.standBys.recall(alert.id(), 0)).isTrue();
        // pressed again, by the other organiser too, and the program started anew
        assertThat(morning.scene.standBys.recall(alert.id(), 0)).isFalse();
        morning.restart();
        assertThat(morning.now()).containsExactly(new Read(serik, "again 1"));
        assertThat(morning.scene.standBys.recall(alert.id(), 0)).isFalse();
        // as many come as were needed before: an organiser has said that they do not suffice
        assertThat(morning.pass(Duration.ofMinutes(9))).isEmpty();

        morning.scene.alerts.revise(alert.id(), plan -> plan.withNeeded(1));
        morning.scene.standBys.decided(alert.id());
        assertThat(morning.pass(SOON)).containsExactly(new Read(serik, "enough 1"));
        assertThat(morning.pass(Duration.ofMinutes(9))).isEmpty();
        assertThat(morning.scene.standBys.recall(alert.id(), 1)).isTrue();
        assertThat(morning.pass(SOON)).containsExactly(new Read(serik, "again 1"));
    }

    @Test
    void whoWasNotToldToStandByIsNotCalledAgain() {
        Alert alert = morning.raise(2);
        morning.now();

        assertThat(morning.scene.standBys.recall(alert.id(), 0)).isFalse();
        assertThat(morning.pass(SOON)).isEmpty();
    }

    @Test
    void whoAnsweredIsNotCalledAgain() {
        Alert alert = standingBy();
        morning.answer(alert.id(), serik, new Answer.Cannot());

        assertThat(morning.scene.standBys.recall(alert.id(), 0)).isTrue();

        assertThat(morning.pass(SOON)).isEmpty();
    }

    @Test
    void onesWhoToAndFroIsNoCauseToCallEveryoneAgainAndAgain() {
        Alert alert = standingBy();

        for (int i = 0; i < 5; i++) {
            morning.answer(alert.id(), aigul, new Answer.Cannot());
            assertThat(morning.pass(SOON)).hasSize(i == 0 ? 1 : 0);
            morning.answer(alert.id(), aigul, new Answer.Coming(60));
            assertThat(morning.pass(SOON)).isEmpty();
        }
    }

    @Test
    void whoBringsWhatIsMissingDoesNotStandBy() {
        morning.scene.supporters.change(serik, supporter -> supporter.toggling(Skill.CAR));
        Address zhanar = morning.scene.registered(7, "ulzhan");
        Alert alert = morning.raise(1);
        morning.scene.alerts.revise(alert.id(), plan -> plan.withNeeded(Skill.CAR, 1));
        morning.now();
        morning.answer(alert.id(), aigul, new Answer.Coming(60));

        assertThat(morning.pass(SOON)).containsExactly(new Read(zhanar, "enough 1"));
    }

    private Alert standingBy() {
        Alert alert = morning.raise(1);
        morning.now();
        morning.answer(alert.id(), aigul, new Answer.Coming(60));
        assertThat(morning.pass(SOON)).containsExactly(new Read(serik, "enough 1"));
        return alert;
    }
}
