package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class TimetableStopTest {

    private final SettableClock clock = new SettableClock();
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Test
    void aStepThatRunsIsFinishedAndNoOtherIsClaimed(StringRedisTemplate redis) {
        Timetable timetable = TestTimetable.of(redis, clock, new Waiting());
        TimetableTick tick = new TimetableTick(timetable);
        tick.start();
        timetable.at("wait", "a1", clock.instant());
        tick.tick();
        timetable.at("wait", "a2", clock.instant());

        Thread.ofVirtual().start(stopping::countDown);
        tick.stop();
        tick.tick();

        assertThat(redis.keys("*")).containsExactly(Timetable.KEY);
        assertThat(redis.opsForZSet().range(Timetable.KEY, 0, -1)).containsExactly("wait|a2");
    }

    private final class Waiting implements Step {

        @Override
        public String kind() {
            return "wait";
        }

        @Override
        public void run(String subject) {
            try {
                stopping.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
