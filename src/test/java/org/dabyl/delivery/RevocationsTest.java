package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    private static final BotId BOT = new BotId(7);

    private final SettableClock clock = new SettableClock();
    private final Revocations revocations = new Revocations(clock);

    @Test
    void aRefusedBotRestsForAMinuteAndIsTriedAgain() {
        revocations.add(BOT);

        assertThat(revocations.contain(BOT)).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(revocations.contain(BOT)).isFalse();
        assertThat(revocations.size()).as("not well before a call is taken").isOne();
    }

    @Test
    void aCallThatIsTakenPutsTheBotInServiceAgain() {
        revocations.add(BOT);

        revocations.lift(BOT);

        assertThat(revocations.contain(BOT)).isFalse();
        assertThat(revocations.size()).isZero();
    }
}
