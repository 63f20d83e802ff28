package org.dabyl.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Address;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Bucket;
import org.dabyl.supporter.Supporters;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes what residents report.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:reporting:&lt;digest of the sealed chat&gt;</td><td>string</td><td>when the person's reports are forgotten, in µs of
 * Redis</td><td>until then, at most 1 h</td></tr>
 * <tr><td>{bot}:reporting:newcomers</td><td>string</td><td>the same for all who are new in their district; names nobody</td><td>until
 * then</td></tr>
 * </table>
 */
@Component
public class Reports {

    private final StringRedisTemplate redis;
    private final Supporters supporters;
    private final Districts districts;
    private final Events events;
    private final TrackRecords records;
    private final Quorums quorums;
    private static final Duration NEWCOMERS_REFILL = Duration.ofSeconds(2);

    private final Bucket bucket;
    private final Bucket newcomers;

    Reports(
            StringRedisTemplate redis,
            Supporters supporters,
            Districts districts,
            Events events,
            TrackRecords records,
            Quorums quorums,
            ReportSettings settings) {
        this.redis = redis;
        this.supporters = supporters;
        this.districts = districts;
        this.events = events;
        this.records = records;
        this.quorums = quorums;
        this.newcomers = new Bucket(settings.newcomers(), NEWCOMERS_REFILL);
        this.bucket = new Bucket(settings.perHour(), Duration.ofHours(1).dividedBy(settings.perHour()));
    }

    /** Counts a report at once; what is added to it afterwards is not needed. */
    public Filed file(Address person, DistrictCode district, Kind kind) {
        // a button can be forged: only their own districts, which they know
        boolean own = districts.find(district).isPresent()
                && supporters
                        .find(person)
                        .filter(supporter -> supporter.districts().contains(district))
                        .isPresent();
        if (!own) {
            return new Filed.Elsewhere();
        }
        TrackRecord record = records.of(person);
        if (record.suspendedUntil().isPresent()) {
            return new Filed.Suspended(record.suspendedUntil().get());
        }
        if (!bucket.take(redis, person.passingKey("reporting"))) {
            return new Filed.TooMany();
        }
        // a flood of new accounts; residents are heard whatever it does
        if (!quorums.resident(person, district)
                && !newcomers.take(redis, person.bot().key("reporting:newcomers"))) {
            return new Filed.Crowded();
        }
        Event event = events.join(person, below(district), kind, quorums.patience(district));
        Optional<Alert> alert = quorums.running(event);
        return alert.isPresent() ? new Filed.Known(event, alert.get()) : new Filed.Counted(event);
    }

    /** Adds where or what to the person's report; false where they have none in this event. */
    public boolean say(EventId event, Address person, String words) {
        return events.add(event, person, "words", words);
    }

    /** Adds the place to the person's report; false where they have none in this event. */
    public boolean locate(EventId event, Address person, Sighting.Place place) {
        return events.add(event, person, "place", place.form());
    }

    /** Adds Telegram's file id of a photo to the person's report; false where they have none in this event. */
    public boolean picture(EventId event, Address person, String photo) {
        return events.add(event, person, "photo", photo);
    }

    /** The district, then all below it: whoever is registered for those around cannot say which one it is. */
    private List<DistrictCode> below(DistrictCode district) {
        List<DistrictCode> codes = new ArrayList<>(List.of(district));
        districts.withDescendants(district).stream()
                .filter(code -> !code.equals(district))
                .forEach(codes::add);
        return codes;
    }
}
