package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Tampering.What;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class ActsTest {

    private static final DistrictCode AKSAY = new DistrictCode("aksay");
    private static final Organiser DANA = new Organiser(TestFleet.person(7, 1), Language.EN, false, Set.of(AKSAY));
    private static final Organiser ERLAN = new Organiser(TestFleet.person(7, 2), Language.EN, false, Set.of(AKSAY));

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final OrganiserNumbers numbers = new OrganiserNumbers(redis, TestOrganisers.create());
    private final Acts acts = acts();

    @Test
    void anActIsKeptWithItsTimeNumberDistrictAndSealedDetail() {
        acts.note(DANA, Act.UPDATED, Set.of(AKSAY), "5", "  the lower gate is closed ", "a");

        assertThat(acts.newest(10))
                .containsExactly(new Entry(
                        1,
                        clock.instant(),
                        numbers.of(DANA),
                        Act.UPDATED,
                        Set.of(AKSAY),
                        "5",
                        "the lower gate is closed"));
        assertThat(log().getFirst())
                .contains("UPDATED", "aksay")
                .doesNotContain("gate", DANA.address().chat().value());
        assertThat(acts.verify()).isEmpty();
    }

    @Test
    void anActThatIsSaidAgainAfterACrashIsNotedOnce() {
        acts.note(DANA, Act.UPDATED, Set.of(AKSAY), "5", "", "a");
        acts.note(DANA, Act.UPDATED, Set.of(AKSAY), "5", "", "a");
        acts.note(DANA, Act.UPDATED, Set.of(AKSAY), "5", "", "b");

        assertThat(acts.newest(10)).extracting(Entry::place).containsExactly(1L, 2L);
    }

    @Test
    void actsNotedAtTheSameTimeAreOneChain() {
        List<Thread> all = IntStream.range(0, 20)
                .mapToObj(i ->
                        Thread.ofVirtual().start(() -> acts.note(i % 2 == 0 ? DANA : ERLAN, Act.COUNTED, Set.of())))
                .toList();
        all.forEach(ActsTest::join);

        assertThat(log()).hasSize(20);
        assertThat(acts.verify()).isEmpty();
    }

    @Test
    void aRemovedActIsFound() {
        five();
        redis.opsForList().remove(Acts.KEY, 1, log().get(2));
        assertThat(acts.verify()).contains(new Tampering(What.REMOVED, 3));
    }

    @Test
    void theOldestActRemovedIsFound() {
        five();
        redis.opsForList().leftPop(Acts.KEY);
        assertThat(acts.verify()).contains(new Tampering(What.REMOVED, 1));
    }

    @Test
    void theNewestActRemovedIsFound() {
        five();
        redis.opsForList().rightPop(Acts.KEY);
        assertThat(acts().verify()).contains(new Tampering(What.REMOVED, 5));
    }

    @Test
    void aChangedActIsFound() {
        five();
        redis.opsForList().set(Acts.KEY, 3, log().get(3).replace("COUNTED", "UPDATED"));
        assertThat(acts.verify()).contains(new Tampering(What.CHANGED, 4));
        assertThat(acts.newest(10)).extracting(Entry::place).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void actsThatChangedPlacesAreFound() {
        five();
        String second = log().get(1);
        redis.opsForList().set(Acts.KEY, 1, log().get(2));
        redis.opsForList().set(Acts.KEY, 2, second);
        assertThat(acts.verify()).contains(new Tampering(What.REORDERED, 2));
    }

    @Test
    void anActWrittenWithOtherKeysIsFound() {
        five();
        Acts forged = new Acts(redis, TestVault.create(), numbers, new ActSettings(Duration.ofMinutes(1)), clock);
        forged.note(DANA, Act.STOOD_DOWN, Set.of(AKSAY));
        assertThat(acts.verify()).contains(new Tampering(What.CHANGED, 6));
    }

    @Test
    void anOlderCopyPutBackIsFoundByWhoSawMore() {
        five();
        List<String> older = log();
        Object head = redis.opsForHash().get(Acts.ENDS, "head");
        acts.note(DANA, Act.STOOD_DOWN, Set.of(AKSAY));
        redis.delete(Acts.KEY);
        redis.opsForList().rightPushAll(Acts.KEY, older);
        redis.opsForHash().put(Acts.ENDS, "head", Objects.requireNonNull(head));

        assertThat(acts.verify()).contains(new Tampering(What.REMOVED, 6));
    }

    @Test
    void aLogThatIsGoneIsFound() {
        five();
        redis.delete(List.of(Acts.KEY, Acts.ENDS));
        assertThat(acts.verify()).contains(new Tampering(What.REMOVED, 1));
    }

    @Test
    void whatOutlivedItsTimeIsTakenAwayAndTheRestIsWhole() {
        five();
        clock.pass(Acts.LIFE.minusHours(1));
        acts.note(ERLAN, Act.STOOD_DOWN, Set.of(AKSAY));
        acts.outlive();
        assertThat(log()).hasSize(6);
        clock.pass(Duration.ofHours(2));

        acts.outlive();

        assertThat(acts.newest(10)).extracting(Entry::place).containsExactly(6L);
        assertThat(acts.verify()).isEmpty();
        clock.pass(Acts.LIFE);
        acts.outlive();
        assertThat(log()).isEmpty();
        assertThat(acts.verify()).isEmpty();
        acts.note(ERLAN, Act.UPDATED, Set.of(AKSAY));
        assertThat(acts.newest(10)).extracting(Entry::place).containsExactly(7L);
        assertThat(acts.verify()).isEmpty();
    }

    @Test
    void nobodyCanPassARemovalOffAsAge() {
        five();
        redis.opsForList().trim(Acts.KEY, 2, -1);
        redis.opsForHash().put(Acts.ENDS, "base", "2|" + log().getFirst().split("\\|", -1)[8]);
        assertThat(acts.verify()).contains(new Tampering(What.CHANGED, 2));
    }

    @Test
    void theFirstActIsToldAtOnceTheNextAfterAPauseAndALoudOneAtOnce() {
        acts.note(DANA, Act.UPDATED, Set.of(AKSAY));
        assertThat(due()).isEqualTo(clock.millis());
        redis.delete(Timetable.KEY);
        acts.told();
        clock.pass(Duration.ofSeconds(10));

        acts.note(DANA, Act.UPDATED, Set.of(AKSAY));
        assertThat(due()).isEqualTo(clock.millis() + 50_000);

        acts.note(DANA, Act.SUSPENDED, Set.of(AKSAY));
        assertThat(due()).isEqualTo(clock.millis());
    }

    @Test
    void aWishThatIsSaidAgainWaitsForThePause() {
        acts.note(DANA, Act.WIPE_ASKED, Set.of());
        redis.delete(Timetable.KEY);
        acts.told();
        clock.pass(Duration.ofSeconds(10));

        acts.note(DANA, Act.WIPE_ASKED, Set.of());
        assertThat(due()).isEqualTo(clock.millis() + 50_000);

        acts.note(ERLAN, Act.WIPE_ASKED, Set.of());
        assertThat(due()).isEqualTo(clock.millis());
    }

    @Test
    void aNumberStaysAndIsNobodyElses() {
        List<Integer> all = IntStream.range(0, 60)
                .map(i -> numbers.of(new Organiser(TestFleet.person(7, i), Language.EN, false, Set.of())))
                .boxed()
                .toList();

        assertThat(all).doesNotHaveDuplicates().allSatisfy(number -> assertThat(number)
                .isBetween(10, 999));
        assertThat(all).isNotEqualTo(all.stream().sorted().toList());
        assertThat(numbers.of(new Organiser(TestFleet.person(7, 3), Language.RU, true, Set.of(AKSAY))))
                .isEqualTo(all.get(3));
    }

    @Test
    void nothingOfALogNamesAnybody() {
        five();
        assertThat(Contents.read()).doesNotContain("the upper gate");
        assertThat(String.join("", log())).doesNotContain(DANA.address().chat().value());
    }

    private void five() {
        acts.note(DANA, Act.RAISED, Set.of(AKSAY));
        acts.note(ERLAN, Act.UPDATED, Set.of(AKSAY), "1", "the upper gate", "x");
        acts.note(DANA, Act.NEEDED, Set.of(AKSAY));
        acts.note(ERLAN, Act.COUNTED, Set.of(AKSAY));
        acts.note(DANA, Act.FALSE_ALARM, Set.of());
        assertThat(acts.verify()).isEmpty();
    }

    private Acts acts() {
        return new Acts(redis, vault, numbers, new ActSettings(Duration.ofMinutes(1)), clock);
    }

    private List<String> log() {
        return Objects.requireNonNull(redis.opsForList().range(Acts.KEY, 0, -1));
    }

    private long due() {
        return Objects.requireNonNull(redis.opsForZSet().score(Timetable.KEY, "acts|all"))
                .longValue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
