package org.dabyl.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Puts what Telegram brought where it survives a crash, before it is confirmed.
 *
 * <table>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:inbox</td><td>stream</td><td>update id, its {@link Essence} sealed</td><td>until handled</td></tr>
 * <tr><td>{bot}:offset</td><td>string</td><td>the next poll's offset</td><td>6 days after the last update</td></tr>
 * <tr><td>{bot}:seen</td><td>zset</td><td>update ids by time</td><td>24 h, the newest 10,000</td></tr>
 * </table>
 *
 * <p>The offset dies before the week after which Telegram starts its ids again at a random number; a poll without one brings
 * whatever is unconfirmed, and everything older has been confirmed by the polls in between.
 */
final class Intake {

    private static final Script<Long> STORE = Script.beside(Intake.class, "intake.lua", Long.class);
    private static final Duration OFFSET_LIFE = Life.OFFSET.time();
    // Telegram keeps an update for 24 h and so repeats none that is older
    private static final Duration MEMORY = Life.SEEN.time();
    private static final int MOST = 10_000;
    private static final String ANYBODY = "";

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final BotId bot;

    Intake(StringRedisTemplate redis, Vault vault, BotId bot) {
        this.redis = redis;
        this.vault = vault;
        this.bot = bot;
    }

    static String inbox(BotId bot) {
        return bot.key("inbox");
    }

    /** What the sealed update is bound to. */
    static String place(BotId bot, String updateId) {
        return inbox(bot) + ":" + updateId;
    }

    /** The offset to poll with; 0 for none. */
    long offset() {
        String offset = redis.opsForValue().get(bot.key("offset"));
        return offset == null ? 0 : Long.parseLong(offset);
    }

    /** Stores what was not seen before and the offset, all or nothing; false where the lease is another's. */
    boolean store(Batch batch, Lease lease) {
        return store(batch, lease.owner());
    }

    /** Stores what Telegram brought by itself, whoever receives: a webhook may end at any instance. */
    void store(Batch batch) {
        store(batch, ANYBODY);
    }

    private boolean store(Batch batch, String owner) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(owner);
        arguments.add(batch.next());
        arguments.add(OFFSET_LIFE.toMillis());
        arguments.add(MEMORY.toSeconds());
        arguments.add(MOST);
        for (Batch.Update update : batch.updates()) {
            String id = String.valueOf(update.id());
            arguments.add(id);
            arguments.add(vault.seal(update.json(), place(bot, id)));
        }
        List<String> keys = List.of(Lease.key(bot), inbox(bot), bot.key("offset"), bot.key("seen"));
        return STORE.run(redis, keys, arguments.toArray()) >= 0;
    }
}
