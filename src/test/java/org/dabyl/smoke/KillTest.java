package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Processes are killed in the middle of broadcasts, again and again: nobody is lost, and nobody called twice but whom a killed process
 * was just sending to, once a kill. How many that can be is the pace's to say: whoever is sent to holds one of its slots until that is
 * settled ({@code claim.lua}), over all processes together.
 */
@ExtendWith(TestRedis.class)
class KillTest {

    private static final int KILLS = 25;
    private static final int PEOPLE = 900;
    private static final int FEWER = 300;
    private static final long FIRST = 7_000_000_001L;
    private static final long OWNER = 6_999_999_999L;
    private static final int LONGEST_WAIT_MS = 1_000;
    private static final BotId BOT = new BotId(Crew.BOT);
    private static final int SLOTS = (int) TestDelivery.usualRate();

    private final StringRedisTemplate redis = TestRedis.template();
    private final Random chance = new Random(20_260_405);
    private final List<Killed> kills = new ArrayList<>();
    private final Map<String, String> marks = new HashMap<>();

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
            while (kills.size() < KILLS) {
                rounds++;
                raise(owner, rounds);
                broadcast(crew, 2 * rounds - 1, "alarm-" + rounds);
                owner.writes("/standdown over-" + rounds);
                broadcast(crew, 2 * rounds, "over-" + rounds);
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
    private void broadcast(Crew crew, int number, String mark) {
        await().atMost(Duration.ofSeconds(30)).until(() -> audited().size() == number);
        dispatches().forEach(dispatch -> marks.putIfAbsent(dispatch, mark));
        while (!ended()) {
            // before any of it can run out
            narrow(leases());
            List<Instance> ready = crew.ready();
            if (kills.size() == KILLS || ready.size() < 2) {
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
        crew.kill(victim);
        Map<String, Double> leased = leases();
        narrow(leased);
        // what an earlier one was sending is not this one's
        kills.forEach(before -> leased.keySet().removeAll(before.leases.keySet()));
        kills.add(new Killed(leased));
        crew.start();
    }

    private void narrow(Map<String, Double> leased) {
        long then = now();
        kills.forEach(killed -> killed.narrow(leased, then));
    }

    private void verify(Crew crew, int rounds) {
        Vault vault = TestVault.open(crew.keyset());
        List<String> lost = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        long doubled = 0;
        for (long id = FIRST; id < FIRST + PEOPLE; id++) {
            List<String> texts = texts(crew, id);
            String chat = vault.seal(new ChatId(id)).value();
            for (Map.Entry<String, String> dispatch : marks.entrySet()) {
                String mark = dispatch.getValue();
                long copies = texts.stream().filter(text -> text.contains(mark)).count();
                long cut = kills.stream()
                        .filter(killed -> killed.wasSending(dispatch.getKey(), chat))
                        .count();
                if (copies == 0 && id < FIRST + people(round(mark))) {
                    lost.add(mark);
                }
                doubled += Math.max(0, copies - 1);
                if (copies > 1 + cut) {
                    unexplained.add("%s %d times, cut off %d times".formatted(mark, copies, cut));
                }
            }
        }
        List<Integer> inFlight = kills.stream().map(Killed::inFlight).toList();
        System.out.printf(
                "%d kills, %d rounds: %d lost, %d doubled, of %d in flight in the killed processes %s, %d in a second, %s%n",
                kills.size(),
                rounds,
                lost.size(),
                doubled,
                inFlight.stream().mapToInt(Integer::intValue).sum(),
                inFlight,
                crew.statistic("largest_in_a_second"),
                crew.telegram().get("/statistics"));
        assertThat(marks).hasSize(2 * rounds);
        assertThat(lost).isEmpty();
        assertThat(unexplained).as("at most once more a kill that cut it off").isEmpty();
        assertThat(inFlight).hasSize(KILLS).allSatisfy(some -> assertThat(some).isLessThanOrEqualTo(SLOTS));
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

    private Set<String> dispatches() {
        return Objects.requireNonNull(redis.opsForZSet().range(BOT.key("dispatches"), 0, -1));
    }

    /** What is being sent, and until when it is leased, ms of Redis. */
    private Map<String, Double> leases() {
        Map<String, Double> leases = new HashMap<>();
        Objects.requireNonNull(redis.opsForZSet().rangeWithScores(BOT.key("leases"), 0, -1))
                .forEach(lease ->
                        leases.put(Objects.requireNonNull(lease.getValue()), Objects.requireNonNull(lease.getScore())));
        return leases;
    }

    private long now() {
        RedisCallback<Long> time = connection -> connection.serverCommands().time();
        return Objects.requireNonNull(redis.execute(time));
    }

    private static int round(String mark) {
        return Integer.parseInt(mark.substring(mark.indexOf('-') + 1));
    }

    /**
     * What a process was sending when it was killed: of all that was leased then, what nobody settled or prolonged before it ran out.
     */
    private static final class Killed {

        private final Map<String, Double> leases;

        Killed(Map<String, Double> atThatMoment) {
            leases = new HashMap<>(atThatMoment);
        }

        /** Leaves out what those who live have gone on with. {@code then} is later than {@code leasedNow}, ms. */
        void narrow(Map<String, Double> leasedNow, long then) {
            leases.entrySet()
                    .removeIf(lease ->
                            lease.getValue() > then && !lease.getValue().equals(leasedNow.get(lease.getKey())));
        }

        boolean wasSending(String dispatch, String chat) {
            return leases.keySet().stream().anyMatch(lease -> lease.startsWith(dispatch + "|" + chat + "|"));
        }

        int inFlight() {
            return leases.size();
        }
    }

    private static void pass(int millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }
}
