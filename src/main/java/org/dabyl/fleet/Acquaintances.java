package org.dabyl.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Trace;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Whom a bot could reach though they are at home at another: a bot may write only to people who once started it.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>known</td><td>set</td><td>sealed chats at home at another bot</td><td>until they come back, leave or block the bot</td></tr>
 * </table>
 *
 * <p>Only read and erased here: the steps of {@link org.dabyl.delivery.Handover} write it, for a claim decides by it.
 */
@Component
class Acquaintances implements Trace {

    private static final int PAGE = 500;

    private final StringRedisTemplate redis;

    Acquaintances(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Shows all of a bot's, some at a time; one may come twice. */
    void pages(BotId bot, Consumer<List<SealedId>> reader) {
        List<SealedId> page = new ArrayList<>(PAGE);
        try (Cursor<String> cursor = redis.opsForSet()
                .scan(key(bot), ScanOptions.scanOptions().count(PAGE).build())) {
            while (cursor.hasNext()) {
                page.add(new SealedId(cursor.next()));
                if (page.size() == PAGE) {
                    reader.accept(List.copyOf(page));
                    page.clear();
                }
            }
        }
        if (!page.isEmpty()) {
            reader.accept(page);
        }
    }

    @Override
    public void erase(Address person) {
        redis.opsForSet().remove(key(person.bot()), person.chat().value());
    }

    private static String key(BotId bot) {
        return bot.key("known");
    }
}
