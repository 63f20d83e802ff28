package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class LeaseTest {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final String KEY = "{1}:receiver";

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Lease mine = new Lease(redis, clock, new BotId(1), TIME);
    private final Lease others = new Lease(redis, clock, new BotId(1), TIME);

    @Test
    void oneHoldsItAtATime() {
        mine.take();
        others.take();
        assertThat(mine.held()).isTrue();
        assertThat(others.held()).isFalse();
        assertThat(redis.getExpire(KEY)).isBetween(1L, 10L);
    }

    @Test
    void itIsProlongedByItsOwner() {
        mine.take();
        redis.expire(KEY, Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(9));
        mine.take();
        clock.advance(Duration.ofSeconds(9));
        assertThat(mine.held()).isTrue();
        assertThat(mine.heldFor(Duration.ofSeconds(18))).isTrue();
        assertThat(mine.term()).isEqualTo(1);
        assertThat(redis.getExpire(KEY)).isGreaterThan(5);
    }

    @Test
    void itRunsOutWithoutASignOfLife() {
        mine.take();
        clock.advance(TIME);
        assertThat(mine.held()).isFalse();
    }

    @Test
    void anotherTakesOverWhatHasExpired() {
        mine.take();
        redis.delete(KEY);
        others.take();
        mine.take();
        assertThat(others.held()).isTrue();
        assertThat(mine.held()).isFalse();
    }

    @Test
    void whatIsGivenBackIsFree() {
        mine.take();
        mine.release();
        others.take();
        assertThat(others.held()).isTrue();
    }

    @Test
    void nobodyGivesBackWhatIsAnothers() {
        others.take();
        mine.release();
        mine.take();
        assertThat(mine.held()).isFalse();
    }

    @Test
    void holdingItAgainIsAnotherTerm() {
        mine.take();
        mine.lost();
        mine.take();
        assertThat(mine.term()).isEqualTo(2);
    }
}
