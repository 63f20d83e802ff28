package org.dabyl.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Address;
import org.dabyl.district.DistrictCode;

/**
 * Reports of the same thing, in one district and within minutes of each other.
 *
 * @param id its name
 * @param district where
 * @param kind what
 * @param state what became of it
 * @param opened when it was first reported
 * @param answered when an organiser last answered without deciding
 * @param heldUntil until when the quorum waits for the organiser who answered
 * @param alert the alert that was raised for it, or is being raised
 * @param sightings what its reporters reported, by their numbers
 */
public record Event(
        EventId id,
        DistrictCode district,
        Kind kind,
        State state,
        Instant opened,
        Optional<Instant> answered,
        Optional<Instant> heldUntil,
        Optional<AlertId> alert,
        List<Sighting> sightings) {

    /** What this person reported. */
    public Optional<Sighting> of(Address person) {
        return sightings.stream()
                .filter(sighting -> sighting.reporter().chat().equals(person.chat()))
                .findFirst();
    }
}
