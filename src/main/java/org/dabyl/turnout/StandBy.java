package org.dabyl.turnout;

import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Asks;
import org.dabyl.alert.Calls;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Priority;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Tells the silent to stand by once enough come, and calls them again where it turns out that more are needed. */
@Component
final class StandBy {

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Asks asks;
    private final Reminders reminders;
    private final Asking asking;

    StandBy(StringRedisTemplate redis, Fleet fleet, Asks asks, Reminders reminders, Asking asking) {
        this.redis = redis;
        this.fleet = fleet;
        this.asks = asks;
        this.reminders = reminders;
        this.asking = asking;
    }

    /** Whether as many come or are there as an organiser said are needed. */
    static boolean enough(Alert alert, Tally tally) {
        return alert.plan().needed() > 0 && tally.present() >= alert.plan().needed();
    }

    void look(Alert alert, Tally tally) {
        if (enough(alert, tally)) {
            tell(alert.id(), alert);
        } else if (tally.present() * 5 < alert.plan().needed() * 4L && told(alert.id())) {
            // a fifth below, so that one who changes their mind calls nobody
            callAgain(alert.id(), alert);
        }
    }

    private void tell(AlertId id, Alert alert) {
        asks.ask(
                id,
                "enough",
                Priority.REMINDER,
                asking.enough(alert),
                bot -> new Audience(
                        List.of(List.of(Calls.called(bot, id))),
                        Reminders.answered(bot, id),
                        Reminders.standingBy(bot, id)));
        reminders.expire(id);
    }

    private boolean told(AlertId id) {
        return fleet.bots().stream().anyMatch(bot -> redis.hasKey(Reminders.standingBy(bot, id)));
    }

    private void callAgain(AlertId id, Alert alert) {
        asks.ask(
                id,
                "again",
                Priority.CALL,
                asking.again(alert),
                bot -> Audience.of(Reminders.standingBy(bot, id), Reminders.answered(bot, id)));
    }
}
