package org.dabyl.turnout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.Life;
import org.dabyl.vault.Expiring;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * A day after the end of an alert forgets who was called, answered and wrote: what remains are the tally and the curve, which name
 * nobody.
 */
@Component
final class Counted implements Expiring {

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;

    Counted(StringRedisTemplate redis, Fleet fleet, Alerts alerts) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
    }

    @Override
    public Life life() {
        return Life.ANSWERS;
    }

    @Override
    public void purge(Instant now) {
        for (AlertId id : alerts.overSince(now.minus(Alerts.PEOPLE))) {
            for (BotId bot : fleet.bots()) {
                redis.unlink(people(bot, id));
            }
            redis.unlink(Pseudonyms.counter(id));
            // last, so that what was cut off is found again
            alerts.forgetPeople(id);
        }
    }

    @Override
    public long overdue(Instant then) {
        return alerts.overSince(then.minus(Alerts.PEOPLE)).size();
    }

    private static List<String> people(BotId bot, AlertId id) {
        List<String> keys = new ArrayList<>(
                List.of(Answers.answers(bot, id), Pseudonyms.numbers(bot, id), Pseudonyms.numbered(bot, id)));
        keys.addAll(Reminders.answered(bot, id));
        keys.addAll(Reminders.keys(bot, id));
        keys.addAll(Remarks.keys(bot, id));
        keys.addAll(Calls.keys(bot, id));
        return keys;
    }
}
