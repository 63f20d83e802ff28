package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class TimetableTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final String LEASED = Timetable.KEY + ":leased";

    private final SettableClock clock = new SettableClock();
    private final StringRedisTemplate redis = TestRedis.template();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private Consumer<String> work = subject -> {};
    private Timetable timetable;

    @BeforeEach
    void aTimetable() {
        timetable = aMemberOfTheFleet();
    }

    @Test
    void aStepRunsOnceAtItsTime() {
        at("a1", 10);

        clock.pass(Duration.ofMillis(9_999));
        assertThat(timetable.run()).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(timetable.run()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(timetable.run()).isZero();
        assertThat(ran).containsExactly("a1");
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void theEarlierOfTwoTimesCounts() {
        at("late", 20);
        at("late", 10);
        at("early", 10);
        at("early", 20);

        clock.pass(Duration.ofSeconds(10));
        timetable.run();

        assertThat(ran).containsExactlyInAnyOrder("late", "early");
    }

    @Test
    void aCancelledStepDoesNotRun() {
        at("a1", 10);
        timetable.cancel("widen", "a1");

        clock.pass(Duration.ofSeconds(10));

        assertThat(timetable.run()).isZero();
    }

    @Test
    void aStepPlannedAgainWhileItRunsIsNotLost() {
        at("a1", 0);
        work = subject -> {
            if (ran.size() == 1) {
                at(subject, 180);
            }
        };

        assertThat(timetable.run()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(179));
        assertThat(timetable.run()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(timetable.run()).isEqualTo(1);
    }

    @Test
    void aStepPlannedForNowWhileItRunsWaitsForItself() {
        at("a1", 0);
        Timetable other = aMemberOfTheFleet();
        work = subject -> {
            if (ran.size() == 1) {
                at(subject, 0);
                assertThat(other.run()).isZero();
            }
        };

        assertThat(timetable.run()).isEqualTo(2);
    }

    @Test
    void aStepThatTakesLongIsNotRunBesideItself() {
        at("a1", 0);
        Timetable other = aMemberOfTheFleet();
        work = subject -> {
            long ends = leaseEnds();
            while (redisMillis() <= ends - LEASE.toMillis()) {
                Thread.onSpinWait();
            }
            timetable.prolong();
            assertThat(leaseEnds()).isGreaterThan(ends);
            assertThat(other.run()).isZero();
        };

        assertThat(timetable.run()).isEqualTo(1);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aStepWhoseInstanceStandsStillIsTakenOverAfterItsLease() {
        at("a1", 0);
        Timetable other = aMemberOfTheFleet();
        work = subject -> {
            if (ran.size() == 1) {
                redis.opsForZSet().add(LEASED, "widen|a1", 1);
                assertThat(other.run()).isEqualTo(1);
            }
        };

        timetable.run();

        assertThat(ran).containsExactly("a1", "a1");
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void clocksThatDifferByTwentySecondsDoNotDoubleAStep() {
        SettableClock ahead = new SettableClock();
        ahead.pass(Duration.ofSeconds(20));
        Timetable early = aMemberOfTheFleet(ahead);
        at("a1", 20);
        work = subject -> {
            // the step is under way by the clock that is ahead; by neither clock may it begin again
            assertThat(timetable.run()).isZero();
            clock.pass(Duration.ofSeconds(20));
            assertThat(timetable.run()).isZero();
            ahead.pass(Duration.ofSeconds(20));
            assertThat(aMemberOfTheFleet(ahead).run()).isZero();
        };

        assertThat(timetable.run()).isZero();
        assertThat(early.run()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(timetable.run()).isZero();
        assertThat(early.run()).isZero();
        assertThat(ran).containsExactly("a1");
    }

    @Test
    void aStepOfTheSlowClockIsSafeFromTheFastOne() {
        SettableClock ahead = new SettableClock();
        ahead.pass(Duration.ofSeconds(20));
        Timetable fast = aMemberOfTheFleet(ahead);
        at("a1", 0);
        // by the fast clock a lease of 10 s, begun now by the slow one, would be over at once
        work = subject -> assertThat(fast.run()).isZero();

        assertThat(timetable.run()).isEqualTo(1);
        assertThat(fast.run()).isZero();
        assertThat(ran).containsExactly("a1");
    }

    @Test
    void aStepThatFailsIsTriedAgainLaterEachTime() {
        at("a1", 0);
        work = subject -> {
            if (ran.size() < 3) {
                throw new IllegalStateException("not yet");
            }
        };

        assertThat(timetable.run()).isEqualTo(1);
        assertThat(timetable.run()).isZero();
        clock.pass(Duration.ofSeconds(5));
        assertThat(timetable.run()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(9));
        assertThat(timetable.run()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(timetable.run()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(timetable.run()).isZero();
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aStepOfAnUnknownKindIsKeptForAVersionThatKnowsIt() {
        timetable.at("audit", "a1", clock.instant());

        timetable.run();

        assertThat(redis.opsForZSet().score(Timetable.KEY, "audit|a1"))
                .isEqualTo((double) clock.instant().plusSeconds(5).toEpochMilli());
    }

    @Test
    void stepsRunBesideEachOther() {
        CyclicBarrier meeting = new CyclicBarrier(2);
        work = subject -> meet(meeting);
        at("a1", 0);
        at("a2", 0);

        assertThat(timetable.run()).isEqualTo(2);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void moreThanABatchIsRunInOneGo() {
        int many = 2 * Plan.BATCH + 1;
        for (int i = 0; i < many; i++) {
            at("a" + i, 0);
        }

        assertThat(timetable.run()).isEqualTo(many);
    }

    @Test
    void aSubjectMayHoldAnything() {
        at("a|b:{c}", 0);

        timetable.run();

        assertThat(ran).containsExactly("a|b:{c}");
    }

    @Test
    void aKindWithABarIsRefused() {
        assertThatThrownBy(() -> timetable.at("a|b", "c", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void at(String subject, int seconds) {
        timetable.at("widen", subject, clock.instant().plusSeconds(seconds));
    }

    private long leaseEnds() {
        return Objects.requireNonNull(redis.opsForZSet().score(LEASED, "widen|a1"))
                .longValue();
    }

    private long redisMillis() {
        return Objects.requireNonNull(redis.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MILLISECONDS)));
    }

    private Timetable aMemberOfTheFleet() {
        return aMemberOfTheFleet(clock);
    }

    private Timetable aMemberOfTheFleet(Clock clock) {
        return TestTimetable.of(redis, clock, new Step() {
            @Override
            public String kind() {
                return "widen";
            }

            @Override
            public void run(String subject) {
                ran.add(subject);
                work.accept(subject);
            }
        });
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
