package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Objects;
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

@ExtendWith(TestRedis.class)
class RemarksTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(8, 2);

    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final TestAlerts alerts = new TestAlerts(vault, clock);
    private final TestFleet fleet = TestFleet.of(7, 8);
    private final Pseudonyms pseudonyms = new Pseudonyms(TestRedis.template(), fleet, alerts.alerts());
    private final Remarks remarks = new Remarks(TestRedis.template(), fleet, alerts.alerts(), pseudonyms, vault, clock);
    private AlertId alert = new AlertId("aaaaaaaaaa");

    @BeforeEach
    void raise() {
        alert = alerts.raise("ulzhan").id();
    }

    @Test
    void remarksAreKeptWholeAndInOrderUnderANumber() {
        String longest = "Ұ".repeat(4096);
        remarks.keep(alert, AIGUL, "one", 9);
        remarks.keep(alert, AIGUL, longest, 10);
        clock.pass(Duration.ofSeconds(1));
        remarks.keep(alert, SERIK, "three", 2);

        assertThat(remarks.of(alert)).extracting(Remark::text).containsExactly("three", longest, "one");
        assertThat(remarks.of(alert)).extracting(Remark::number).containsExactly(2, 1, 1);
        assertThat(remarks.count(alert)).isEqualTo(3);
    }

    @Test
    void oneHeardAgainIsKeptOnce() {
        remarks.keep(alert, AIGUL, "one", 9);
        String before = Contents.read();

        remarks.keep(alert, AIGUL, "one", 9);

        assertThat(Contents.read()).isEqualTo(before);
    }

    @Test
    void noWordLiesOpenAndAllIsForgottenInTwoDays() {
        remarks.keep(alert, AIGUL, "the gate is blocked", 9);

        assertThat(Contents.read()).doesNotContain("gate");
        assertThat(Objects.requireNonNull(TestRedis.template().keys("*:alert:" + alert.value() + ":*")))
                .hasSize(5)
                .allSatisfy(
                        key -> assertThat(TestRedis.template().getExpire(key)).isBetween(1L, 48 * 3600L));
    }

    @Test
    void leavingErasesEveryRemarkAndTheNumberAndNobodyElse() {
        AlertId over = alerts.raise("ulzhan").id();
        for (AlertId id : java.util.List.of(alert, over)) {
            remarks.keep(id, AIGUL, "one", 9);
            remarks.keep(id, AIGUL, "two", 10);
            remarks.keep(id, SERIK, "three", 11);
        }
        alerts.alerts().standDown(over, Ending.STOOD_DOWN, "");

        remarks.erase(AIGUL);
        pseudonyms.erase(AIGUL);

        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
        assertThat(remarks.of(over)).extracting(Remark::text).containsExactly("three");
        assertThat(pseudonyms.person(alert, 1)).isEmpty();
    }

    @Test
    void aNumberStandsForOnePersonInOneAlert() {
        AlertId other = alerts.raise("ulzhan").id();

        assertThat(pseudonyms.of(alert, SERIK)).isEqualTo(1);
        assertThat(pseudonyms.of(alert, AIGUL)).isEqualTo(2);
        assertThat(pseudonyms.of(alert, SERIK)).isEqualTo(1);
        assertThat(pseudonyms.of(other, AIGUL)).isEqualTo(1);
        assertThat(pseudonyms.person(alert, 2)).contains(AIGUL);
        assertThat(pseudonyms.person(alert, 3)).isEmpty();
    }
}
