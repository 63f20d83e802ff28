package org.dabyl.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import org.dabyl.delivery.Address;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.panic.Seconds.What;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class SecondsTest {

    private static final Address DANA = person(7, 1);
    private static final Address ERLAN = person(8, 2);
    private static final Address SAULE = person(7, 3);
    private static final String ORGANISERS = "{dabyl}:organisers";
    private static final String KEY = "{dabyl}:agree:wipe";

    private final StringRedisTemplate redis = TestRedis.template();
    private final Seconds seconds = new Seconds(redis, TestOrganisers.create());

    @BeforeEach
    void appoint() {
        redis.opsForHash().put(ORGANISERS, DANA.chat().value(), "7|ru||bakay");
        redis.opsForHash().put(ORGANISERS, ERLAN.chat().value(), "8|ru||bakay");
        redis.opsForHash().put(ORGANISERS, SAULE.chat().value(), "7|ru||bakay");
    }

    @Test
    void itTakesTwoAndNobodyIsTwo() {
        assertThat(seconds.agree(What.WIPE, DANA)).isFalse();
        assertThat(seconds.agree(What.WIPE, DANA)).isFalse();
        assertThat(seconds.agree(What.WIPE, person(8, 1)))
                .as("the same at another bot")
                .isFalse();
        assertThat(seconds.agree(What.WIPE, ERLAN)).isTrue();
    }

    @Test
    void whoAskedForOneThingHasNotAskedForTheOther() {
        seconds.agree(What.UNLOCK, DANA);

        assertThat(seconds.agree(What.WIPE, ERLAN)).isFalse();
    }

    @Test
    void theFirstWaitsForFiveMinutesFromTheirFirstAsking() {
        seconds.agree(What.WIPE, DANA);
        assertThat(redis.getExpire(KEY)).isBetween(295L, 300L);

        redis.delete(KEY);
        assertThat(seconds.agree(What.WIPE, ERLAN)).isFalse();
    }

    @Test
    void whoIsNoOrganiserAnyMoreHasNotAsked() {
        seconds.agree(What.WIPE, DANA);
        redis.opsForHash().delete(ORGANISERS, DANA.chat().value());

        assertThat(seconds.agree(What.WIPE, ERLAN)).isFalse();
        assertThat(seconds.agree(What.WIPE, SAULE)).isTrue();
    }

    @Test
    void whoLeavesHasNotAskedEither() {
        seconds.agree(What.WIPE, DANA);
        seconds.erase(ERLAN);
        assertThat(redis.hasKey(KEY)).isTrue();
        seconds.erase(DANA);

        assertThat(redis.hasKey(KEY)).isFalse();
    }
}
