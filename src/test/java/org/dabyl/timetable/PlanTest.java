package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class PlanTest {

    private static final String STEP = "widen|a1";

    private final Plan plan = new Plan(TestRedis.template(), Duration.ofMillis(60), Duration.ofMillis(5));

    @Test
    void aClaimedStepIsClaimedByNobodyElse() {
        plan.at(STEP, 1_000);

        assertThat(plan.claim(999)).isEmpty();
        assertThat(plan.claim(1_000)).containsExactly(new Claim(STEP, 1_060));
        assertThat(plan.claim(1_059)).isEmpty();
    }

    @Test
    void aStepWhoseInstanceDiedIsDueAgainAfterItsLease() {
        plan.at(STEP, 1_000);
        plan.claim(1_000);

        assertThat(plan.claim(1_060)).containsExactly(new Claim(STEP, 1_120));
    }

    @Test
    void aProlongedLeaseIsHeldLongerAndStillTellsItsHolder(StringRedisTemplate redis) {
        plan.at(STEP, 1_000);
        Claim prolonged = plan.prolong(plan.claim(1_000).getFirst(), 1_050);

        assertThat(plan.claim(1_109)).isEmpty();
        plan.done(prolonged);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aLostLeaseIsNotProlonged() {
        plan.at(STEP, 1_000);
        Claim lost = plan.claim(1_000).getFirst();
        Claim held = plan.claim(1_060).getFirst();

        assertThat(plan.prolong(lost, 1_100)).isEqualTo(lost);
        assertThat(plan.claim(held.lease())).hasSize(1);
    }

    @Test
    void whoLostTheLeaseNeitherEndsNorDelaysTheStep(StringRedisTemplate redis) {
        plan.at(STEP, 1_000);
        Claim lost = plan.claim(1_000).getFirst();
        Claim held = plan.claim(1_060).getFirst();

        plan.done(lost);
        plan.failed(lost, 1_060);
        assertThat(plan.claim(1_119)).isEmpty();
        assertThat(redis.opsForZSet().score(Timetable.KEY + ":leased", STEP)).isEqualTo((double) held.lease());

        plan.done(held);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void aLeasedStepPlannedEarlierStaysLeased() {
        plan.at(STEP, 1_000);
        Claim claim = plan.claim(1_000).getFirst();
        plan.at(STEP, 1_010);

        assertThat(plan.claim(1_010)).isEmpty();
        plan.done(claim);
        assertThat(plan.claim(1_010)).containsExactly(new Claim(STEP, 1_070));
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
    void theWaitAfterAFailureGrowsToTwelveTimes(StringRedisTemplate redis) {
        plan.at(STEP, 1_000);
        long now = 1_000;
        for (int tries = 1; tries <= 14; tries++) {
            plan.failed(plan.claim(now).getFirst(), now);
            Double due = redis.opsForZSet().score(Timetable.KEY, STEP);
            assertThat(due).isEqualTo(now + 5.0 * Math.min(tries, 12));
            now = due.longValue();
        }
    }
}
