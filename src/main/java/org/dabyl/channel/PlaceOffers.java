package org.dabyl.channel;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Life;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Channels and groups that wait for an organiser to say which district they are for.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>channel-offer:&lt;id&gt;</td><td>string</td><td>sealed chat|{@link PlaceForm}</td><td>24 h</td></tr>
 * </table>
 */
@Component
public class PlaceOffers {

    private static final Duration LIFE = Life.CHANNEL_OFFER.time();
    private static final int ID_BYTES = 5;

    private final StringRedisTemplate redis;
    private final PlaceForm form;
    private final SecureRandom random = new SecureRandom();

    PlaceOffers(StringRedisTemplate redis, Vault vault) {
        this.redis = redis;
        this.form = new PlaceForm(vault);
    }

    /** Keeps the place for a day, under an id that fits into a button: 10 of 0-9 and a-f. */
    public String add(Place place) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Address address = place.address();
        String key = key(address.bot(), id);
        redis.opsForValue().set(key, address.chat().value() + "|" + form.write(place, key), LIFE);
        return id;
    }

    /** The place; empty where the id is forged or older than a day. */
    public Optional<Place> find(BotId bot, String id) {
        return Optional.ofNullable(redis.opsForValue().get(key(bot, id))).map(text -> {
            String[] parts = text.split("\\|", 2);
            return form.place(new Address(bot, new SealedId(parts[0])), parts[1], key(bot, id));
        });
    }

    private static String key(BotId bot, String id) {
        return bot.key("channel-offer:" + id);
    }
}
