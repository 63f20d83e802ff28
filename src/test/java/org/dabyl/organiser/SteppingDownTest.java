package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Suspensions.Wish;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@SuppressWarnings("NullAway.Init")
@ExtendWith(TestRedis.class)
class SteppingDownTest {

    private static final DistrictCode AKSAY = new DistrictCode("aksay");

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Organisers organisers = TestOrganisers.create();
    private final Invitations invitations = TestOrganisers.invitations(organisers, clock);
    private final OrganiserNumbers numbers = new OrganiserNumbers(redis, organisers);
    private final Readers readers = new Readers(redis);
    private final Suspensions suspensions = new Suspensions(
            redis,
            organisers,
            numbers,
            TestOrganisers.probation(clock),
            new SuspensionSettings(Duration.ofMinutes(30)),
            clock);
    private final SteppingDown steppingDown = new SteppingDown(redis, invitations, suspensions);

    private Organiser dana;
    private Organiser erlan;

    @BeforeEach
    void appoint() {
        dana = TestOrganisers.appoint(organisers, clock, person(7, 1), AKSAY, TestOrganisers.owner());
        erlan = TestOrganisers.appoint(organisers, clock, person(7, 2), AKSAY, TestOrganisers.owner());
    }

    @Test
    void nothingIsKeptOfThem() {
        numbers.of(dana);
        readers.read(dana, 5);
        suspensions.suspend(dana, erlan);
        suspensions.suspend(erlan, dana);
        String secret = invitations.forDistrict(AKSAY, dana);

        steppingDown.end(dana);
        steppingDown.end(dana);

        assertThat(Contents.read()).doesNotContain(dana.address().chat().value());
        assertThat(organisers.everyone()).containsExactly(erlan);
        assertThat(invitations.redeem(secret, person(7, 3), Language.EN)).isEmpty();
    }

    @Test
    void ofOneWhoIsSuspendedNeither() {
        Organiser saule = TestOrganisers.appoint(organisers, clock, person(7, 3), AKSAY, TestOrganisers.owner());
        suspensions.suspend(dana, saule);
        assertThat(suspensions.suspend(erlan, saule)).isEqualTo(Wish.DONE);
        suspensions.reinstate(dana, saule);

        steppingDown.end(saule);

        assertThat(redis.keys("{dabyl}:wish:*")).isEmpty();
        assertThat(organisers.suspended()).isEmpty();
        assertThat(redis.hasKey(Organisers.SUSPENDED)).isFalse();
    }

    @Test
    void nobodyElseGetsTheirNumber() {
        Set<Integer> gone = Set.of(numbers.of(dana), numbers.of(erlan));
        steppingDown.end(dana);
        steppingDown.end(erlan);

        assertThat(IntStream.range(10, 100)
                        .map(i -> numbers.of(new Organiser(person(7, i), Language.EN, false, Set.of()))))
                .doesNotContainAnyElementsOf(gone);
        assertThat(numbers.known(dana)).isZero();
    }

    @Test
    void whatTheyReadWhileTheySteppedDownIsNotNoted() {
        steppingDown.end(dana);

        readers.read(dana, 5);
        readers.read(erlan, 5);

        assertThat(redis.<String, String>opsForHash().keys(Readers.KEY))
                .containsExactly(erlan.address().chat().value());
    }
}
