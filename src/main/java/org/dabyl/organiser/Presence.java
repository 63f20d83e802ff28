package org.dabyl.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * When each organiser was last heard, and what followed where they were not.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:heard, {dabyl}:asked, {dabyl}:missed</td><td>hash</td><td>sealed chat of an organiser → ms when they last said
 * anything, were asked whether they are there, were told of as missing</td><td>until they leave</td></tr>
 * </table>
 */
@Component
public class Presence implements Trace {

    private static final String HEARD = "{dabyl}:heard";
    private static final String ASKED = "{dabyl}:asked";
    private static final String MISSED = "{dabyl}:missed";

    /** Also where Redis is full: whoever would lock or wipe everything is heard first. */
    private static final Script<Long> NOTE = Script.beside(Presence.class, "heard.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    Presence(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** The organiser said or pressed anything. */
    public void heard(Organiser organiser) {
        note(HEARD, organiser);
    }

    /** When the organiser was last heard; now, where they never were, so that their time begins. */
    public Instant lastHeard(Organiser organiser) {
        String chat = organiser.address().chat().value();
        redis.opsForHash().putIfAbsent(HEARD, chat, Long.toString(clock.millis()));
        return at(HEARD, organiser);
    }

    public void asked(Organiser organiser) {
        note(ASKED, organiser);
    }

    /** When they were last asked whether they are there; 1970 for never. */
    public Instant lastAsked(Organiser organiser) {
        return at(ASKED, organiser);
    }

    public void missed(Organiser organiser) {
        note(MISSED, organiser);
    }

    /** When the others were last told that they do not answer; 1970 for never. */
    public Instant lastMissed(Organiser organiser) {
        return at(MISSED, organiser);
    }

    @Override
    public void erase(Address person) {
        for (String key : new String[] {HEARD, ASKED, MISSED}) {
            redis.opsForHash().delete(key, person.chat().value());
        }
    }

    private Instant at(String key, Organiser organiser) {
        Object ms = redis.opsForHash().get(key, organiser.address().chat().value());
        return ms == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong((String) ms));
    }

    private void note(String key, Organiser organiser) {
        NOTE.run(redis, List.of(key), organiser.address().chat().value(), clock.millis());
    }
}
