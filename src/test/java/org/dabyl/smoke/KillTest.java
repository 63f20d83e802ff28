package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.TestDelivery;
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
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** Processes are killed in the middle of broadcasts, again and again: nobody is lost, hardly anybody called twice. */
@ExtendWith(TestRedis.class)
class KillTest {

    private static final int KILLS = 25;
    private static final int PEOPLE = 900;
    private static final int FEWER = 300;
    private static final long FIRST = 7_000_000_001L;
    private static final long OWNER = 6_999_999_999L;
    private static final int LONGEST_WAIT_MS = 1_000;
    private static final BotId BOT = new BotId(Crew.BOT);

    private final StringRedisTemplate redis = TestRedis.template();
    private final Random chance = new Random(20_260_405);
    private int kills;
    private long inFlight;

    @Test
    void nobodyIsLostThoughProcessesAreKilledAtRandom() {
        // short leases, so that what a killed process held is taken over while the next one starts
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1",
                "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()),
                "DABYL_LEASE", "5s",
                "DABYL_RECEIVERLEASE", "2s");
        try (Crew crew = new Crew(settings)) {
            Phone owner = crew.owner(OWNER);
            register(crew);
            // while one starts anew, two are at work
            crew.start();
            crew.start();
            crew.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> crew.ready().size() == 3);

            int rounds = 0;
            while (kills < KILLS) {
                rounds++;
                raise(owner, rounds);
                broadcast(crew, 2 * rounds - 1);
                owner.writes("/standdown over-" + rounds);
                broadcast(crew, 2 * rounds);
                owner.waitFor("Sent: %d of %d".formatted(people(rounds), people(rounds)));
            }
            verify(crew, rounds);
        }
    }

    private void register(Crew crew) {
        crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE));
        Vault vault = TestVault.open(crew.keyset());
        Supporters supporters = TestSupporters.of(TestFleet.of(Crew.BOT), Clock.systemUTC());
        for (long id = FIRST; id < FIRST + PEOPLE; id++) {
            Address person = new Address(BOT, vault.seal(new ChatId(id)));
            supporters.register(person, new DistrictCode(district(1)), Language.RU);
            if (id < FIRST + FEWER) {
                supporters.register(person, new DistrictCode(district(2)), Language.RU);
            }
        }
    }

    /** One alert to all, then short ones until enough processes have been killed. */
    private static String district(int round) {
        return round == 1 ? "karasu" : "bakay";
    }

    private static int people(int round) {
        return round == 1 ? PEOPLE : FEWER;
    }

    private static void raise(Phone owner, int round) {
        owner.writes("/alert " + district(round) + " alarm-" + round).waitFor("alarm-" + round);
        Seen preview = owner.last();
        owner.press(preview.id(), preview.rows().getFirst().getFirst().data());
    }

    /** Kills processes at random until all of it is out, or enough have been killed. */
    private void broadcast(Crew crew, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> audited().size() == number);
        while (!ended()) {
            List<Instance> ready = crew.ready();
            if (kills == KILLS || ready.size() < 2) {
                pass(100);
            } else {
                pass(chance.nextInt(LONGEST_WAIT_MS));
                kill(crew, ready.get(chance.nextInt(ready.size())));
            }
        }
    }

    private void kill(Crew crew, Instance victim) {
        if (ended()) {
            return;
        }
        crew.replace(victim);
        kills++;
        inFlight += leases();
    }

    private void verify(Crew crew, int rounds) {
        long lost = 0;
        long doubled = 0;
        for (long id = FIRST; id < FIRST + PEOPLE; id++) {
            List<String> texts = texts(crew, id);
            for (int round = 1; round <= rounds; round++) {
                for (String mark : List.of("alarm-" + round, "over-" + round)) {
                    long copies =
                            texts.stream().filter(text -> text.contains(mark)).count();
                    lost += copies == 0 && id < FIRST + people(round) ? 1 : 0;
                    doubled += Math.max(0, copies - 1);
                }
            }
        }
        System.out.printf(
                "%d kills, %d messages: %d lost, %d doubled (at most %d in flight when killed), %d in a second, %s%n",
                kills,
                2 * rounds * PEOPLE,
                lost,
                doubled,
                inFlight,
                crew.statistic("largest_in_a_second"),
                crew.telegram().get("/statistics"));
        assertThat(lost).isZero();
        assertThat(doubled).isLessThanOrEqualTo(inFlight);
        assertThat(crew.statistic("largest_in_a_second")).isLessThanOrEqualTo(30);
        assertThat(crew.statistic("too_many_requests")).isZero();
        long all = IntStream.rangeClosed(1, rounds)
                .mapToLong(round -> 2L * people(round))
                .sum();
        assertThat(audited().stream().reduce(Progress.NONE, Progress::plus))
                .isEqualTo(new Progress(all, 0, 0, 0, all, 0, 0, 0));
    }

    private static List<String> texts(Crew crew, long person) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message :
                crew.telegram().get("/persons/" + person + "/chat").path("messages")) {
            texts.add(message.path("text").asString());
        }
        return texts;
    }

    private List<Progress> audited() {
        return TestDelivery.audited(redis, BOT);
    }

    private boolean ended() {
        return audited().stream().allMatch(Progress::ended);
    }

    private long leases() {
        Long leases = redis.opsForZSet().zCard(BOT.key("leases"));
        return leases == null ? 0 : leases;
    }

    private static void pass(int millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }
}
