package org.dabyl.fleet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Every bot that ever had people here, also those whose token is no longer set: their people are still found, moved and erased.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:bots</td><td>set</td><td>bots that were ever set</td><td>for ever</td></tr>
 * </table>
 */
@Component
class Roll {

    private static final String KEY = "{dabyl}:bots";

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private @Nullable List<BotId> bots;

    Roll(StringRedisTemplate redis, Fleet fleet) {
        this.redis = redis;
        this.fleet = fleet;
    }

    /** All of them, those that are set first; read once, for a bot joins or leaves by a new start. */
    synchronized List<BotId> bots() {
        if (bots == null) {
            bots = read();
        }
        return bots;
    }

    private List<BotId> read() {
        Set<BotId> all = new LinkedHashSet<>(fleet.bots());
        redis.opsForSet()
                .add(KEY, all.stream().map(bot -> Long.toString(bot.value())).toArray(String[]::new));
        Set<String> kept = redis.opsForSet().members(KEY);
        if (kept != null) {
            kept.stream().map(Long::parseLong).sorted().map(BotId::new).forEach(all::add);
        }
        return List.copyOf(all);
    }
}
