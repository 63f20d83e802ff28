package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class LinksTest {

    private static final BotId SEVEN = new BotId(7);
    private static final BotId EIGHT = new BotId(8);

    private final Outages outages = TestOutages.create();
    private final Links links = new Links(TestFleet.of(7, 8, 9), outages, TestRedis.template());

    @Test
    void theBotWithTheFewestPeopleIsNamed() {
        people(SEVEN, 3);
        people(EIGHT, 1);
        people(new BotId(9), 2);

        assertThat(links.start("d_ulzhan")).contains("https://t.me/bot_8?start=d_ulzhan");
        people(EIGHT, 4);
        assertThat(links.start("d_ulzhan")).contains("https://t.me/bot_9?start=d_ulzhan");
    }

    @Test
    void aBotOutOfServiceIsNotNamed() {
        people(SEVEN, 3);
        people(new BotId(9), 2);
        outages.begin(EIGHT, Instant.EPOCH);

        assertThat(links.start("d_ulzhan")).contains("https://t.me/bot_9?start=d_ulzhan");
        outages.end(EIGHT);
        assertThat(links.start("d_ulzhan")).contains("https://t.me/bot_8?start=d_ulzhan");
    }

    @Test
    void whereNoBotWorksThereIsNoLink() {
        for (long bot = 7; bot <= 9; bot++) {
            outages.begin(new BotId(bot), Instant.EPOCH);
        }

        assertThat(links.start("d_ulzhan")).isEmpty();
    }

    private static void people(BotId bot, int number) {
        for (int i = 0; i < number; i++) {
            TestRedis.template().opsForHash().put(bot.key("supporters"), "person-" + i, "kk|x");
        }
    }
}
