package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

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
    void withoutRedisItRunsOutAndIsThenInDoubtUntilRedisIsBack() {
        AtomicBoolean down = new AtomicBoolean();
        Lease lease = new Lease(new FailingRedis(redis, down), clock, new BotId(1), TIME);
        lease.take();
        down.set(true);
        assertThatThrownBy(lease::take).isInstanceOf(RedisConnectionFailureException.class);
        assertThat(lease.held()).isTrue();
        assertThat(lease.inDoubt()).isFalse();

        clock.advance(TIME);
        assertThat(lease.held()).isFalse();
        assertThat(lease.inDoubt()).isTrue();

        down.set(false);
        lease.take();
        assertThat(lease.inDoubt()).isFalse();
        assertThat(lease.held()).isTrue();
    }

    @Test
    void whatWasNeverHeldOrIsAnothersIsNotInDoubt() {
        AtomicBoolean down = new AtomicBoolean(true);
        Lease lease = new Lease(new FailingRedis(redis, down), clock, new BotId(1), TIME);
        assertThatThrownBy(lease::take).isInstanceOf(RedisConnectionFailureException.class);
        assertThat(lease.inDoubt()).isFalse();

        down.set(false);
        lease.take();
        down.set(true);
        clock.advance(TIME);
        assertThatThrownBy(lease::take).isInstanceOf(RedisConnectionFailureException.class);
        assertThat(lease.inDoubt()).isTrue();
        // a conflict at Telegram tells that another one receives
        lease.lost();
        assertThat(lease.inDoubt()).isFalse();
    }

    @Test
    void holdingItAgainIsAnotherTerm() {
        mine.take();
        mine.lost();
        mine.take();
        assertThat(mine.term()).isEqualTo(2);
    }

    private static final class FailingRedis extends StringRedisTemplate {

        private final AtomicBoolean down;

        FailingRedis(StringRedisTemplate redis, AtomicBoolean down) {
            super(redis.getRequiredConnectionFactory());
            this.down = down;
        }

        @Override
        public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
            if (down.get()) {
                throw new RedisConnectionFailureException("down");
            }
            return super.execute(script, keys, arguments);
        }
    }
}
