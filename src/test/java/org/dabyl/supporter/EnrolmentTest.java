package org.dabyl.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.SealedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The benchmark's million is worth what this proves: that it lies in Redis as people who registered do. */
@ExtendWith(TestRedis.class)
class EnrolmentTest {

    private static final BotId BOT = new BotId(7);
    private static final DistrictCode SHANYRAK = new DistrictCode("shanyrak-1");

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> BYTES = RedisScript.of(
            "return {redis.call('OBJECT', 'ENCODING', KEYS[1]), redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', '0')}",
            List.class);

    private final SettableClock clock = new SettableClock();

    /** Few lie in Redis in another way than many, so both are looked at. */
    @Test
    void whoIsEnrolledTakesTheSameBytesAsWhoRegisters(StringRedisTemplate redis) {
        for (int people : List.of(3, 700)) {
            TestRedis.flush();
            Supporters supporters = TestSupporters.of(TestFleet.of(7), clock);
            chats(people).forEach(chat -> supporters.register(new Address(BOT, chat), SHANYRAK, Language.RU));
            Map<String, List<Object>> registered = bytes(redis);

            TestRedis.flush();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Enrolment.enrol(BOT, chats(people), SHANYRAK, Language.RU, today);

            assertThat(registered).hasSize(2);
            assertThat(bytes(redis)).isEqualTo(registered);
        }
    }

    private static List<SealedId> chats(int people) {
        return IntStream.range(0, people)
                .mapToObj(n -> new SealedId("sealed-chat-%020d".formatted(n)))
                .toList();
    }

    /** Of each key how it lies there, the bytes that it takes, and what it holds. */
    private static Map<String, List<Object>> bytes(StringRedisTemplate redis) {
        Map<String, List<Object>> bytes = new TreeMap<>();
        for (String key : Objects.requireNonNull(redis.keys("*"))) {
            bytes.put(key, List.of(Objects.requireNonNull(redis.execute(BYTES, List.of(key))), held(redis, key)));
        }
        return bytes;
    }

    private static Object held(StringRedisTemplate redis, String key) {
        return switch (redis.type(key)) {
            case HASH -> redis.opsForHash().entries(key);
            case SET -> Objects.requireNonNull(redis.opsForSet().members(key));
            default -> throw new AssertionError("registering left another kind of key");
        };
    }
}
