package org.dabyl.organiser;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;

/** Makes the organisers of a test, for the districts of Almaty. */
public final class TestOrganisers {

    private TestOrganisers() {}

    public static Organisers create() {
        return new Organisers(TestRedis.template(), Districts.builtIn());
    }

    public static Invitations invitations(Organisers organisers) {
        return invitations(organisers, Clock.systemUTC());
    }

    static Invitations invitations(Organisers organisers, Clock clock) {
        return new Invitations(TestRedis.template(), organisers, clock);
    }

    /** An owner, by whom everybody is invited who counts at once. */
    public static Organiser owner() {
        return new Organiser(TestFleet.person(7, 99), Language.EN, true, Set.of());
    }

    /** Appoints somebody by a link that the other made. */
    public static Organiser appoint(
            Organisers organisers, Clock clock, Address person, DistrictCode code, Organiser by) {
        Invitations invitations = invitations(organisers, clock);
        return invitations
                .redeem(invitations.forDistrict(code, by), person, Language.RU)
                .orElseThrow();
    }

    /** A day, as it is by default. */
    public static Probation probation(Clock clock) {
        return new Probation(new ProbationSettings(Duration.ofDays(1)), clock);
    }
}
