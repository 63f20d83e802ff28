package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import org.dabyl.alert.AlertId;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who are not registered, and answered in a channel or group. */
@ExtendWith(TestRedis.class)
class GuestsTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address AIGUL_ELSEWHERE = person(8, 1);
    private static final Answer HERE = new Answer.Here();
    private static final Answer SOON = new Answer.Coming(10);

    private final SettableClock clock = new SettableClock();
    private final TestAlerts alerts = new TestAlerts(TestVault.create(), clock);
    private final Answers answers = new Answers(TestRedis.template(), TestFleet.of(7, 8), alerts.alerts(), clock);
    private AlertId alert = new AlertId("aaaaaaaaaa");

    @BeforeEach
    void raise() {
        alert = alerts.raise("ulzhan").id();
    }

    @Test
    void aGuestCountsOnceAndTheLastAnswerCounts() {
        answers.recordGuest(alert, AIGUL, SOON, 1);
        assertThat(answers.recordGuest(alert, AIGUL, HERE, 2)).isEqualTo(HERE);
        assertThat(answers.recordGuest(alert, AIGUL, SOON, 1)).isEqualTo(HERE);

        Tally tally = answers.tally(alert);
        assertThat(tally.here()).isEqualTo(1);
        assertThat(tally.answered()).isEqualTo(1);
        assertThat(tally.guests()).isEqualTo(1);
    }

    @Test
    void whoRegistersIsNoGuestAnyMoreAndIsNotCountedTwice() {
        answers.recordGuest(alert, AIGUL, HERE, 1);

        answers.welcome(AIGUL);
        answers.welcome(AIGUL);

        assertThat(answers.of(AIGUL, alert)).contains(HERE);
        assertThat(answers.tally(alert).here()).isEqualTo(1);
        assertThat(answers.tally(alert).guests()).isZero();
        answers.record(alert, AIGUL, SOON, 2);
        assertThat(answers.tally(alert).answered()).isEqualTo(1);
    }

    @Test
    void whoAnswersAsASupporterAfterwardsIsNoGuest() {
        answers.recordGuest(alert, AIGUL, HERE, 1);
        answers.record(alert, AIGUL, SOON, 2);

        assertThat(answers.tally(alert).guests()).isZero();
        assertThat(answers.tally(alert).answered()).isEqualTo(1);
    }

    @Test
    void twoChannelsOfTwoBotsCountOnePersonOnce() {
        answers.recordGuest(alert, AIGUL, SOON, 1);
        answers.recordGuest(alert, AIGUL_ELSEWHERE, HERE, 5);

        assertThat(answers.tally(alert).answered()).isEqualTo(1);
        assertThat(answers.tally(alert).here()).isEqualTo(1);
        answers.welcome(AIGUL);
        assertThat(answers.tally(alert).here()).isEqualTo(1);
        assertThat(answers.tally(alert).guests()).isZero();
        assertThat(answers.of(AIGUL, alert)).contains(HERE);
    }

    @Test
    void anAnswerOfNoOrderTakesThePlaceOfTheOneKept() {
        answers.record(alert, AIGUL, SOON, 9);
        answers.record(alert, AIGUL, HERE, 0);
        answers.record(alert, AIGUL, SOON, 9);

        assertThat(answers.of(AIGUL, alert)).contains(HERE);
        answers.record(alert, AIGUL, SOON, 10);
        assertThat(answers.of(AIGUL, alert)).contains(SOON);
    }

    @Test
    void aGuestWhoLeavesLeavesNothing() {
        answers.recordGuest(alert, AIGUL, HERE, 1);

        answers.erase(AIGUL);

        assertThat(answers.tally(alert).answered()).isZero();
        assertThat(answers.tally(alert).guests()).isZero();
        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
    }
}
