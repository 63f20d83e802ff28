package org.dabyl.channel;

import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.Vault;

/** Channels for tests of other rooms. */
public final class TestChannels {

    private TestChannels() {}

    public static Channels of(Fleet fleet, Vault vault) {
        return new Channels(TestRedis.template(), fleet, vault);
    }

    /** A channel that gets the alerts of a district, in Kazakh. */
    public static Binding bound(Address address, String district) {
        return new Binding(
                new Place(address, true, "Соседи"), new DistrictCode(district), List.of(Language.KK), Optional.empty());
    }
}
