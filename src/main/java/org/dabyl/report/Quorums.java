package org.dabyl.report;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.district.Quorum;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** When residents raise an alert without an organiser. */
@Component
public class Quorums {

    private final QuorumSettings usual;
    private final Districts districts;
    private final Supporters supporters;
    private final Alerts alerts;
    private final Clock clock;

    Quorums(QuorumSettings usual, Districts districts, Supporters supporters, Alerts alerts, Clock clock) {
        this.usual = usual;
        this.districts = districts;
        this.supporters = supporters;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What holds in a district: what the file says of it or of one around it, else what is set for the program. */
    public QuorumSettings of(DistrictCode district) {
        return districts.find(district).map(District::quorum).map(this::merged).orElse(usual);
    }

    private QuorumSettings merged(Quorum own) {
        return new QuorumSettings(
                requireNonNullElse(own.on(), usual.enabled()),
                requireNonNullElse(own.reports(), usual.reports()),
                requireNonNullElse(own.minutes(), usual.minutes()),
                requireNonNullElse(own.days(), usual.days()));
    }

    /** How long the organisers of a district have to answer; empty where residents cannot raise an alert. */
    Optional<Duration> patience(DistrictCode district) {
        QuorumSettings quorum = of(district);
        return quorum.enabled() ? Optional.of(Duration.ofMinutes(quorum.minutes())) : Optional.empty();
    }

    /**
     * How many of the event's reporters count: those registered for its district, or a part of it, for more than so many days. Asked
     * of what holds now, so that who moved away meanwhile does not count.
     */
    public long independent(Event event) {
        return event.sightings().stream()
                .filter(sighting -> resident(sighting.reporter(), event.district()))
                .count();
    }

    /** Whether this person counts in the district, or would. */
    boolean resident(Address reporter, DistrictCode district) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // whole days: registered for more than a week is registered before the same day of last week
        LocalDate before = today.minusDays(of(district).days());
        Set<DistrictCode> codes =
                districts.find(district).isPresent() ? districts.withDescendants(district) : Set.of(district);
        return supporters.find(reporter).map(Supporter::joined).stream()
                .flatMap(joined -> joined.entrySet().stream())
                .anyMatch(entry ->
                        codes.contains(entry.getKey()) && entry.getValue().isBefore(before));
    }

    /** The open alert that calls people to the event's whole district, other than one that is being raised for it. */
    Optional<Alert> running(Event event) {
        return alerts.open().stream()
                .filter(Verdicts::calls)
                .filter(alert -> districts.covers(alert.district(), event.district()))
                .filter(alert -> event.state() != State.OPEN || !event.alert().equals(Optional.of(alert.id())))
                .findFirst();
    }
}
