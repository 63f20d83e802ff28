package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A crowd moves to another bot in the middle of a broadcast, and the process is killed in the middle of that. */
@ExtendWith(TestRedis.class)
class MoveKilledTest {

    private static final int PEOPLE = 60;
    private static final long FIRST = 7_300_000_001L;
    private static final BotId OLD = new BotId(1_000_001);
    private static final BotId NEW = new BotId(1_000_002);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Test
    void everybodyIsAtOneBotAndCalledOnce() {
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1",
                "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()),
                "DABYL_BOTS_0_TOKEN", Fleet.token(1),
                "DABYL_RATE", "6",
                "DABYL_LEASE", "5s",
                "DABYL_RECEIVER_LEASE", "3s");
        try (Crew crew = new Crew(settings, Fleet.settings(2))) {
            Phone owner = crew.owner(1_001);
            Instance first = crew.startReady();
            crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE, "text", "/start d_karasu"));
            await().atMost(LONGEST).until(() -> people(OLD).size() == PEOPLE);
            // whoever is still being greeted would be at home at the old bot again
            await().atMost(LONGEST).until(() -> Objects.equals(inbox(OLD), 0L));
            owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");

            LongStream.range(FIRST, FIRST + PEOPLE)
                    .forEach(id -> new Phone(crew.telegram(), id).at(Fleet.TWO).writes("/start"));
            await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> people(NEW).size() >= PEOPLE / 6);
            crew.replace(first);

            await().atMost(LONGEST)
                    .until(() -> people(NEW).size() == PEOPLE && people(OLD).isEmpty());
            await().atMost(LONGEST).until(() -> reached(crew) == PEOPLE);
            owner.patient(LONGEST).waitFor("Sent: " + PEOPLE + " of " + PEOPLE);
            long all = LongStream.range(FIRST, FIRST + PEOPLE)
                    .map(id -> cards(crew, id, Fleet.ONE) + cards(crew, id, Fleet.TWO))
                    .sum();
            assertThat(all - PEOPLE).as("called twice, at most one a sender").isBetween(0L, 2L);
            assertThat(TestRedis.template().hasKey("{dabyl}:moves")).isFalse();
        }
    }

    /** Who is registered at a bot. */
    private static Set<Object> people(BotId bot) {
        return new HashSet<>(TestRedis.template().opsForHash().keys(bot.key("supporters")));
    }

    private static Long inbox(BotId bot) {
        return TestRedis.template().opsForStream().size(bot.key("inbox"));
    }

    private static long reached(Crew crew) {
        return LongStream.range(FIRST, FIRST + PEOPLE)
                .filter(id -> cards(crew, id, Fleet.ONE) + cards(crew, id, Fleet.TWO) > 0)
                .count();
    }

    private static int cards(Crew crew, long id, String bot) {
        int cards = 0;
        JsonNode chat = crew.telegram().get("/persons/" + id + "/chat?bot=" + bot);
        for (JsonNode message : Objects.requireNonNull(chat).path("messages")) {
            if (message.path("text").asString("").contains("they are here")) {
                cards++;
            }
        }
        return cards;
    }
}
