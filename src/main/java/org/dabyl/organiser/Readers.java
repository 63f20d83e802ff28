package org.dabyl.organiser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Up to where in the log of acts each organiser was told.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:acts-read</td><td>hash</td><td>sealed chat of an organiser → place in the log</td>
 * <td>until they step down</td></tr>
 * </table>
 */
@Component
public class Readers {

    static final String KEY = "{dabyl}:acts-read";

    private static final Script<Long> READ = Script.beside(Readers.class, "read.lua", Long.class);

    private final StringRedisTemplate redis;

    Readers(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Where each of them stands who was ever told. */
    public Map<Organiser, Long> read(List<Organiser> organisers) {
        Map<String, String> places = redis.<String, String>opsForHash().entries(KEY);
        Map<Organiser, Long> read = new HashMap<>();
        for (Organiser organiser : organisers) {
            String place = places.get(organiser.address().chat().value());
            if (place != null) {
                read.put(organiser, Long.parseLong(place));
            }
        }
        return read;
    }

    /** The organiser was told of everything up to this place. */
    public void read(Organiser organiser, long place) {
        READ.run(redis, List.of(KEY, Organisers.KEY), organiser.address().chat().value(), place);
    }
}
