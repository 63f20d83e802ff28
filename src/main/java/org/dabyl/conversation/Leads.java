package org.dabyl.conversation;

import java.time.Duration;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which organiser was asked to lead an alert, and which one accepted.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:lead</td><td>string</td><td>sealed chat of the organiser who accepted</td><td>48 h</td></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:offered</td><td>string</td><td>sealed chat of the organiser who is asked</td><td>1 h</td></tr>
 * </table>
 */
@Component
final class Leads implements Trace {

    private static final Duration LIFE = Life.LEAD.time();
    private static final Duration OFFER = Life.OFFERED.time();

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final Alerts alerts;

    Leads(StringRedisTemplate redis, Organisers organisers, Alerts alerts) {
        this.redis = redis;
        this.organisers = organisers;
        this.alerts = alerts;
    }

    /** Who leads the alert, where it was handed over. */
    Optional<Organiser> of(AlertId id) {
        String chat = redis.opsForValue().get(lead(id));
        return organisers.everyone().stream()
                .filter(organiser -> organiser.address().chat().value().equals(chat))
                .findFirst();
    }

    /** Whether it is offered to them at this moment. */
    boolean offered(AlertId id, Organiser to) {
        return to.address().chat().value().equals(redis.opsForValue().get(offered(id)));
    }

    /** Offers it; an offer to somebody else lapses. */
    void offer(AlertId id, Organiser to) {
        redis.opsForValue().set(offered(id), to.address().chat().value(), OFFER);
    }

    /** Nobody is asked any more. */
    void withdraw(AlertId id) {
        redis.delete(offered(id));
    }

    /** Whether it was offered to this organiser, who leads it from now on. */
    boolean accept(AlertId id, Organiser by) {
        boolean theirs = offered(id, by);
        if (theirs) {
            redis.opsForValue().set(lead(id), by.address().chat().value(), LIFE);
            redis.delete(offered(id));
        }
        return theirs;
    }

    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.remembered()) {
            for (String key : new String[] {lead(id), offered(id)}) {
                if (person.chat().value().equals(redis.opsForValue().get(key))) {
                    redis.delete(key);
                }
            }
        }
    }

    private static String lead(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":lead";
    }

    private static String offered(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":offered";
    }
}
