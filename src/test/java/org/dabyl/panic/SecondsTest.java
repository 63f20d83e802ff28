package org.dabyl.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.panic.Seconds.What;
import org.dabyl.panic.Seconds.Which;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class SecondsTest {

    private static final DistrictCode BAKAY = new DistrictCode("bakay");
    private static final Address DANA = person(7, 1);
    private static final Address ERLAN = person(8, 2);
    private static final Address SAULE = person(7, 3);
    private static final Address PHONE = person(7, 4);
    private static final String ORGANISERS = "{dabyl}:organisers";
    private static final String KEY = "{dabyl}:agree:wipe";

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Organisers organisers = TestOrganisers.create();
    private final Seconds seconds = new Seconds(redis, organisers, TestOrganisers.probation(clock));

    @BeforeEach
    void appoint() {
        redis.opsForHash().put(ORGANISERS, DANA.chat().value(), "7|ru||bakay");
        redis.opsForHash().put(ORGANISERS, ERLAN.chat().value(), "8|ru||bakay");
        redis.opsForHash().put(ORGANISERS, SAULE.chat().value(), "7|ru||bakay");
    }

    @Test
    void itTakesTwoAndNobodyIsTwo() {
        assertThat(agree(What.WIPE, DANA)).isEqualTo(Which.FIRST);
        assertThat(agree(What.WIPE, DANA)).isEqualTo(Which.FIRST);
        organisers.bring(DANA, new Address(new BotId(8), DANA.chat()));
        assertThat(agree(What.WIPE, person(8, 1))).as("the same at another bot").isEqualTo(Which.FIRST);
        assertThat(agree(What.WIPE, ERLAN)).isEqualTo(Which.SECOND);
    }

    @Test
    void whoeverWasAppointedByAnotherOrganiserIsNeitherOfTheTwoForADay() {
        TestOrganisers.appoint(organisers, clock, PHONE, BAKAY, find(DANA));

        assertThat(agree(What.WIPE, PHONE)).isEqualTo(Which.TOO_NEW);
        assertThat(redis.hasKey(KEY)).isFalse();
        assertThat(agree(What.WIPE, DANA)).isEqualTo(Which.FIRST);
        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(agree(What.WIPE, PHONE)).isEqualTo(Which.TOO_NEW);
        clock.pass(Duration.ofMillis(1));
        assertThat(agree(What.WIPE, PHONE)).isEqualTo(Which.SECOND);
    }

    @Test
    void anotherLanguageOrBotMakesNobodyOlder() {
        TestOrganisers.appoint(organisers, clock, PHONE, BAKAY, find(DANA));

        organisers.speak(PHONE, Language.EN);
        organisers.bring(PHONE, person(8, 4));

        assertThat(agree(What.WIPE, person(8, 4))).isEqualTo(Which.TOO_NEW);
    }

    @Test
    void whomTheOwnerInvitedCountsAtOnce() {
        TestOrganisers.appoint(organisers, clock, PHONE, BAKAY, TestOrganisers.owner());
        agree(What.WIPE, DANA);

        assertThat(agree(What.WIPE, PHONE)).isEqualTo(Which.SECOND);
    }

    @Test
    void whoAskedForOneThingHasNotAskedForTheOther() {
        agree(What.UNLOCK, DANA);

        assertThat(agree(What.WIPE, ERLAN)).isEqualTo(Which.FIRST);
    }

    @Test
    void theFirstWaitsForFiveMinutesFromTheirFirstAsking() {
        agree(What.WIPE, DANA);
        assertThat(redis.getExpire(KEY)).isBetween(295L, 300L);

        redis.delete(KEY);
        assertThat(agree(What.WIPE, ERLAN)).isEqualTo(Which.FIRST);
    }

    @Test
    void askingAgainIsTheSameWishAndAnotherTimeAnother() {
        String wish = seconds.agree(What.WIPE, find(DANA)).wish();
        assertThat(seconds.agree(What.WIPE, find(DANA)).wish()).isEqualTo(wish);
        assertThat(seconds.agree(What.UNLOCK, find(DANA)).wish()).isNotEqualTo(wish);

        seconds.done(What.WIPE);
        redis.opsForValue().set(KEY, DANA.chat().value(), Seconds.TIME.plusMillis(1));
        assertThat(seconds.agree(What.WIPE, find(DANA)).wish()).isNotEqualTo(wish);
    }

    @Test
    void whoIsNoOrganiserAnyMoreHasNotAsked() {
        agree(What.WIPE, DANA);
        redis.opsForHash().delete(ORGANISERS, DANA.chat().value());

        assertThat(agree(What.WIPE, ERLAN)).isEqualTo(Which.FIRST);
        assertThat(agree(What.WIPE, SAULE)).isEqualTo(Which.SECOND);
    }

    @Test
    void whoIsSuspendedHasNotAskedEither() {
        agree(What.WIPE, DANA);
        redis.opsForHash().put("{dabyl}:suspended", DANA.chat().value(), "1");

        assertThat(agree(What.WIPE, ERLAN)).isEqualTo(Which.FIRST);
    }

    @Test
    void whoLeavesHasNotAskedEither() {
        agree(What.WIPE, DANA);
        seconds.erase(ERLAN);
        assertThat(redis.hasKey(KEY)).isTrue();
        seconds.erase(DANA);

        assertThat(redis.hasKey(KEY)).isFalse();
    }

    private Which agree(What what, Address person) {
        return seconds.agree(what, find(person)).which();
    }

    private Organiser find(Address person) {
        return organisers.find(person).orElseThrow();
    }
}
