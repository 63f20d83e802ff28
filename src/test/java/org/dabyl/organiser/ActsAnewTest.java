package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Tampering.What;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The log is whole after the keys were rotated, and no rotation heals one that was not. */
@ExtendWith(TestRedis.class)
class ActsAnewTest {

    private static final Organiser DANA =
            new Organiser(TestFleet.person(7, 1), Language.EN, false, Set.of(new DistrictCode("aksay")));

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Vault old = TestVault.create();
    private final Vault next = TestVault.create();
    private final ActsAnew anew = new ActsAnew(redis);

    @Test
    void theLogIsWholeWithTheNewKeysAndGoesOn() {
        note(old, 5);
        assertThat(anew.anew(old, next, false)).isEqualTo(5);
        assertThat(acts(old).verify()).isEmpty();

        assertThat(anew.anew(old, next, true)).isEqualTo(5);

        assertThat(anew.anew(old, next, true)).isZero();
        assertThat(acts(next).verify()).isEmpty();
        assertThat(acts(next).newest(9)).extracting(Entry::detail).containsExactly("1", "2", "3", "4", "5");
        assertThat(acts(old).newest(9)).isEmpty();
        note(next, 1);
        assertThat(acts(next).verify()).isEmpty();
    }

    @Test
    void aLogWhoseBeginningIsGoneStaysWhole() {
        note(old, 2);
        clock.pass(Acts.LIFE.plus(Duration.ofDays(1)));
        note(old, 2);
        acts(old).outlive();

        anew.anew(old, next, true);

        assertThat(acts(next).verify()).isEmpty();
        assertThat(acts(next).newest(9)).extracting(Entry::place).containsExactly(3L, 4L);
    }

    @Test
    void anEmptyLogIsDone() {
        assertThat(anew.anew(old, next, true)).isZero();
    }

    @Test
    void whatSomebodyChangedIsStillFound() {
        note(old, 5);
        String third = redis.opsForList().index(Acts.KEY, 2);
        redis.opsForList().set(Acts.KEY, 2, third.replace("COUNTED", "UPDATED"));
        assertThat(acts(old).verify()).contains(new Tampering(What.CHANGED, 3));

        anew.anew(old, next, true);

        assertThat(acts(next).verify()).contains(new Tampering(What.CHANGED, 3));
        assertThat(anew.anew(old, next, true)).isZero();
    }

    @Test
    void whatSomebodyRemovedIsStillMissed() {
        note(old, 5);
        redis.opsForList().remove(Acts.KEY, 1, redis.opsForList().index(Acts.KEY, 2));
        Optional<Tampering> before = acts(old).verify();

        anew.anew(old, next, true);

        assertThat(acts(next).verify()).isEqualTo(before).isPresent();
    }

    private void note(Vault vault, int many) {
        for (int i = 1; i <= many; i++) {
            acts(vault)
                    .note(
                            DANA,
                            Act.COUNTED,
                            Set.of(),
                            "",
                            Integer.toString(i),
                            vault.hashCode() + "." + i + "." + clock.millis());
        }
    }

    private Acts acts(Vault vault) {
        return new Acts(
                redis,
                vault,
                new OrganiserNumbers(redis, TestOrganisers.create()),
                new ActSettings(Duration.ofMinutes(1)),
                clock);
    }
}
