package org.dabyl.turnout;

import java.time.Duration;
import java.util.List;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Who was asked what again: each is asked once for an alert. Everything is kept until 24 h after the end of the alert, at most
 * for the time below.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:reminded</td><td>set</td><td>sealed chats of the silent who were reminded</td><td>48 h</td></tr>
 * <tr><td>alert:&lt;id&gt;:standing-by</td><td>set</td><td>sealed chats told that enough come</td><td>48 h</td></tr>
 * <tr><td>alert:&lt;id&gt;:overdue</td><td>set</td><td>sealed chats of the late who are to be asked now</td><td>48 h</td></tr>
 * <tr><td>alert:&lt;id&gt;:overdue-asked</td><td>set</td><td>sealed chats of the late who were asked</td><td>48 h</td></tr>
 * </table>
 */
@Component
final class Reminders implements Trace {

    static final Duration LIFE = Life.ASKED_AGAIN.time();

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;

    Reminders(StringRedisTemplate redis, Fleet fleet, Alerts alerts) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
    }

    static String reminded(BotId bot, AlertId id) {
        return keys(bot, id).getFirst();
    }

    static String standingBy(BotId bot, AlertId id) {
        return keys(bot, id).get(1);
    }

    static String overdue(BotId bot, AlertId id) {
        return keys(bot, id).get(2);
    }

    static String overdueAsked(BotId bot, AlertId id) {
        return keys(bot, id).get(3);
    }

    /** The sets of those on one bot who answered, whatever it was. */
    static List<String> answered(BotId bot, AlertId id) {
        return List.of(Answers.coming(bot, id), Answers.here(bot, id), Answers.home(bot, id), Answers.cannot(bot, id));
    }

    /** Has all of it forgotten in time. */
    void expire(AlertId id) {
        for (BotId bot : fleet.bots()) {
            keys(bot, id).forEach(key -> redis.expire(key, LIFE));
        }
    }

    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            keys(person.bot(), id)
                    .forEach(key -> redis.opsForSet().remove(key, person.chat().value()));
        }
    }

    static List<String> keys(BotId bot, AlertId id) {
        String alert = bot.key("alert:" + id.value() + ":");
        return List.of(alert + "reminded", alert + "standing-by", alert + "overdue", alert + "overdue-asked");
    }
}
