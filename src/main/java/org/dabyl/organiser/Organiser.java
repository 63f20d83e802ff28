package org.dabyl.organiser;

import java.time.Instant;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;

/**
 * A person who may raise alerts.
 *
 * @param address where they are reached
 * @param language what they read
 * @param owner whether for every district, with the right to invite for all
 * @param districts what they may call for, with everything below
 * @param newSince when another organiser appointed them; 1970 where the owner did
 */
public record Organiser(
        Address address, Language language, boolean owner, Set<DistrictCode> districts, Instant newSince) {

    /** One who counts as one of two. */
    public Organiser(Address address, Language language, boolean owner, Set<DistrictCode> districts) {
        this(address, language, owner, districts, Instant.EPOCH);
    }

    Organiser speaking(Language other) {
        return new Organiser(address, other, owner, districts, newSince);
    }
}
