package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.dabyl.store.Bucket.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class BucketTest {

    private static final String KEY = "{1}:bucket";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StringRedisTemplate redis = TestRedis.template();
    private final Bucket bucket = new Bucket(3, MINUTE);

    @Test
    void whatIsInItCanBeTakenAtOnceAndNoMore() {
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.take(redis, KEY)).isTrue();
        }
        assertThat(bucket.take(redis, KEY)).isFalse();
        assertThat(bucket.take(redis, KEY)).isFalse();
    }

    @Test
    void onePlaceComesBackAfterEachInterval() {
        Bucket quick = new Bucket(1, Duration.ofMillis(50));
        assertThat(quick.take(redis, KEY)).isTrue();

        Duration wait = quick.book(redis, KEY, MINUTE);

        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMillis(50));
        assertThat(quick.book(redis, KEY, MINUTE)).isGreaterThan(wait).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatComesTooLateIsNotBooked() {
        for (int i = 0; i < 3; i++) {
            bucket.take(redis, KEY);
        }
        String before = redis.opsForValue().get(KEY);

        assertThat(bucket.book(redis, KEY, Duration.ofSeconds(50))).isGreaterThan(Duration.ofSeconds(50));

        assertThat(redis.opsForValue().get(KEY)).isEqualTo(before);
    }

    @Test
    void whatIsHeldBackHasNoPlaceForAWhileAndThenOne() {
        bucket.holdBack(redis, KEY, Duration.ofSeconds(30));

        assertThat(bucket.take(redis, KEY)).isFalse();
        assertThat(bucket.book(redis, KEY, MINUTE)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(bucket.book(redis, KEY, Duration.ofMinutes(2)))
                .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
    }

    @Test
    void aBucketOfAClockThatWasAheadIsFull() {
        bucket.take(redis, KEY);
        redis.opsForValue().increment(KEY, Duration.ofDays(1).toMillis() * 1000);

        assertThat(bucket.book(redis, KEY, MINUTE)).isZero();
    }

    @Test
    void whatIsHeldBackForLongerAlreadyStaysSo() {
        bucket.holdBack(redis, KEY, MINUTE);
        bucket.holdBack(redis, KEY, Duration.ofSeconds(1));

        assertThat(bucket.book(redis, KEY, MINUTE)).isBetween(Duration.ofSeconds(59), MINUTE);
    }

    @Test
    void manyAreAskedInOneStepAndEachStandsForItself() {
        bucket.take(redis, KEY);
        Wish full = new Wish(KEY + ":one", new Bucket(1, MINUTE), Duration.ZERO);

        List<Duration> waits = Bucket.book(redis, List.of(new Wish(KEY, bucket, Duration.ZERO), full, full));

        assertThat(waits.subList(0, 2)).containsOnly(Duration.ZERO);
        assertThat(waits.getLast()).isPositive();
    }

    @Test
    void aFullBucketIsForgotten() {
        bucket.take(redis, KEY);
        assertThat(redis.getExpire(KEY)).isBetween(50L, 60L);
    }

    @Test
    void oneThatWasUsedUpIsStillOpenToWhoMayTakeMore() {
        for (int i = 0; i < 3; i++) {
            bucket.take(redis, KEY);
        }
        assertThat(new Bucket(4, MINUTE).take(redis, KEY)).isTrue();
    }

    @Test
    void aBucketWithoutPlacesIsRefused() {
        assertThatThrownBy(() -> new Bucket(0, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bucket(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
