package org.dabyl.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestOutages;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class RescueTest {

    private static final BotId LOST = new BotId(8);

    private final Crossing crossing = new Crossing();

    @Test
    void whomAnotherBotKnowsIsCalledThroughItAndTheOthersAreCounted() {
        Address known = crossing.scene.registered(7, "ulzhan");
        crossing.moves.speaks(new Address(LOST, known.chat()), false);
        Address alone = crossing.scene.registered(8, "ulzhan");
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        TestOutages.create().begin(LOST, crossing.scene.clock.instant());

        assertThat(crossing.rescue().run(LOST)).isEqualTo(1);

        assertThat(crossing.rescue().stranded(LOST)).isEqualTo(1);
        assertThat(crossing.scene.calls.stranded(alert.id(), List.of(LOST))).isEqualTo(1);
        List<TestDelivery.Read> read = crossing.scene.deliver();
        assertThat(crossing.readBy(known, read)).containsExactly("7: card 1");
        assertThat(crossing.readBy(alone, read)).containsExactly("8: card 1");
        assertThat(crossing.rescue().run(LOST)).as("again").isZero();
        TestDelivery.audited(TestRedis.template(), LOST);
    }

    @Test
    void whatWasBeingSentByTheLostBotIsSentByTheOther() {
        Address known = crossing.scene.registered(7, "ulzhan");
        crossing.moves.speaks(new Address(LOST, known.chat()), false);
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.scene.delivery.lease(LOST);
        TestOutages.create().begin(LOST, crossing.scene.clock.instant());

        crossing.rescue().run(LOST);

        assertThat(crossing.readBy(known, crossing.scene.deliver())).containsExactly("7: card 1");
        assertThat(crossing.count(alert)).containsExactly(1L, 1L, 0L);
    }

    @Test
    void aBotThatIsLostTooRescuesNobody() {
        Address known = crossing.scene.registered(7, "ulzhan");
        crossing.moves.speaks(new Address(LOST, known.chat()), false);
        TestOutages.create().begin(LOST, crossing.scene.clock.instant());
        TestOutages.create().begin(known.bot(), crossing.scene.clock.instant());

        assertThat(crossing.rescue().run(LOST)).isZero();
    }

    @Test
    void aBotThatHasToWaitForLongRescuesNobody() {
        Address known = crossing.scene.registered(7, "ulzhan");
        crossing.moves.speaks(new Address(LOST, known.chat()), false);
        TestRedis.template().opsForValue().set("{7}:pause", "1", Duration.ofMinutes(2));

        assertThat(crossing.rescue().run(LOST)).isZero();
    }

    @Test
    void thePeopleOfABotWhoseTokenIsNoLongerSetAreReachedThroughOthers() {
        TestRedis.template().opsForSet().add("{dabyl}:bots", "9");
        Address known = crossing.scene.registered(9, "ulzhan");
        TestRedis.template().opsForSet().add("{7}:known", known.chat().value());

        crossing.rescue().tick();

        assertThat(crossing.scene.supporters.find(new Address(new BotId(7), known.chat())))
                .isPresent();
    }
}
