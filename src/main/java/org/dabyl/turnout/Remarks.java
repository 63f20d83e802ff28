package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What people who were called wrote: each remark whole, several of one person in their order.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:remarks</td><td>hash</td><td>order → ms|number|sealed text</td>
 * <td>24 h after the end of the alert, at most 48 h after the last</td></tr>
 * <tr><td>alert:&lt;id&gt;:remarks:by</td><td>hash</td><td>sealed chat → orders, with commas</td><td>the same</td></tr>
 * </table>
 */
@Component
public class Remarks implements Trace {

    private static final Script<Long> KEEP = Script.beside(Remarks.class, "remark.lua", Long.class);
    private static final Script<Long> ERASE = Script.beside(Remarks.class, "erase-remarks.lua", Long.class);
    private static final Duration LIFE = Life.REMARKS.time();

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final Clock clock;

    Remarks(StringRedisTemplate redis, Fleet fleet, Alerts alerts, Pseudonyms pseudonyms, Vault vault, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
        this.pseudonyms = pseudonyms;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a remark, once however often it is heard; {@code order} is Telegram's update id. */
    public void keep(AlertId id, Address person, String text, long order) {
        List<String> keys = keys(person.bot(), id);
        KEEP.run(
                redis,
                keys,
                person.chat().value(),
                order,
                clock.millis() + "|" + pseudonyms.of(id, person) + "|"
                        + vault.seal(text, keys.getFirst() + ":" + order),
                LIFE.toSeconds());
    }

    public long count(AlertId id) {
        return fleet.bots().stream()
                .mapToLong(bot -> redis.opsForHash().size(keys(bot, id).getFirst()))
                .sum();
    }

    /** All of them, the newest first. */
    public List<Remark> of(AlertId id) {
        return fleet.bots().stream()
                .flatMap(bot -> at(keys(bot, id).getFirst()))
                .sorted(Comparator.comparing(Remark::at, Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            ERASE.run(redis, keys(person.bot(), id), person.chat().value());
        }
    }

    private Stream<Remark> at(String key) {
        return redis.<String, String>opsForHash().entries(key).entrySet().stream()
                // two of one moment stand as they were written
                .sorted(Comparator.comparing(entry -> Long.parseLong(entry.getKey()), Comparator.reverseOrder()))
                .map(entry -> read(entry.getValue(), key + ":" + entry.getKey()));
    }

    private Remark read(String form, String place) {
        String[] fields = form.split("\\|", 3);
        return new Remark(
                Integer.parseInt(fields[1]),
                Instant.ofEpochMilli(Long.parseLong(fields[0])),
                vault.open(fields[2], place));
    }

    static List<String> keys(BotId bot, AlertId id) {
        String remarks = bot.key("alert:" + id.value() + ":remarks");
        return List.of(remarks, remarks + ":by");
    }
}
