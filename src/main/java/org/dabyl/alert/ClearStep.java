package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.Clearing;
import org.dabyl.delivery.DispatchId;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Deletes what the bot wrote about an alert that is over from the chats of those who were called, the boards of its organisers,
 * and what it posted in channels and groups: a seized phone shows less. Whatever is deleted is forgotten, so it goes on where it was
 * cut off.
 */
@Component
class ClearStep implements Step {

    /** How often it looks for messages that would otherwise become too old, in an alert that ran for long. */
    private static final Duration LOOK = Duration.ofMinutes(30);

    /** Also where Telegram or a broadcast stands in the way. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Clearing clearing;
    private final ObjectProvider<Clearable> others;
    private final Timetable timetable;
    private final ClearAfter after;
    private final Clock clock;

    ClearStep(
            Clearing clearing,
            ObjectProvider<Clearable> others,
            Timetable timetable,
            AlertSettings settings,
            Clock clock) {
        this.clearing = clearing;
        this.others = others;
        this.timetable = timetable;
        this.after = settings.clearAfter();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Alerts.CLEAR;
    }

    @Override
    public void run(String subject) {
        if (after.time() != null) {
            // the alert itself may be forgotten by then
            String[] parts = subject.split("\\.", 2);
            clear(subject, new AlertId(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }
    }

    private void clear(String subject, AlertId id, Instant ended) {
        Instant now = clock.instant();
        List<DispatchId> due = new ArrayList<>();
        boolean later = false;
        for (Clearing.Sent sent : clearing.sent(id.value() + ".")) {
            if (after.due(ended, sent.launched()).isAfter(now)) {
                later = true;
            } else {
                due.add(sent.dispatch());
            }
        }
        boolean through = clearing.clear(due);
        boolean allDue = !after.due(ended, ended).isAfter(now);
        if (allDue) {
            for (Clearable other : others) {
                through &= other.clear(id);
            }
        }
        if (!through) {
            timetable.at(kind(), subject, now.plus(AGAIN));
        } else if (later || !allDue) {
            timetable.at(kind(), subject, now.plus(LOOK));
        }
    }
}
