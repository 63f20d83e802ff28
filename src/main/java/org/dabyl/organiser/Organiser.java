package org.dabyl.organiser;

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
 */
public record Organiser(Address address, Language language, boolean owner, Set<DistrictCode> districts) {}
