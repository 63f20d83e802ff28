package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Priority;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is asked again, when, and how often. */
@ExtendWith(TestRedis.class)
@SuppressWarnings("NullAway.Init")
class RemindersTest {

    private static final Answer COMING = new Answer.Coming(10);
    private static final Answer CANNOT = new Answer.Cannot();

    private final Morning morning = new Morning();
    private Address aigul;
    private Address serik;

    @BeforeEach
    void register() {
        aigul = morning.scene.registered(7, "ulzhan");
        serik = morning.scene.registered(8, "ulzhan");
    }

    @Test
    void theSilentAreRemindedOnceAfterFiveMinutes() {
        Alert alert = morning.raise("ulzhan");
        assertThat(morning.pass(Duration.ofSeconds(290))).hasSize(2);
        morning.answer(alert.id(), serik, COMING);

        assertThat(morning.pass(Duration.ofSeconds(10))).containsExactly(new Read(aigul, "silent 1"));
        morning.restart();
        assertThat(morning.pass(Duration.ofMinutes(15)))
                .extracting(Read::person)
                .doesNotContain(aigul);
    }

    @Test
    void whoWasCalledByARingIsRemindedFiveMinutesAfterIt() {
        Address neighbour = morning.scene.registered(7, "karasu");
        morning.raise("ulzhan");
        assertThat(morning.pass(Duration.ofMinutes(3))).contains(new Read(neighbour, "ring 1"));

        assertThat(morning.pass(Duration.ofMinutes(4)))
                .containsExactlyInAnyOrder(new Read(aigul, "silent 1"), new Read(serik, "silent 1"));
        assertThat(morning.pass(Duration.ofMinutes(1))).containsExactly(new Read(neighbour, "silent 1"));
        assertThat(morning.pass(Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void whoStillWaitsForTheCardIsNotReminded() {
        morning.raise("ulzhan");
        morning.scene
                .steps()
                .getFirst()
                .run(morning.scene.alerts.open().getFirst().id().value());
        morning.scene.clock.pass(Duration.ofMinutes(6));

        assertThat(morning.now()).containsExactlyInAnyOrder(new Read(aigul, "card 1"), new Read(serik, "card 1"));
        assertThat(morning.now()).isEmpty();
    }

    @Test
    void whoSaidNoIsNeverCalledAgainUnlessTheyChangeIt() {
        Alert alert = morning.raise(5);
        morning.now();
        morning.scene.join(serik, "karasu", 7);
        morning.answer(alert.id(), aigul, CANNOT);
        morning.answer(alert.id(), serik, CANNOT);

        assertThat(morning.pass(Duration.ofHours(1))).isEmpty();

        morning.answer(alert.id(), aigul, COMING);
        assertThat(morning.pass(Duration.ofMinutes(21))).containsExactly(new Read(aigul, "late 1"));
    }

    @Test
    void whoIsLateIsAskedOnceTenMinutesAfterTheTimeTheySaid() {
        Alert alert = morning.raise(2);
        morning.now();
        morning.answer(alert.id(), aigul, COMING);
        morning.answer(alert.id(), serik, new Answer.Coming(60));

        assertThat(morning.pass(Duration.ofMinutes(19))).isEmpty();
        assertThat(morning.pass(Duration.ofMinutes(2))).containsExactly(new Read(aigul, "late 1"));
        morning.restart();
        assertThat(morning.pass(Duration.ofMinutes(30))).isEmpty();
        // another promise does not make them asked twice
        morning.answer(alert.id(), aigul, new Answer.Coming(0));
        assertThat(morning.pass(Duration.ofMinutes(30))).containsExactly(new Read(serik, "late 1"));
    }

    @Test
    void whoIsThereOrMutedIsNotAskedWhetherTheyAreLate() {
        Alert alert = morning.raise(2);
        morning.now();
        morning.answer(alert.id(), aigul, COMING);
        morning.answer(alert.id(), serik, COMING);
        morning.answer(alert.id(), aigul, new Answer.Here());
        morning.scene.supporters.mute(serik, morning.scene.clock.instant().plus(Duration.ofDays(999)));

        assertThat(morning.pass(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void onceEnoughComeTheRestStandsByAndIsCalledWhenMoreAreNeeded() {
        Address zhanar = morning.scene.registered(7, "ulzhan");
        Alert alert = morning.raise(1);
        morning.now();
        morning.answer(alert.id(), serik, CANNOT);
        morning.answer(alert.id(), aigul, COMING);

        assertThat(morning.pass(Duration.ofSeconds(30))).containsExactly(new Read(zhanar, "enough 1"));
        assertThat(morning.pass(Duration.ofMinutes(9))).isEmpty();
        morning.answer(alert.id(), aigul, CANNOT);
        assertThat(morning.pass(Duration.ofSeconds(30))).containsExactly(new Read(zhanar, "again 1"));
        assertThat(morning.pass(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void whoWasToldToStandByHearsTheNewsAndTheEnd() {
        Alert alert = morning.raise(1);
        morning.now();
        morning.answer(alert.id(), aigul, COMING);
        assertThat(morning.pass(Duration.ofSeconds(30))).containsExactly(new Read(serik, "enough 1"));

        morning.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");

        assertThat(morning.now()).containsExactlyInAnyOrder(new Read(aigul, "over 1"), new Read(serik, "over 1"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL")
    void whatIsNoCallRemindsNobody(Level level) {
        Alert alert = morning.raise(1);
        morning.scene.alerts.revise(alert.id(), plan -> plan.withLevel(level));
        assertThat(morning.now()).hasSize(2);
        morning.answer(alert.id(), aigul, COMING);

        assertThat(morning.pass(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void whatIsUnsentAtTheEndIsNotAsked() {
        Alert alert = morning.raise("ulzhan");
        morning.pass(Duration.ofMinutes(2));
        morning.scene.asks.ask(
                alert.id(),
                "remind-0",
                Priority.REMINDER,
                Map.of(Language.RU, Message.of("x", Keyboard.none())),
                bot -> Audience.of(Calls.called(bot, alert.id()), List.of()));

        morning.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");

        assertThat(morning.now()).extracting(Read::text).containsExactly("over 1", "over 1");
    }

    @Test
    void leavingRemovesEveryTrace() {
        Alert silent = morning.raise(2);
        Alert late = morning.raise(1);
        morning.now();
        morning.answer(late.id(), aigul, new Answer.Coming(0));
        morning.answer(silent.id(), aigul, new Answer.Coming(0));
        morning.pass(Duration.ofMinutes(12));
        assertThat(Contents.read()).contains("overdue-asked", "standing-by", "reminded");

        for (Address person : List.of(aigul, serik)) {
            for (var trace : List.of(
                    morning.scene.supporters,
                    morning.scene.calls,
                    morning.answers,
                    morning.reminders,
                    morning.scene.delivery.erase())) {
                trace.erase(person);
            }
        }

        assertThat(Contents.read())
                .doesNotContain(aigul.chat().value(), serik.chat().value());
    }

    @Test
    void allOfItIsForgottenAfterTwoDays() {
        Alert alert = morning.raise(1);
        morning.raise(2);
        morning.now();
        morning.answer(alert.id(), aigul, new Answer.Coming(0));
        morning.pass(Duration.ofMinutes(12));

        assertThat(List.of("reminded", "standing-by", "overdue-asked")).allSatisfy(name -> assertThat(
                        Objects.requireNonNull(TestRedis.template().keys("{?}:alert:*:" + name)))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(TestRedis.template().getExpire(key)).isBetween(1L, 48 * 3600L)));
    }
}
