package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A crowd moves to another bot in the middle of a broadcast, and processes are killed in the middle of that. */
@ExtendWith(TestRedis.class)
class MoveKilledTest {

    private static final int PEOPLE = 60;
    private static final int KILLS = 3;
    private static final long FIRST = 7_300_000_001L;
    private static final BotId OLD = new BotId(1_000_001);
    private static final BotId NEW = new BotId(1_000_002);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Random chance = new Random(20_260_405);
    private long inFlight;

    @Test
    void everybodyIsAtOneBotAndCalledOnce() {
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1",
                "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()),
                "DABYL_BOTS_0_TOKEN", Fleet.token(1),
                "DABYL_RATE", "6",
                "DABYL_LEASE", "5s",
                "DABYL_RECEIVERLEASE", "2s");
        try (Crew crew = new Crew(settings, Fleet.settings(2))) {
            Phone owner = crew.owner(1_001);
            register(crew);
            crew.start();
            crew.startReady();
            owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");
            for (int kill = 1; kill <= KILLS; kill++) {
                move(crew, kill);
                killOne(crew);
            }

            long killed = System.nanoTime();
            await().atMost(LONGEST).until(() -> people(NEW) == PEOPLE && people(OLD) == 0);
            long moved = Duration.ofNanos(System.nanoTime() - killed).toMillis();
            await().atMost(LONGEST).until(() -> reached(crew) == PEOPLE);
            owner.patient(LONGEST).waitFor("Sent: " + PEOPLE + " of " + PEOPLE);
            await().atMost(LONGEST).until(() -> !TestRedis.template().hasKey("{dabyl}:moves"));
            long doubled = everybody()
                            .map(id -> cards(crew, id, Fleet.ONE) + cards(crew, id, Fleet.TWO))
                            .sum()
                    - PEOPLE;
            System.out.printf(
                    "%d moved, %d kills: %d doubled (at most %d in flight), all moved %d ms after the last kill%n",
                    PEOPLE, KILLS, doubled, inFlight, moved);
            assertThat(doubled).as("called twice").isBetween(0L, inFlight);
        }
    }

    /** All at the old bot. */
    private static void register(Crew crew) {
        crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE));
        Vault vault = TestVault.open(crew.keyset());
        Supporters supporters = TestSupporters.of(TestFleet.of(OLD.value(), NEW.value()), Clock.systemUTC());
        everybody()
                .forEach(id -> supporters.register(
                        new Address(OLD, vault.seal(new ChatId(id))), new DistrictCode("karasu"), Language.RU));
    }

    /** A third of them speaks to the other bot. */
    private static void move(Crew crew, int third) {
        int size = PEOPLE / KILLS;
        LongStream.range(FIRST + (third - 1L) * size, FIRST + (long) third * size)
                .forEach(id -> new Phone(crew.telegram(), id).at(Fleet.TWO).writes("/start"));
    }

    /** Kills the one that moves people, in the middle of it where there are two. */
    private void killOne(Crew crew) {
        long before = people(NEW);
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> people(NEW) > before + 1 && !crew.ready().isEmpty());
        List<Instance> ready = crew.ready();
        crew.replace(ready.get(chance.nextInt(ready.size())));
        inFlight += leases(OLD) + leases(NEW);
    }

    /** How many are registered at a bot. */
    private static long people(BotId bot) {
        return TestRedis.template().opsForHash().size(bot.key("supporters"));
    }

    private static long leases(BotId bot) {
        return Objects.requireNonNullElse(TestRedis.template().opsForZSet().zCard(bot.key("leases")), 0L);
    }

    private static LongStream everybody() {
        return LongStream.range(FIRST, FIRST + PEOPLE);
    }

    private static long reached(Crew crew) {
        return everybody()
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
