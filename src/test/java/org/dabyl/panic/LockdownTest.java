package org.dabyl.panic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class LockdownTest {

    private static final String ONE = new BotId(7).key("locked");
    private static final String OTHER = new BotId(8).key("locked");

    private final StringRedisTemplate redis = TestRedis.template();
    private final Lockdown lockdown = new Lockdown(redis, TestFleet.of(7, 8), Clock.systemUTC());

    @Test
    void everyBotIsLockedAndUnlocked() {
        lockdown.lock();
        assertThat(redis.keys("*")).containsExactlyInAnyOrder(Timetable.LOCKED, ONE, OTHER);
        assertThat(lockdown.since()).isPresent();

        lockdown.unlock();
        assertThat(redis.keys("*")).isEmpty();
        assertThat(lockdown.since()).isEmpty();
    }

    @Test
    void aRedisThatIsFullIsLockedAllTheSame() {
        TestRedis.full(lockdown::lock);

        assertThat(redis.keys("*")).containsExactlyInAnyOrder(Timetable.LOCKED, ONE, OTHER);
    }

    @Test
    void aLockThatWasCutOffIsCompleted() {
        redis.opsForValue().set(Timetable.LOCKED, "5");

        lockdown.reconcile();

        assertThat(redis.opsForValue().get(ONE)).isEqualTo("5");
        assertThat(redis.opsForValue().get(OTHER)).isEqualTo("5");
    }

    @Test
    void anUnlockThatWasCutOffIsCompleted() {
        lockdown.lock();
        redis.delete(Timetable.LOCKED);

        lockdown.reconcile();

        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aSecondLockKeepsTheTimeOfTheFirst() {
        redis.opsForValue().set(Timetable.LOCKED, "5");

        lockdown.lock();

        assertThat(redis.opsForValue().get(Timetable.LOCKED)).isEqualTo("5");
    }
}
