package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class RehearsalConfigurationTest {
    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner().withUserConfiguration(RehearsalServer.Alone.class);

    @Test
    void nothingOfTheRehearsalExistsUnlessItIsEnabled() {
        runner.run(context -> {
            assertThat(context.getBeansWithAnnotation(OnlyInRehearsal.class)).isEmpty();
            for (Class<?> type :
                    List.of(SimulatedTelegram.class, Phones.class, Crowd.class, Live.class, Heartbeat.class)) {
                assertThat(context).doesNotHaveBean(type);
            }
        });
    }

    @Test
    void theBotsAndLimitsAreSettings() {
        runner.withPropertyValues(
                        "dabyl.rehearsal.enabled=true",
                        "dabyl.rehearsal.per-second=7",
                        "dabyl.rehearsal.bots[0].token=5:x",
                        "dabyl.rehearsal.bots[0].username=one_bot",
                        "dabyl.rehearsal.bots[1].token=6:x",
                        "dabyl.rehearsal.bots[1].username=two_bot")
                .run(context -> {
                    SimulatedTelegram telegram = context.getBean(SimulatedTelegram.class);
                    assertThat(telegram.bots()).extracting(bot -> bot.username).containsExactly("one_bot", "two_bot");
                    assertThat(telegram.desk().limits.perSecond()).isEqualTo(7);
                });
    }
}
