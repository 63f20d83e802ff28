package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/** The program starts though Telegram cannot be reached, says so, and goes on trying. */
class TelegramAtStartTest {

    @Test
    void theProgramStartsWithoutTelegram() {
        try (ConfigurableApplicationContext program = Town.start(
                "--dabyl.bot-token=1000001:nobody",
                "--dabyl.telegram-api-url=http://127.0.0.1:" + OwnRedis.freePort())) {
            HealthIndicator telegram = program.getBean("telegramHealthIndicator", HealthIndicator.class);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> String.valueOf(telegram.health()).contains("unreachable"));
            assertThat(program.isActive()).isTrue();
        }
    }
}
