package org.dabyl.organiser;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which organisers were told what, so that a step which runs twice tells each once. A crash between telling and noting tells one of
 * them twice, which is better than never.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:told:&lt;what&gt;</td><td>set</td><td>sealed chats of organisers</td><td>48 h after the last</td></tr>
 * <tr><td>{dabyl}:told</td><td>set</td><td>what was told; names nobody</td><td>until all of it has expired</td></tr>
 * </table>
 */
@Component
public class Told implements Trace {

    private static final Duration LIFE = Life.TOLD.time();
    static final String ALL = "{dabyl}:told";

    private final StringRedisTemplate redis;

    Told(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Tells those who were not told yet; whether everybody is now. */
    public boolean each(String what, Collection<Organiser> organisers, Predicate<Organiser> tell) {
        boolean all = true;
        for (Organiser organiser : organisers) {
            String chat = organiser.address().chat().value();
            if (!Boolean.TRUE.equals(redis.opsForSet().isMember(key(what), chat))) {
                boolean told = tell.test(organiser);
                all &= told;
                if (told) {
                    note(what, chat);
                }
            }
        }
        return all;
    }

    private void note(String what, String chat) {
        redis.opsForSet().add(ALL, what);
        redis.opsForSet().add(key(what), chat);
        redis.expire(key(what), LIFE);
    }

    @Override
    public void erase(Address person) {
        for (String what : Objects.requireNonNullElse(redis.opsForSet().members(ALL), Set.<String>of())) {
            redis.opsForSet().remove(key(what), person.chat().value());
            if (!redis.hasKey(key(what))) {
                redis.opsForSet().remove(ALL, what);
            }
        }
    }

    static String key(String what) {
        return ALL + ":" + what;
    }
}
