package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Asks;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Level;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Rings;
import org.dabyl.alert.Widening;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Priority;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Reminds the silent of a ring, each once; its subject is the alert and the number of the ring. It waits while enough come. */
@Component
final class RemindStep implements Step {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Alerts alerts;
    private final Rings rings;
    private final Calls calls;
    private final Asks asks;
    private final Answers answers;
    private final Reminders reminders;
    private final Asking asking;
    private final Timing timing;
    private final ReminderSettings settings;
    private final Timetable timetable;
    private final Clock clock;

    RemindStep(
            Alerts alerts,
            Rings rings,
            Calls calls,
            Asks asks,
            Answers answers,
            Reminders reminders,
            Asking asking,
            Timing timing,
            ReminderSettings settings,
            Timetable timetable,
            Clock clock) {
        this.alerts = alerts;
        this.rings = rings;
        this.calls = calls;
        this.asks = asks;
        this.answers = answers;
        this.reminders = reminders;
        this.asking = asking;
        this.timing = timing;
        this.settings = settings;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Alerts.REMIND;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        Ring ring = Ring.parse(subject.substring(dot + 1)).orElseThrow();
        alerts.find(new AlertId(subject.substring(0, dot)))
                .filter(alert -> alert.open() && alert.plan().level() == Level.CALL)
                .ifPresent(alert -> look(alert, ring, subject));
    }

    private void look(Alert alert, Ring ring, String subject) {
        Widening widening = rings.of(alert);
        Instant due = timing.after(alert, widening, ring, settings.silentAfter());
        if (clock.instant().isBefore(due)) {
            timetable.at(kind(), subject, due);
            return;
        }
        Tally tally = answers.tally(alert.id());
        if (StandBy.enough(alert, tally)) {
            timetable.at(kind(), subject, clock.instant().plus(AGAIN));
        } else {
            remind(alert.lacking(tally.skills()), ring);
        }
    }

    private void remind(Alert alert, Ring ring) {
        AlertId id = alert.id();
        asks.ask(
                id,
                "remind-" + ring.number(),
                Priority.REMINDER,
                asking.silent(alert),
                bot -> new Audience(
                        List.of(List.of(calls.called(bot, id, ring))),
                        answeredOrTold(bot, id),
                        Reminders.reminded(bot, id)));
        reminders.expire(id);
    }

    /** Who need not be reminded: who answered, stands by, or still waits for the card. */
    private static List<String> answeredOrTold(BotId bot, AlertId id) {
        List<String> except = new ArrayList<>(Reminders.answered(bot, id));
        except.add(Reminders.standingBy(bot, id));
        except.addAll(Calls.waiting(bot, id));
        return except;
    }
}
