package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A process may die between writing a key and having it expire. */
@ExtendWith(TestRedis.class)
class SweepTest {

    private final StringRedisTemplate redis = TestRedis.template();
    private final Sweep sweep = new Sweep(redis, TestRedis.nodes());

    @Test
    void whatShouldExpireAndDoesNotExpiresFromNowOn() {
        redis.opsForSet().add("{7}:watcher:some-dispatch", "someone");
        redis.opsForSet().add("{7}:alert:aaaaaaaaaa:called", "someone");
        redis.opsForValue().set("{dabyl}:draft:aaaaaaaaaa", "a draft", Duration.ofDays(9));

        sweep.tick();

        assertThat(redis.getExpire("{7}:watcher:some-dispatch")).isBetween(1L, 60L);
        assertThat(redis.getExpire("{7}:alert:aaaaaaaaaa:called")).isBetween(86_000L, 86_400L);
        assertThat(redis.getExpire("{dabyl}:draft:aaaaaaaaaa")).isBetween(3_500L, 3_600L);
    }

    @Test
    void whatStaysAndWhatBelongsToAnOpenAlertStays() {
        redis.opsForZSet().add("{dabyl}:alerts", "aaaaaaaaaa", 1);
        redis.opsForSet().add("{7}:alert:aaaaaaaaaa:called", "someone");
        redis.opsForHash().put("{7}:supporters", "someone", "kk|ulzhan|0||1|1|1");
        redis.opsForValue().set("{7}:question:someone", "what", Duration.ofSeconds(90));
        redis.opsForValue().set("not ours", "whatever");

        sweep.tick();

        assertThat(redis.getExpire("{7}:alert:aaaaaaaaaa:called")).isEqualTo(-1);
        assertThat(redis.getExpire("{7}:supporters")).isEqualTo(-1);
        assertThat(redis.getExpire("{7}:question:someone")).isBetween(1L, 90L);
        assertThat(redis.getExpire("not ours")).isEqualTo(-1);
    }
}
