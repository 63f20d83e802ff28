package org.dabyl.organiser;

import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;

/** Makes the organisers of a test, for the districts of Almaty. */
public final class TestOrganisers {

    private TestOrganisers() {}

    public static Organisers create() {
        return new Organisers(TestRedis.template(), Districts.builtIn());
    }

    public static Invitations invitations(Organisers organisers) {
        return new Invitations(TestRedis.template(), organisers);
    }
}
