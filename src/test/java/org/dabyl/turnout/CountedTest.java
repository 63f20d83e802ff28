package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day after the end of an alert nobody knows who answered what, and everybody how many did. */
@ExtendWith(TestRedis.class)
class CountedTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(8, 2);

    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final TestAlerts alerts = new TestAlerts(vault, clock);
    private final TestFleet fleet = TestFleet.of(7, 8);
    private final Answers answers = new Answers(TestRedis.template(), fleet, alerts.alerts(), clock);
    private final Pseudonyms pseudonyms = new Pseudonyms(TestRedis.template(), fleet, alerts.alerts());
    private final Remarks remarks = new Remarks(TestRedis.template(), fleet, alerts.alerts(), pseudonyms, vault, clock);
    private final Counted counted = new Counted(TestRedis.template(), fleet, alerts.alerts());
    private AlertId over = new AlertId("aaaaaaaaaa");
    private AlertId open = new AlertId("bbbbbbbbbb");

    @BeforeEach
    void oneIsOverAndOneIsOpen() {
        over = alerts.raise("ulzhan").id();
        answers.record(over, AIGUL, new Answer.Coming(10), 5);
        answers.record(over, SERIK, new Answer.Here(), 6);
        remarks.keep(over, SERIK, "they have dogs", 7);
        alerts.alerts().standDown(over, Ending.STOOD_DOWN, "");
        open = alerts.raise("ulzhan").id();
        answers.record(open, AIGUL, new Answer.Coming(10), 8);
    }

    @Test
    void countsRemainAndNobodyIsNamed() {
        Tally before = answers.tally(over);
        clock.pass(Duration.ofHours(24));

        counted.purge(clock.instant());

        assertThat(answers.tally(over)).isEqualTo(before);
        assertThat(answers.of(AIGUL, over)).isEmpty();
        assertThat(remarks.of(over)).isEmpty();
        assertThat(Contents.read()).doesNotContain(SERIK.chat().value());
        assertThat(answers.of(AIGUL, open)).isPresent();
        assertThat(alerts.alerts().kept()).containsExactly(open);
        assertThat(alerts.alerts().remembered())
                .as("what names an organiser lives for longer")
                .containsExactlyInAnyOrder(open, over);
    }

    @Test
    void anAlertThatIsOverForLessThanADayKeepsThem() {
        clock.pass(Duration.ofHours(23));

        counted.purge(clock.instant());

        assertThat(answers.of(SERIK, over)).isPresent();
    }

    @Test
    void whatIsNotPurgedIsOverdueUntilItIs() {
        assertThat(counted.overdue(clock.instant())).isZero();
        clock.pass(Duration.ofHours(24));
        assertThat(counted.overdue(clock.instant())).isEqualTo(1);

        counted.purge(clock.instant());

        assertThat(counted.overdue(clock.instant())).isZero();
    }

    @Test
    void leavingErasesNothingTwiceAndMissesNobody() {
        clock.pass(Duration.ofHours(24));
        counted.purge(clock.instant());

        answers.erase(AIGUL);

        assertThat(answers.tally(open).onTheWay()).isZero();
        assertThat(answers.tally(over).onTheWay()).as("counts stay").isEqualTo(1);
        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
    }
}
