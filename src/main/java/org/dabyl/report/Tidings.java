package org.dabyl.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Priority;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells reporters; the same tidings twice are told once.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>report:&lt;id&gt;:tell</td><td>set</td><td>sealed chats of the reporters who are told next</td><td>1 min</td></tr>
 * </table>
 */
@Component
class Tidings implements Trace {

    private static final Duration LIFE = Life.TIDINGS.time();

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Dispatches dispatches;
    private final Events events;

    Tidings(StringRedisTemplate redis, Fleet fleet, Dispatches dispatches, Events events) {
        this.redis = redis;
        this.fleet = fleet;
        this.dispatches = dispatches;
        this.events = events;
    }

    /** Tells these people; {@code what} names the tidings of this event. */
    void tell(EventId event, String what, Collection<Address> people, Map<Language, Message> texts) {
        DispatchId id = new DispatchId(event.value() + ".report-" + what);
        Dispatch dispatch = new Dispatch(id, Priority.UPDATE, true, texts);
        for (BotId bot : fleet.bots()) {
            List<String> chats = people.stream()
                    .filter(person -> person.bot().equals(bot))
                    .map(person -> person.chat().value())
                    .toList();
            if (!chats.isEmpty()) {
                String key = key(bot, event);
                redis.delete(key);
                redis.opsForSet().add(key, chats.toArray(String[]::new));
                redis.expire(key, LIFE);
                dispatches.launch(bot, dispatch, Audience.of(key, List.of()));
                redis.delete(key);
            }
        }
    }

    @Override
    public void erase(Address person) {
        for (EventId event : events.kept()) {
            redis.opsForSet().remove(key(person.bot(), event), person.chat().value());
        }
    }

    private static String key(BotId bot, EventId event) {
        return bot.key("report:" + event.value() + ":tell");
    }
}
