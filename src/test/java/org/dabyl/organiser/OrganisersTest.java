package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class OrganisersTest {

    private static final DistrictCode ALMATY = new DistrictCode("almaty");
    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan");
    private static final DistrictCode ULZHAN_1 = new DistrictCode("ulzhan-1");
    private static final DistrictCode SHANYRAK = new DistrictCode("shanyrak-1");
    private static final Address DANA = person(7, 1);
    private static final Address ERLAN = person(8, 2);

    private final Organisers organisers = TestOrganisers.create();

    @Test
    void anOrganiserMayCallForTheirDistrictAndItsPartsOnly() {
        Organiser dana = appoint(DANA, ULZHAN);

        assertThat(organisers.mayCall(dana, ULZHAN)).isTrue();
        assertThat(organisers.mayCall(dana, ULZHAN_1)).isTrue();
        assertThat(organisers.mayCall(dana, ALMATY)).isFalse();
        assertThat(organisers.mayCall(dana, SHANYRAK)).isFalse();
    }

    @Test
    void anOwnerMayCallForAll() {
        Organiser owner = new Organiser(DANA, Language.KK, true, Set.of());

        assertThat(organisers.mayCall(owner, ALMATY)).isTrue();
        assertThat(organisers.mayCall(owner, SHANYRAK)).isTrue();
    }

    @Test
    void aRightToADistrictThatIsGoneIsWorthNothing() {
        Organiser dana = appoint(DANA, new DistrictCode("demolished"));

        assertThat(organisers.mayCall(dana, new DistrictCode("demolished"))).isFalse();
        assertThat(organisers.mayCall(dana, SHANYRAK)).isFalse();
    }

    @Test
    void thoseOfADistrictAndOfThoseAroundItAreResponsible() {
        Organiser dana = appoint(DANA, ULZHAN_1);
        Organiser erlan = appoint(ERLAN, ALMATY);
        appoint(person(7, 3), SHANYRAK);

        assertThat(organisers.responsible(ULZHAN_1)).containsExactlyInAnyOrder(dana, erlan);
        assertThat(organisers.responsible(ULZHAN)).containsExactly(erlan);
    }

    @Test
    void organisersAreCountedByDistrict() {
        appoint(DANA, ULZHAN);
        appoint(DANA, SHANYRAK);
        appoint(ERLAN, ULZHAN);

        assertThat(organisers.numbers()).isEqualTo(Map.of(ULZHAN, 2L, SHANYRAK, 1L));
        assertThat(organisers.ownerKnown()).isFalse();
    }

    @Test
    void anotherLanguageChangesNothingElse() {
        appoint(DANA, ULZHAN);

        organisers.speak(DANA, Language.EN);
        organisers.speak(ERLAN, Language.EN);

        assertThat(organisers.find(DANA)).contains(new Organiser(DANA, Language.EN, false, Set.of(ULZHAN)));
        assertThat(organisers.find(ERLAN)).isEmpty();
    }

    @Test
    void theSamePersonOnAnotherBotIsNoOrganiser() {
        appoint(DANA, ULZHAN);

        assertThat(organisers.find(person(8, 1))).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        for (boolean owner : new boolean[] {true, false}) {
            for (Set<DistrictCode> codes : Set.of(Set.<DistrictCode>of(), Set.of(ULZHAN), Set.of(ULZHAN, SHANYRAK))) {
                Organiser organiser = new Organiser(DANA, Language.EN, owner, codes);

                Organiser recent =
                        new Organiser(DANA, Language.EN, owner, codes, Instant.parse("2026-04-05T05:30:00Z"));

                assertThat(OrganiserForm.read(DANA.chat(), OrganiserForm.write(organiser)))
                        .isEqualTo(organiser);
                assertThat(OrganiserForm.read(DANA.chat(), OrganiserForm.write(recent)))
                        .isEqualTo(recent);
            }
        }
    }

    private Organiser appoint(Address person, DistrictCode code) {
        Invitations invitations = TestOrganisers.invitations(organisers);
        return invitations
                .redeem(invitations.forDistrict(code, TestOrganisers.owner()), person, Language.KK)
                .orElseThrow();
    }
}
