package org.dabyl.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells every organiser of an alert something by itself, each once an occasion.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:told</td><td>hash</td><td>sealed chat of an organiser → occasions, with commas</td>
 * <td>48 h after the last</td></tr>
 * </table>
 */
@Component
final class Notices implements Trace {

    private static final Duration LIFE = Life.NOTICES.time();

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final Alerts alerts;
    private final OfficePost post;

    Notices(StringRedisTemplate redis, Organisers organisers, Alerts alerts, OfficePost post) {
        this.redis = redis;
        this.organisers = organisers;
        this.alerts = alerts;
        this.post = post;
    }

    /** Who could not be reached is told where this is called again; a crash may tell one of them twice. */
    void tell(Alert alert, String occasion, Function<Language, Message> message) {
        for (Organiser organiser : organisers.responsible(alert.district())) {
            Address address = organiser.address();
            String told = told(alert.id(), address);
            if (!Arrays.asList(told.split(",", -1)).contains(occasion)
                    && post.send(organiser, message.apply(organiser.language()))) {
                redis.opsForHash().put(key(alert.id()), address.chat().value(), told + "," + occasion);
                redis.expire(key(alert.id()), LIFE);
            }
        }
    }

    @Override
    public void erase(Address person) {
        alerts.remembered()
                .forEach(id -> redis.opsForHash().delete(key(id), person.chat().value()));
    }

    private String told(AlertId id, Address organiser) {
        Object told = redis.opsForHash().get(key(id), organiser.chat().value());
        return told == null ? "" : (String) told;
    }

    private static String key(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":told";
    }
}
