package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Suspensions.Wish;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@SuppressWarnings("NullAway.Init")
@ExtendWith(TestRedis.class)
class SuspensionsTest {

    private static final DistrictCode AKSAY = new DistrictCode("aksay");
    private static final DistrictCode DUMAN = new DistrictCode("duman");

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final Organisers organisers = TestOrganisers.create();
    private final Invitations invitations = TestOrganisers.invitations(organisers);
    private final OrganiserNumbers numbers = new OrganiserNumbers(redis, organisers);
    private final Suspensions suspensions = new Suspensions(
            redis,
            organisers,
            numbers,
            TestOrganisers.probation(clock),
            new SuspensionSettings(Duration.ofMinutes(30)),
            clock);

    private Organiser agent;
    private Organiser dana;
    private Organiser erlan;

    @BeforeEach
    void threeOrganisersOfOneDistrict() {
        agent = appoint(1, AKSAY);
        dana = appoint(2, AKSAY);
        erlan = appoint(3, AKSAY);
    }

    @Test
    void theSecondWishSuspendsAndPlansTheEndOfWhatWasBegun() {
        assertThat(suspensions.suspend(dana, agent)).isEqualTo(Wish.NEEDS_A_SECOND);
        assertThat(organisers.find(agent.address())).contains(agent);
        assertThat(suspensions.suspend(erlan, agent)).isEqualTo(Wish.DONE);

        assertThat(organisers.find(agent.address())).isEmpty();
        assertThat(organisers.suspended(agent.address())).contains(agent);
        assertThat(organisers.responsible(AKSAY)).containsExactlyInAnyOrder(dana, erlan);
        assertThat(redis.opsForZSet().score(Timetable.KEY, "cut-off|" + numbers.of(agent)))
                .isNotNull();
        assertThat(suspensions.suspend(dana, agent)).isEqualTo(Wish.NOTHING_TO_DO);
    }

    @Test
    void oneWishTwiceOrOnesOwnIsNotTwo() {
        suspensions.suspend(dana, agent);

        assertThat(suspensions.suspend(dana, agent)).isEqualTo(Wish.NEEDS_A_SECOND);
        assertThat(suspensions.suspend(agent, agent)).isEqualTo(Wish.NOTHING_TO_DO);
        assertThat(organisers.find(agent.address())).contains(agent);
    }

    @Test
    void theWishOfOneWhoWasCutOffMeanwhileCountsForNothing() {
        suspensions.suspend(agent, dana);
        suspensions.suspend(dana, agent);
        suspensions.suspend(erlan, agent);

        assertThat(suspensions.suspend(erlan, dana)).isEqualTo(Wish.NEEDS_A_SECOND);
        assertThat(suspensions.suspend(agent, dana)).isEqualTo(Wish.NOTHING_TO_DO);
        assertThat(organisers.find(dana.address())).contains(dana);
    }

    @Test
    void theWishOfWhoIsNewCountsForNothing() {
        Organiser phone = TestOrganisers.appoint(organisers, clock, person(7, 7), AKSAY, agent);

        assertThat(suspensions.suspend(phone, dana)).isEqualTo(Wish.TOO_NEW);
        assertThat(suspensions.suspend(agent, dana)).isEqualTo(Wish.NEEDS_A_SECOND);
        assertThat(suspensions.reinstate(phone, dana)).isEqualTo(Wish.TOO_NEW);
        assertThat(organisers.find(dana.address())).contains(dana);
        clock.pass(Duration.ofDays(1));
        assertThat(suspensions.suspend(phone, dana)).isEqualTo(Wish.DONE);
    }

    @Test
    void aWishWaitsForSoLongOnly() {
        suspensions.suspend(dana, agent);

        String wish = "{dabyl}:wish:suspend:" + agent.address().chat().value();
        assertThat(Objects.requireNonNull(redis.getExpire(wish))).isBetween(1L, 1800L);
        redis.delete(wish);
        assertThat(suspensions.suspend(erlan, agent)).isEqualTo(Wish.NEEDS_A_SECOND);
    }

    @Test
    void twoHaveOneBack() {
        suspensions.suspend(dana, agent);
        suspensions.suspend(erlan, agent);

        assertThat(suspensions.reinstate(dana, agent)).isEqualTo(Wish.NEEDS_A_SECOND);
        assertThat(suspensions.reinstate(erlan, agent)).isEqualTo(Wish.DONE);

        assertThat(organisers.find(agent.address())).contains(agent);
        assertThat(suspensions.reinstate(dana, agent)).isEqualTo(Wish.NOTHING_TO_DO);
    }

    @Test
    void onlyThoseWhoShareADistrictAreConcernedTheOwnerByAll() {
        Organiser elsewhere = appoint(4, DUMAN);
        Address first = person(7, 5);
        Organiser owner =
                invitations.redeem(invitations.forOwner(), first, Language.EN).orElseThrow();

        assertThat(suspensions.concerned(elsewhere, false)).containsExactly(owner);
        assertThat(suspensions.concerned(dana, false)).containsExactlyInAnyOrder(agent, erlan, owner);
        assertThat(suspensions.concerned(owner, false)).containsExactlyInAnyOrder(agent, dana, erlan, elsewhere);
    }

    @Test
    void aSuspendedOwnerMakesRoomForNoSecondOne() {
        Organiser owner = invitations
                .redeem(invitations.forOwner(), person(7, 5), Language.EN)
                .orElseThrow();
        suspensions.suspend(dana, owner);
        suspensions.suspend(erlan, owner);

        assertThat(organisers.ownerKnown()).isTrue();
        assertThat(invitations.redeem(invitations.forOwner(), person(7, 6), Language.EN))
                .isEmpty();
    }

    @Test
    void invitationsOfASuspendedOneAreDeadAndNoneBringsThemBack() {
        String made = invitations.forDistrict(AKSAY, agent);
        String others = invitations.forDistrict(AKSAY, dana);
        suspensions.suspend(dana, agent);
        suspensions.suspend(erlan, agent);
        invitations.revoke(agent);

        assertThat(invitations.redeem(made, person(7, 8), Language.EN)).isEmpty();
        assertThat(invitations.redeem(others, agent.address(), Language.EN)).isEmpty();
        assertThat(organisers.find(agent.address())).isEmpty();
        assertThat(invitations.redeem(others, person(7, 9), Language.EN)).isPresent();
    }

    private Organiser appoint(int number, DistrictCode code) {
        Organiser organiser = new Organiser(person(7, number), Language.EN, false, Set.of(code));
        redis.opsForHash().put(Organisers.KEY, organiser.address().chat().value(), OrganiserForm.write(organiser));
        return organiser;
    }
}
