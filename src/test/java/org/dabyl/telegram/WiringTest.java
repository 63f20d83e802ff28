package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuEntry;
import org.dabyl.delivery.MenuTexts;
import org.dabyl.delivery.Menus;
import org.dabyl.delivery.Messenger;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.MachineTime;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class WiringTest {

    private static final List<Incoming> HEARD = new CopyOnWriteArrayList<>();

    // not a @Configuration: a scan of the whole program must not find it
    @EnableConfigurationProperties({TelegramSettings.class, WebhookSettings.class})
    @ComponentScan
    static class Program {

        @Bean
        @MachineTime
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Vault vault() {
            return TestVault.create();
        }

        @Bean
        Listener listener() {
            return HEARD::add;
        }

        @Bean
        MenuTexts menuTexts() {
            return new Texts();
        }

        @Bean(destroyMethod = "")
        StringRedisTemplate redis() {
            return TestRedis.template();
        }
    }

    @Test
    void withATokenThePackageRunsByItself(CapturedOutput output) {
        HEARD.clear();
        try (FakeBotApi telegram = new FakeBotApi()) {
            telegram.text(1, 987654321, "personal words");
            new ApplicationContextRunner()
                    .withUserConfiguration(Program.class)
                    .withPropertyValues(
                            "dabyl.bot-token=" + FakeBotApi.TOKEN,
                            "dabyl.telegram-api-url=" + telegram.uri(),
                            "dabyl.receiver-lease=2s")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        await().until(() -> HEARD.size() == 1);
                        await().until(() ->
                                !telegram.requests("setMyShortDescription").isEmpty());
                        assertThat(context.getBean(Fleet.class).username(new BotId(123456)))
                                .contains("dabyl_bot");
                        assertThat(context).hasSingleBean(Messenger.class).hasSingleBean(Menus.class);
                        assertThat(context).getBean(HealthIndicator.class).isInstanceOf(TelegramHealth.class);
                    });
        }
        assertThat(output).doesNotContain("fake-Token", "987654321", "personal words", "cannot be reached");
    }

    private static final class Texts implements MenuTexts {

        @Override
        public List<MenuEntry> supporter(Language language) {
            return List.of(new MenuEntry("help", "help"));
        }

        @Override
        public List<MenuEntry> organiser(Language language) {
            return supporter(language);
        }

        @Override
        public String description(Language language) {
            return "about";
        }

        @Override
        public String shortDescription(Language language) {
            return "short";
        }
    }
}
