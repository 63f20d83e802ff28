package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DeadEndsTest {

    private static final String REASON = "Bad Request: chat not found";

    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final DeadEnds deadEnds = new DeadEnds(clock);

    @Test
    void manyAtTheSameTimeAreAnAlarmThatIsSaidOnceAndNamesNobody(CapturedOutput log) {
        meet(7, 1, DeadEnds.MANY - 1);
        assertThat(deadEnds.bots()).isZero();
        assertThat(log).doesNotContain(REASON);

        meet(7, DeadEnds.MANY, 3 * DeadEnds.MANY);

        assertThat(deadEnds.bots()).isEqualTo(1);
        assertThat(log).containsOnlyOnce("Bot 7 cannot write to many chats, though nobody left: " + REASON);
        assertThat(log).doesNotContain(chat(7, DeadEnds.MANY).chat().value());
    }

    @Test
    void itEndsAndMayComeAgain(CapturedOutput log) {
        meet(7, 1, DeadEnds.MANY);
        clock.pass(DeadEnds.LATELY.plusSeconds(1));
        assertThat(deadEnds.bots()).isZero();

        meet(7, 1, DeadEnds.MANY);

        assertThat(deadEnds.bots()).isEqualTo(1);
        assertThat(log.getOut().split("cannot write to many", -1)).hasSize(3);
    }

    @Test
    void oneThatIsTriedAgainAndAgainIsNotMany() {
        for (int i = 0; i < 3 * DeadEnds.MANY; i++) {
            meet(7, 1, 2);
        }
        assertThat(deadEnds.bots()).isZero();
    }

    @Test
    void aFewNowAndThenAreNotMany() {
        for (int i = 1; i <= 3 * DeadEnds.MANY; i++) {
            meet(7, i, i);
            clock.pass(Duration.ofMinutes(2));
        }
        assertThat(deadEnds.bots()).isZero();
    }

    @Test
    void eachBotHasItsOwn() {
        meet(7, 1, DeadEnds.MANY - 1);
        meet(8, 1, DeadEnds.MANY - 1);
        assertThat(deadEnds.bots()).isZero();
    }

    private void meet(long bot, long from, long to) {
        for (long person = from; person <= to; person++) {
            deadEnds.add(chat(bot, person), REASON);
        }
    }

    private Address chat(long bot, long person) {
        return new Address(new BotId(bot), vault.seal(new ChatId(person)));
    }
}
