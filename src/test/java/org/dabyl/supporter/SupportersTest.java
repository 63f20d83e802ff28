package org.dabyl.supporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.script.RedisScript;

@ExtendWith(TestRedis.class)
class SupportersTest {

    private static final DistrictCode SHANYRAK = new DistrictCode("shanyrak-1");
    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan");
    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(7, 2);

    private final SettableClock clock = new SettableClock();
    private final Supporters supporters = TestSupporters.of(TestFleet.of(7, 8), clock);

    @Test
    void registeringTwiceIsRegisteringOnce() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        String once = Contents.read();

        supporters.register(AIGUL, SHANYRAK, Language.KK);

        assertThat(Contents.read()).isEqualTo(once);
        assertThat(supporters.find(AIGUL).orElseThrow().districts()).containsExactly(SHANYRAK);
    }

    @Test
    void severalDistrictsStandInTheOrderTheyWereChosen() {
        supporters.register(AIGUL, ULZHAN, Language.KK);
        supporters.register(AIGUL, SHANYRAK, Language.KK);

        assertThat(supporters.find(AIGUL).orElseThrow().districts()).containsExactly(ULZHAN, SHANYRAK);
        assertThat(supporters.reach(List.of(ULZHAN))).isEqualTo(1);
        assertThat(supporters.reach(List.of(SHANYRAK))).isEqualTo(1);
    }

    @Test
    void anotherDistrictKeepsWhatWasKnown() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        supporters.change(AIGUL, known -> known.within(10).toggling(Skill.CAR));
        clock.pass(Duration.ofDays(9));

        supporters.register(AIGUL, ULZHAN, Language.EN);

        assertThat(supporters.find(AIGUL))
                .contains(new Supporter(
                        Language.KK,
                        Set.of(SHANYRAK, ULZHAN),
                        10,
                        Set.of(Skill.CAR),
                        first,
                        Map.of(SHANYRAK, first, ULZHAN, first.plusDays(9)),
                        Use.on(first)));
    }

    @Test
    void whoComesBackToADistrictIsNewThere() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.register(AIGUL, ULZHAN, Language.KK);
        clock.pass(Duration.ofDays(9));
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.unregister(AIGUL, ULZHAN);

        Supporter back = supporters.register(AIGUL, ULZHAN, Language.KK);

        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(back.joined()).isEqualTo(Map.of(SHANYRAK, today.minusDays(9), ULZHAN, today));
    }

    @Test
    void theLanguageStandsFirstWhereTheClaimReadsIt() {
        supporters.register(AIGUL, SHANYRAK, Language.RU);

        supporters.change(AIGUL, known -> known.speaking(Language.EN));

        assertThat((String) TestRedis.template()
                        .opsForHash()
                        .get("{7}:supporters", AIGUL.chat().value()))
                .startsWith("en|");
    }

    @Test
    void unregisteringLeavesTheOtherDistricts() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.register(AIGUL, ULZHAN, Language.KK);

        assertThat(supporters.unregister(AIGUL, SHANYRAK).orElseThrow().districts())
                .containsExactly(ULZHAN);

        assertThat(supporters.reach(List.of(SHANYRAK))).isZero();
        assertThat(supporters.reach(List.of(ULZHAN))).isEqualTo(1);
    }

    @Test
    void unregisteringTheLastDistrictForgets() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.mute(AIGUL, clock.instant().plusSeconds(60));

        assertThat(supporters.unregister(AIGUL, SHANYRAK)).isEmpty();

        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void leavingRemovesEveryTraceAndNobodyElse() {
        for (Address person : List.of(AIGUL, SERIK)) {
            supporters.register(person, SHANYRAK, Language.KK);
            supporters.register(person, ULZHAN, Language.KK);
            supporters.change(person, known -> known.toggling(Skill.LAW));
            supporters.mute(person, clock.instant().plusSeconds(60));
        }
        assertThat(Contents.read()).contains(AIGUL.chat().value());

        supporters.erase(AIGUL);

        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
        assertThat(supporters.find(SERIK)).isPresent();
        assertThat(supporters.mutedUntil(SERIK)).isPresent();
    }

    @Test
    void twoChangesAtOnceBothCount() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);

        supporters.change(AIGUL, known -> {
            // meanwhile, on another instance
            supporters.register(AIGUL, ULZHAN, Language.KK);
            return known.within(10);
        });

        Supporter aigul = supporters.find(AIGUL).orElseThrow();
        assertThat(aigul.districts()).containsExactly(SHANYRAK, ULZHAN);
        assertThat(aigul.minutes()).isEqualTo(10);
        supporters.erase(AIGUL);
        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void aChangeDoesNotBringBackWhoLeftMeanwhile() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);

        var changed = supporters.change(AIGUL, known -> {
            supporters.erase(AIGUL);
            return known.within(10);
        });

        assertThat(changed).isEmpty();
        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void aChangeOfDistrictsMovesThePersonBetweenTheirSets() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);

        supporters.change(AIGUL, known -> known.with(ULZHAN, LocalDate.EPOCH).without(SHANYRAK));

        assertThat(supporters.reach(List.of(SHANYRAK))).isZero();
        assertThat(supporters.reach(List.of(ULZHAN))).isEqualTo(1);
    }

    @Test
    void whatSomebodyBringsIsASetTheyStandIn() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.change(AIGUL, known -> known.toggling(Skill.CAR).toggling(Skill.FIRST_AID));

        supporters.change(AIGUL, known -> known.toggling(Skill.CAR));

        assertThat(TestRedis.template().opsForSet().members("{7}:skill:first_aid"))
                .containsExactly(AIGUL.chat().value());
        assertThat(TestRedis.template().hasKey(Supporters.key(AIGUL.bot(), Skill.CAR)))
                .isFalse();
    }

    @Test
    void aStrangerIsNeitherChangedNorLeftBehind() {
        assertThat(supporters.change(AIGUL, known -> known.within(10))).isEmpty();
        assertThat(supporters.unregister(AIGUL, SHANYRAK)).isEmpty();
        supporters.erase(AIGUL);

        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void aMuteEndsAtItsTime() {
        var until = clock.instant().plus(Duration.ofHours(8));
        supporters.register(AIGUL, SHANYRAK, Language.KK);

        supporters.mute(AIGUL, until);

        assertThat(supporters.mutedUntil(AIGUL)).contains(until);
        assertThat(supporters.reach(List.of(SHANYRAK))).isZero();
        clock.pass(Duration.ofHours(8));
        assertThat(supporters.mutedUntil(AIGUL)).isEmpty();
        assertThat(supporters.reach(List.of(SHANYRAK))).isEqualTo(1);
    }

    @Test
    void mutingUntilNowUnmutes() {
        supporters.mute(AIGUL, clock.instant().plusSeconds(60));

        supporters.mute(AIGUL, clock.instant());

        assertThat(supporters.mutedUntil(AIGUL)).isEmpty();
        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void reachCountsEachOnceOverAllBotsWithoutTheMuted() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.register(AIGUL, ULZHAN, Language.KK);
        supporters.register(SERIK, ULZHAN, Language.KK);
        supporters.register(person(8, 3), SHANYRAK, Language.RU);
        supporters.register(person(8, 4), ULZHAN, Language.RU);
        supporters.register(person(8, 5), new DistrictCode("duman"), Language.RU);
        supporters.mute(SERIK, clock.instant().plusSeconds(60));
        supporters.mute(person(8, 5), clock.instant().plusSeconds(60));
        String before = Contents.read();

        assertThat(supporters.reach(List.of(SHANYRAK, ULZHAN))).isEqualTo(3);

        assertThat(Contents.read()).isEqualTo(before);
    }

    @Test
    void thousandsOfMutedAreLeftOut() {
        supporters.register(AIGUL, SHANYRAK, Language.KK);
        for (int i = 10; i < 2510; i++) {
            String chat = person(7, i).chat().value();
            TestRedis.template().opsForSet().add(Supporters.key(AIGUL.bot(), SHANYRAK), chat);
            supporters.mute(person(7, i), clock.instant().plusSeconds(60));
        }

        assertThat(supporters.reach(List.of(SHANYRAK))).isEqualTo(1);
    }

    @Test
    void whoIsHeardIsNotedOnceAMonth() {
        Supporter known = supporters.register(AIGUL, SHANYRAK, Language.KK);
        supporters.heard(AIGUL, known);
        assertThat(supporters.find(AIGUL)).contains(known);
        clock.pass(Duration.ofDays(30));

        supporters.heard(AIGUL, known);

        Supporter now = supporters.find(AIGUL).orElseThrow();
        assertThat(now.use().month()).isEqualTo(known.use().month() + 1);
        assertThat(now.districts()).isEqualTo(known.districts());
    }

    @Test
    void aSupporterTakesAtMost300Bytes() {
        int people = 2_000;
        for (int i = 0; i < people; i++) {
            Address person = person(7, i + 1);
            supporters.register(person, ULZHAN, Language.KK);
            supporters.change(person, known -> known.within(30).toggling(Skill.CAR));
        }
        long bytes = 0;
        for (String key : List.of("{7}:supporters", "{7}:district:ulzhan", "{7}:skill:car")) {
            bytes += memory(key);
        }

        assertThat(bytes / people).isBetween(100L, 300L);
    }

    /** What Redis says a key takes, in bytes. */
    private static long memory(String key) {
        Long bytes = TestRedis.template()
                .execute(
                        RedisScript.of("return redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', '0')", Long.class),
                        List.of(key));
        return Objects.requireNonNull(bytes);
    }
}
