package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Supporters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two processes share one bot without getting into each other's way, and either goes on where the other was killed. */
@ExtendWith(TestRedis.class)
class TakeoverTest {

    private static final int PEOPLE = 60;
    private static final long FIRST = 7_100_000_001L;
    private static final Duration PROMISED = Duration.ofSeconds(15);

    @Test
    void whoIsLeftReceivesWithinFifteenSeconds() {
        try (Crew crew = new Crew(Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1", "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port())))) {
            Phone owner = crew.owner(1_001);
            Instance receiver = crew.startReady();
            crew.phone(1_002, "ru").writes("/start d_bakay").expect("вы записаны");
            crew.startReady();
            // the last poll of the process that made the owner may have hung at Telegram for some more seconds
            long before = crew.statistic("conflicts");

            shareOneAlert(crew, owner);
            assertThat(crew.statistic("conflicts")).isEqualTo(before);

            crew.kill(receiver);
            long killed = System.nanoTime();
            crew.phone(1_003, "ru").writes("/start d_bakay").expect("вы записаны");
            Duration silence = Duration.ofNanos(System.nanoTime() - killed);

            System.out.printf("Received again %d ms after the receiver was killed%n", silence.toMillis());
            assertThat(silence).isLessThan(PROMISED);
            // the poll of the one that was killed still hung when the other began
            assertThat(crew.statistic("conflicts")).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void whatAKilledProcessHadUnderWayIsSentByTheOtherWithinFifteenSeconds() {
        try (Crew crew = new Crew(Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1", "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port())))) {
            Phone owner = crew.owner(1_001);
            Instance receiver = crew.startReady();
            crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE, "text", "/start d_karasu"));
            await().atMost(Duration.ofMinutes(1)).until(() -> registered() == PEOPLE);
            crew.startReady();

            owner.writes("/alert karasu they are here").waitFor("they are here");
            Seen preview = owner.last();
            // Telegram takes each message and is slow to say so, until it works again
            crew.telegram()
                    .fails(Map.of("method", "sendMessage", "kind", "delay", "delay_ms", 5_000, "for_ms", 60_000));
            owner.press(preview.id(), preview.rows().getFirst().getFirst().data());
            await().atMost(Duration.ofMinutes(1)).until(() -> leases().size() >= 15);
            crew.telegram().works();
            crew.kill(receiver);
            long killed = System.nanoTime();
            Set<String> underWay = leases();

            await().atMost(PROMISED.multipliedBy(2)).until(() -> Collections.disjoint(leases(), underWay));
            Duration wait = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf("%d under way were taken over %d ms after the kill%n", underWay.size(), wait.toMillis());
            assertThat(wait).isLessThan(PROMISED);

            await().atMost(Duration.ofMinutes(1)).until(() -> delivered() == PEOPLE);
            // what Telegram had taken and not answered came again, once; the owner's board may be among it
            assertThat(crew.statistic("duplicates")).isBetween(1L, underWay.size() + 1L);
        }
    }

    /** One alert, one board for each organiser, one message a person, one pace. */
    private static void shareOneAlert(Crew crew, Phone owner) {
        owner.writes("/invite karasu").waitFor("?start=o_");
        Phone organiser = crew.phone(1_004, "en").opens(owner.last().link());
        organiser.next();
        crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE, "text", "/start d_karasu"));
        Phone last = new Phone(crew.telegram(), FIRST + PEOPLE - 1).expect("вы записаны");
        await().until(() -> registered() == PEOPLE);

        organiser.writes("/alert karasu they are here").waitFor("they are here");
        Seen preview = organiser.last();
        organiser.press(preview.id(), preview.rows().getFirst().getFirst().data());
        organiser.waitFor("Sent: 60 of 60");
        owner.waitFor("Sent: 60 of 60");
        last.expect("they are here");

        List<Seen> unread = owner.unread();
        assertThat(unread).as("more boards than one").isEmpty();
        assertThat(crew.statistic("duplicates")).isZero();
        assertThat(crew.statistic("largest_in_a_second")).isLessThanOrEqualTo(30);
        assertThat(crew.statistic("too_many_requests")).isZero();
    }

    private static Set<String> leases() {
        Set<String> leases = TestRedis.template().opsForZSet().range(new BotId(Crew.BOT).key("leases"), 0, -1);
        return leases == null ? Set.of() : leases;
    }

    private static long delivered() {
        StringRedisTemplate redis = TestRedis.template();
        return redis.opsForZSet().range(new BotId(Crew.BOT).key("dispatches"), 0, -1).stream()
                .mapToLong(id -> Long.parseLong(
                        String.valueOf(redis.opsForHash().get(new BotId(Crew.BOT).key("dispatch:" + id), "delivered"))))
                .sum();
    }

    private static long registered() {
        String key = Supporters.key(new BotId(Crew.BOT), new DistrictCode("karasu"));
        Long members = TestRedis.template().opsForSet().size(key);
        return members == null ? 0 : members;
    }
}
