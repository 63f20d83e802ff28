package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        Optional<Instant> warned = warned(alert, last);
        if (warned.isEmpty() || clock.instant().isBefore(warned.get().plus(settings.warning()))) {
            // who was told is not told twice, who could not be reached is tried again
            warnings.endsSoon(alert, settings.warning(), "quiet-" + last.toEpochMilli());
            Instant end = noted(alert, last).plus(settings.warning());
            Instant soon = clock.instant().plus(TRY_AGAIN);
            again(alert, soon.isBefore(end) ? soon : end);
        } else {
            alerts.standDown(alert.id(), Ending.FORGOTTEN, "");
        }
    }

    /** When the organisers were first told of this silence; empty where they were not. */
    private Optional<Instant> warned(Alert alert, Instant last) {
        String at = redis.<String, String>opsForHash().get(Alerts.key(alert.id()), field(last));
        return Optional.ofNullable(at).map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)));
    }

    /** Notes it after they were told: a crash in between must not take time from them, however long the program then stands still. */
    private Instant noted(Alert alert, Instant last) {
        redis.opsForHash().putIfAbsent(Alerts.key(alert.id()), field(last), Long.toString(clock.millis()));
        return warned(alert, last).orElseThrow();
    }

    private static String field(Instant last) {
        return "quiet:" + last.toEpochMilli();
    }

    private void again(Alert alert, Instant due) {
        timetable.at(kind(), alert.id().value(), due);
    }
}
