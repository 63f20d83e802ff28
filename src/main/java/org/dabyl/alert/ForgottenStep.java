package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Ends an alert in which nobody has done anything for long, after its organisers were told: also after the program stood still for
 * days, they have the whole time of the warning.
 */
@Component
class ForgottenStep implements Step {

    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;
    private final Alerts alerts;
    private final Activity activity;
    private final Warnings warnings;
    private final Timetable timetable;
    private final AlertSettings settings;
    private final Clock clock;

    ForgottenStep(
            StringRedisTemplate redis,
            Alerts alerts,
            Activity activity,
            Warnings warnings,
            Timetable timetable,
            AlertSettings settings,
            Clock clock) {
        this.redis = redis;
        this.alerts = alerts;
        this.activity = activity;
        this.warnings = warnings;
        this.timetable = timetable;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Alerts.FORGOTTEN;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).filter(Alert::open).ifPresent(this::look);
    }

    private void look(Alert alert) {
        Instant last = activity.last(alert);
        Instant quiet = last.plus(settings.idle()).minus(settings.warning());
        if (clock.instant().isBefore(quiet)) {
            again(alert, quiet);
            return;
        }
        Instant end = warned(alert, last).plus(settings.warning());
        if (clock.instant().isBefore(end)) {
            // who was told is not told twice, who could not be reached is tried again
            warnings.endsSoon(alert, settings.warning(), "quiet-" + last.toEpochMilli());
            Instant soon = clock.instant().plus(TRY_AGAIN);
            again(alert, soon.isBefore(end) ? soon : end);
        } else {
            alerts.standDown(alert.id(), Ending.FORGOTTEN, "");
        }
    }

    /** When the organisers were first told of this silence: now, where they were not. */
    private Instant warned(Alert alert, Instant last) {
        String field = "quiet:" + last.toEpochMilli();
        redis.opsForHash().putIfAbsent(Alerts.key(alert.id()), field, Long.toString(clock.millis()));
        Object at = redis.opsForHash().get(Alerts.key(alert.id()), field);
        return Instant.ofEpochMilli(Long.parseLong((String) Objects.requireNonNull(at)));
    }

    private void again(Alert alert, Instant due) {
        timetable.at(kind(), alert.id().value(), due);
    }
}
