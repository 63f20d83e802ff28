package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;

/** Who was silent for a year is asked whether to keep them, once and without a sound, and erased where nothing comes back. */
class UnusedTest {

    private static final Town TOWN = Town.with();

    @Test
    void whoPressesStaysAndWhoDoesNotIsErased() {
        Phone gone = TOWN.supporter("en", "karasu");
        Phone stays = TOWN.supporter("ru", "karasu");
        Phone active = TOWN.supporter("en", "karasu");
        pass(200);
        active.writes("/status").waitFor("You are registered");
        pass(196);

        gone.waitFor("Shall we go on calling you");
        assertThat(gone.newest().toString()).contains("365 days", "30 days");
        stays.waitFor("Звать ли вас и дальше").presses("Да, зовите").waitFor("как раньше");
        pass(1);
        pass(28);
        assertThat(gone.unread()).as("asked once").isEmpty();
        assertThat(named(gone)).isTrue();
        pass(2);

        await().atMost(Duration.ofSeconds(20)).until(() -> !named(gone));
        assertThat(named(stays)).isTrue();
        assertThat(named(active)).isTrue();
        assertThat(active.unread()).isEmpty();
        gone.writes("/status").waitFor("not registered");
    }

    private static void pass(int days) {
        TOWN.telegram().pass(Duration.ofDays(days));
        TOWN.saysNothingElse();
    }

    private static boolean named(Phone phone) {
        String sealed =
                TOWN.program().getBean(Vault.class).seal(new ChatId(phone.id())).value();
        return Dump.of(TOWN).toString().contains(sealed);
    }
}
