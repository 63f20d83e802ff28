package org.dabyl.delivery;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Which message each recipient of a dispatch got: for the few that are changed afterwards. */
@Component
public class Receipts {

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Vault vault;

    Receipts(StringRedisTemplate redis, Fleet fleet, Vault vault) {
        this.redis = redis;
        this.fleet = fleet;
        this.vault = vault;
    }

    /** The message that this person got; empty where they got none, or left since. */
    public OptionalLong of(Address person, DispatchId dispatch) {
        Object sealed = redis.opsForHash()
                .get(key(person.bot(), dispatch), person.chat().value());
        return sealed == null ? OptionalLong.empty() : OptionalLong.of(open(dispatch, person, (String) sealed));
    }

    /** Reads one after the other. */
    public void each(DispatchId dispatch, ObjLongConsumer<Address> reader) {
        for (BotId bot : fleet.bots()) {
            try (Cursor<Map.Entry<String, String>> cursor =
                    redis.<String, String>opsForHash().scan(key(bot, dispatch), ScanOptions.NONE)) {
                while (cursor.hasNext()) {
                    Map.Entry<String, String> receipt = cursor.next();
                    Address person = new Address(bot, new SealedId(receipt.getKey()));
                    reader.accept(person, open(dispatch, person, receipt.getValue()));
                }
            }
        }
    }

    /** What a message id is sealed for. */
    static String place(Address person, DispatchId dispatch) {
        return key(person.bot(), dispatch) + ":" + person.chat().value();
    }

    private long open(DispatchId dispatch, Address person, String sealed) {
        return vault.openNumber(sealed, place(person, dispatch));
    }

    static String key(BotId bot, DispatchId dispatch) {
        return bot.key("dispatch:" + dispatch.value() + ":receipts");
    }
}
