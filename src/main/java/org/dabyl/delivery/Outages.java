package org.dabyl.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The bots that are out of service since Telegram refused their token, as all instances know them.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:out-of-service</td><td>hash</td><td>bot → ms since when</td><td>until it is in service again</td></tr>
 * </table>
 */
@Component
public class Outages {

    private static final String KEY = "{dabyl}:out-of-service";

    private final StringRedisTemplate redis;

    Outages(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Notes that a bot is out of service; one already noted keeps its beginning. */
    public void begin(BotId bot, Instant now) {
        redis.opsForHash().putIfAbsent(KEY, field(bot), Long.toString(now.toEpochMilli()));
    }

    /** The bot works again; whether it was out of service. */
    public boolean end(BotId bot) {
        return redis.opsForHash().delete(KEY, field(bot)) > 0;
    }

    public boolean contain(BotId bot) {
        return redis.opsForHash().hasKey(KEY, field(bot));
    }

    /** Every bot that is out of service, by its number, and since when. */
    public SortedMap<BotId, Instant> all() {
        Map<String, String> kept = redis.<String, String>opsForHash().entries(KEY);
        SortedMap<BotId, Instant> all = new TreeMap<>((one, other) -> Long.compare(one.value(), other.value()));
        kept.forEach(
                (bot, since) -> all.put(new BotId(Long.parseLong(bot)), Instant.ofEpochMilli(Long.parseLong(since))));
        return all;
    }

    private static String field(BotId bot) {
        return Long.toString(bot.value());
    }
}
