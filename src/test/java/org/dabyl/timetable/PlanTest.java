package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class PlanTest {

    private static final String STEP = "widen|a1";

    private static final String LEASED = Timetable.KEY + ":leased";

    private final StringRedisTemplate redis = TestRedis.template();
    private final Plan plan = new Plan(redis, Duration.ofSeconds(60), Duration.ofMillis(5));

    @Test
    void aClaimedStepIsClaimedByNobodyElse() {
        plan.at(STEP, 1_000);

        assertThat(plan.claim(999)).isEmpty();
        assertThat(plan.claim(1_000)).extracting(Claim::member).containsExactly(STEP);
        assertThat(plan.claim(1_059)).isEmpty();
    }

    @Test
    void nothingIsClaimedWhileLockedAndAllOfItAfterwards() {
        plan.at(STEP, 1_000);
        redis.opsForValue().set(Timetable.LOCKED, "1");

        assertThat(plan.claim(2_000)).isEmpty();

        redis.delete(Timetable.LOCKED);
        assertThat(plan.claim(2_000)).extracting(Claim::member).containsExactly(STEP);
    }

    @Test
    void aLeaseGoesByTheClockOfRedisWhateverTheCallersSay() {
        plan.at(STEP, 1_000);
        plan.claim(1_000);

        assertThat(plan.claim(4_000_000_000_000L)).isEmpty();
        expireLeases();
        assertThat(plan.claim(1_000)).hasSize(1);
    }

    @Test
    void aLeaseIsOverAfterItsTimeByItself() {
        Plan hasty = new Plan(redis, Duration.ofMillis(1), Duration.ofMillis(5));
        hasty.at(STEP, 1_000);
        hasty.claim(1_000);

        List<Claim> again = List.of();
        while (again.isEmpty()) {
            again = hasty.claim(1_000);
        }
        assertThat(again).extracting(Claim::member).containsExactly(STEP);
    }

    @Test
    void aProlongedLeaseIsHeldLongerAndStillTellsItsHolder() {
        plan.at(STEP, 1_000);
        Claim claim = plan.claim(1_000).getFirst();
        redis.opsForZSet().add(LEASED, STEP, (double) claim.lease() - 5_000);
        Claim prolonged = plan.prolong(new Claim(STEP, claim.lease() - 5_000));

        assertThat(prolonged.lease()).isGreaterThanOrEqualTo(claim.lease());
        assertThat(leased()).isEqualTo((double) prolonged.lease());
        plan.done(prolonged);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aLostLeaseIsNotProlonged() {
        Claim lost = lost();
        double held = leased();

        assertThat(plan.prolong(lost)).isEqualTo(lost);
        assertThat(leased()).isEqualTo(held);
    }

    @Test
    void whoLostTheLeaseNeitherEndsNorDelaysTheStep() {
        Claim lost = lost();
        double held = leased();

        plan.done(lost);
        plan.failed(lost, 1_060);
        assertThat(plan.claim(1_119)).isEmpty();
        assertThat(leased()).isEqualTo(held);

        plan.done(new Claim(STEP, (long) held));
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aLeasedStepPlannedEarlierStaysLeased() {
        plan.at(STEP, 1_000);
        Claim claim = plan.claim(1_000).getFirst();
        plan.at(STEP, 1_010);

        assertThat(plan.claim(1_010)).isEmpty();
        plan.done(claim);
        assertThat(plan.claim(1_010)).hasSize(1);
    }

    @Test
    void theLongestDueComesFirst() {
        plan.at("widen|second", 1_002);
        plan.at("widen|first", 1_001);

        assertThat(plan.claim(1_010)).extracting(Claim::member).containsExactly("widen|first", "widen|second");
    }

    @Test
    void runningStepsDoNotHideDueOnes() {
        for (int i = 0; i < Plan.BATCH; i++) {
            plan.at("widen|a" + i, 1_000);
        }
        assertThat(plan.claim(1_000)).hasSize(Plan.BATCH);
        for (int i = 0; i < Plan.BATCH; i++) {
            plan.at("widen|a" + i, 1_001);
        }
        plan.at("widen|z", 1_002);

        assertThat(plan.claim(1_002)).extracting(Claim::member).containsExactly("widen|z");
    }

    @Test
    void theWaitAfterAFailureGrowsToTwelveTimes() {
        plan.at(STEP, 1_000);
        long now = 1_000;
        for (int tries = 1; tries <= 14; tries++) {
            plan.failed(plan.claim(now).getFirst(), now);
            Double due = redis.opsForZSet().score(Timetable.KEY, STEP);
            assertThat(due).isEqualTo(now + 5.0 * Math.min(tries, 12));
            now = due.longValue();
        }
    }

    /** A claim whose lease is over, and which another has taken over. */
    private Claim lost() {
        plan.at(STEP, 1_000);
        Claim lost = plan.claim(1_000).getFirst();
        expireLeases();
        Claim earlier = new Claim(STEP, lost.lease() - 1);
        assertThat(plan.claim(1_060)).hasSize(1);
        return earlier;
    }

    private void expireLeases() {
        redis.opsForZSet().add(LEASED, STEP, 1);
    }

    private double leased() {
        Double ends = redis.opsForZSet().score(LEASED, STEP);
        return ends == null ? 0 : ends;
    }
}
