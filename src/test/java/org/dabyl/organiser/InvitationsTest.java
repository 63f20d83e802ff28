package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class InvitationsTest {

    private static final DistrictCode SHANYRAK = new DistrictCode("shanyrak-1");
    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan");
    private static final Address DANA = person(7, 1);
    private static final Address ERLAN = person(7, 2);

    private final Organisers organisers = TestOrganisers.create();
    private final SettableClock clock = new SettableClock();
    private final Invitations invitations = TestOrganisers.invitations(organisers, clock);

    @Test
    void theOwnersLinkWorksOnce() {
        String secret = invitations.forOwner();

        assertThat(invitations.redeem(secret, DANA, Language.KK))
                .contains(new Organiser(DANA, Language.KK, true, Set.of()));
        assertThat(invitations.redeem(secret, ERLAN, Language.RU)).isEmpty();

        assertThat(organisers.owners()).isEqualTo(1);
    }

    @Test
    void aSecondOwnersLinkDiesWhereThereIsAnOwner() {
        String first = invitations.forOwner();
        String second = invitations.forOwner();
        invitations.redeem(first, DANA, Language.KK);

        assertThat(invitations.redeem(second, ERLAN, Language.RU)).isEmpty();

        assertThat(organisers.find(ERLAN)).isEmpty();
        assertThat(Contents.read()).doesNotContain("invitation");
    }

    @Test
    void anInvitationIsForWhoeverOpensItFirst() {
        String secret = invitations.forDistrict(SHANYRAK, TestOrganisers.owner());

        assertThat(invitations.redeem(secret, DANA, Language.KK))
                .contains(new Organiser(DANA, Language.KK, false, Set.of(SHANYRAK)));
        assertThat(invitations.redeem(secret, ERLAN, Language.RU)).isEmpty();
        assertThat(invitations.redeem(secret, DANA, Language.KK)).isEmpty();

        assertThat(organisers.find(ERLAN)).isEmpty();
    }

    @Test
    void aGuessedSecretAppointsNobody() {
        invitations.forOwner();

        assertThat(invitations.redeem("", DANA, Language.KK)).isEmpty();
        assertThat(invitations.redeem("owner", DANA, Language.KK)).isEmpty();
        assertThat(invitations.redeem("*", DANA, Language.KK)).isEmpty();

        assertThat(organisers.ownerKnown()).isFalse();
    }

    @Test
    void aLinkLivesADayAtMost(StringRedisTemplate redis) {
        invitations.forOwner();
        invitations.forDistrict(SHANYRAK, TestOrganisers.owner());

        assertThat(Objects.requireNonNull(redis.keys("*")))
                .hasSize(3)
                .allSatisfy(key -> assertThat(redis.getExpire(key)).isBetween(1L, 24 * 3600L));
    }

    @Test
    void theSecretIsNowhereInRedis() {
        String secret = invitations.forOwner();

        assertThat(Contents.read())
                .isNotEmpty()
                .doesNotContain(secret)
                .doesNotContain(Base64.getUrlEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSecretFitsADeepLink() {
        // 64 of A-Za-z0-9_- with the prefix, says the Bot API
        assertThat("o_" + invitations.forDistrict(SHANYRAK, TestOrganisers.owner()))
                .matches("[A-Za-z0-9_-]{20,64}");
        assertThat(invitations.forOwner()).isNotEqualTo(invitations.forOwner());
    }

    @Test
    void anotherInvitationAddsADistrict() {
        invitations.redeem(invitations.forDistrict(SHANYRAK, TestOrganisers.owner()), DANA, Language.KK);
        invitations.redeem(invitations.forDistrict(ULZHAN, TestOrganisers.owner()), DANA, Language.KK);
        invitations.redeem(invitations.forDistrict(SHANYRAK, TestOrganisers.owner()), DANA, Language.KK);

        assertThat(organisers.find(DANA)).contains(new Organiser(DANA, Language.KK, false, Set.of(SHANYRAK, ULZHAN)));
        assertThat(Contents.read()).containsOnlyOnce(SHANYRAK.value());
    }

    @Test
    void aDistrictWhoseNameIsInsideAnotherIsAdded() {
        invitations.redeem(
                invitations.forDistrict(new DistrictCode("ulzhan-1"), TestOrganisers.owner()), DANA, Language.KK);

        invitations.redeem(invitations.forDistrict(ULZHAN, TestOrganisers.owner()), DANA, Language.KK);

        assertThat(organisers.find(DANA).orElseThrow().districts()).hasSize(2);
    }

    @Test
    void whomAnotherOrganiserInvitesIsNewFromThenOn() {
        Organiser erlan = new Organiser(ERLAN, Language.RU, false, Set.of(SHANYRAK));

        assertThat(redeem(SHANYRAK, erlan).newSince()).isEqualTo(clock.instant());
        Instant first = clock.instant();
        clock.pass(Duration.ofHours(5));
        assertThat(redeem(ULZHAN, erlan))
                .isEqualTo(new Organiser(DANA, Language.KK, false, Set.of(SHANYRAK, ULZHAN), first));
        assertThat(redeem(ULZHAN, TestOrganisers.owner()))
                .isEqualTo(new Organiser(DANA, Language.KK, false, Set.of(SHANYRAK, ULZHAN)));
        assertThat(redeem(SHANYRAK, erlan).newSince()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whoWasAnOrganiserBeforeThatWasNotedStaysOld(StringRedisTemplate redis) {
        redis.opsForHash().put(Organisers.KEY, DANA.chat().value(), "7|ru||shanyrak-1");
        Organiser erlan = new Organiser(ERLAN, Language.RU, false, Set.of(ULZHAN));

        assertThat(redeem(ULZHAN, erlan)).isEqualTo(new Organiser(DANA, Language.KK, false, Set.of(SHANYRAK, ULZHAN)));
    }

    @Test
    void aLinkMadeBeforeItsAuthorWasNotedMakesOneWhoIsNew(StringRedisTemplate redis) {
        String secret = invitations.forDistrict(SHANYRAK, TestOrganisers.owner());
        String key = Objects.requireNonNull(redis.keys("{dabyl}:invitation:*"))
                .iterator()
                .next();
        redis.opsForValue().set(key, "shanyrak-1");

        Organiser dana = invitations.redeem(secret, DANA, Language.KK).orElseThrow();

        assertThat(dana.districts()).containsExactly(SHANYRAK);
        assertThat(dana.newSince()).isEqualTo(clock.instant());
    }

    @Test
    void anOwnerWhoIsInvitedStaysOwner() {
        invitations.redeem(invitations.forOwner(), DANA, Language.KK);

        assertThat(invitations.redeem(invitations.forDistrict(SHANYRAK, TestOrganisers.owner()), DANA, Language.RU))
                .contains(new Organiser(DANA, Language.RU, true, Set.of(SHANYRAK)));
    }

    @Test
    void anOrganiserWhoBecomesOwnerKeepsTheirDistricts() {
        invitations.redeem(invitations.forDistrict(SHANYRAK, TestOrganisers.owner()), DANA, Language.KK);

        assertThat(invitations.redeem(invitations.forOwner(), DANA, Language.KK))
                .contains(new Organiser(DANA, Language.KK, true, Set.of(SHANYRAK)));
    }

    private Organiser redeem(DistrictCode code, Organiser by) {
        return invitations
                .redeem(invitations.forDistrict(code, by), DANA, Language.KK)
                .orElseThrow();
    }
}
