package org.dabyl.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dabyl.channel.Binding;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Doubt;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Where the cards of alerts stand in channels and groups, and what was posted below them.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:posts</td><td>hash</td><td>sealed chat → languages|sealed message id; sealed chat.what was posted → sealed
 * message id, 1 where it changed the card; sealed chat.what may be posted.doubt → how often it was tried, until when not again;
 * sealed chat.cut → 1 where nothing is told any more</td>
 * <td>48 h after stand-down</td></tr>
 * </table>
 */
@Component
public class Posts implements Trace, Clearable {

    private static final String CARD = "1";
    private static final String DOUBT = ".doubt";

    /** Noted like what was posted: nothing is told there any more. */
    private static final String CUT = "cut";

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Post clearing;
    private final Clock clock;

    Posts(StringRedisTemplate redis, Vault vault, Fleet fleet, Alerts alerts, Post post, Clock clock) {
        this.clock = clock;
        this.clearing = post.clearing();
        this.redis = redis;
        this.vault = vault;
        this.fleet = fleet;
        this.alerts = alerts;
    }

    /** A card that stands in a channel or group; {@code message} is 0 where it stayed behind in another. */
    record Card(Address place, List<Language> languages, long message) {}

    /** Whether the alert's card stands there. */
    public boolean cardIn(Address place, AlertId id) {
        return redis.opsForHash().hasKey(key(place.bot(), id), place.chat().value());
    }

    void keep(AlertId id, Binding binding, long message) {
        write(new Card(binding.place().address(), binding.languages(), message), id);
    }

    List<Card> cards(AlertId id) {
        return fleet.bots().stream()
                .flatMap(bot -> entries(bot, id).entrySet().stream()
                        .filter(entry -> entry.getKey().indexOf('.') < 0)
                        .map(entry -> read(new Address(bot, new SealedId(entry.getKey())), id, entry.getValue())))
                .toList();
    }

    /** From now on nothing more is told below the cards that stand there; a day after the end they are deleted as ever. */
    public void cut(Address place) {
        for (AlertId id : alerts.kept()) {
            cards(id).stream().filter(card -> card.place().equals(place)).forEach(card -> mark(card, id, CUT));
        }
    }

    boolean cut(Card card, AlertId id) {
        return posted(card, id, CUT);
    }

    boolean posted(Card card, AlertId id, String what) {
        return redis.opsForHash().hasKey(key(card.place().bot(), id), field(card.place(), what));
    }

    /** Something was posted below the card. */
    void mark(Card card, AlertId id, String what, long message) {
        String field = field(card.place(), what);
        String key = key(card.place().bot(), id);
        redis.opsForHash().put(key, field, vault.sealNumber(message, key + ":" + field));
    }

    /** Something was done to the card itself. */
    void mark(Card card, AlertId id, String what) {
        redis.opsForHash().put(key(card.place().bot(), id), field(card.place(), what), CARD);
    }

    /** Whether it is too early to post something again that may stand there already. */
    boolean inDoubt(Address place, AlertId id, String what) {
        return kept(place, id, what).lasts(clock.instant());
    }

    /** Nobody knows whether it was posted. */
    void doubt(Address place, AlertId id, String what) {
        Doubt more = kept(place, id, what).more(clock.instant());
        redis.opsForHash().put(key(place.bot(), id), field(place, what) + DOUBT, more.form());
    }

    private Doubt kept(Address place, AlertId id, String what) {
        Object form = redis.opsForHash().get(key(place.bot(), id), field(place, what) + DOUBT);
        return form == null ? Doubt.NONE : Doubt.of((String) form);
    }

    /** Deletes the cards and what was posted below them, as far as Telegram lets the bot. */
    @Override
    public boolean clear(AlertId id) {
        boolean through = true;
        for (Card card : cards(id)) {
            List<Long> messages = messages(card, id);
            boolean gone = clearing.delete(card.place(), messages) != Post.Edit.UNKNOWN;
            if (gone) {
                erase(card.place(), id);
            }
            through &= gone;
        }
        return through;
    }

    private List<Long> messages(Card card, AlertId id) {
        List<Long> messages = new ArrayList<>();
        if (card.message() != 0) {
            messages.add(card.message());
        }
        String key = key(card.place().bot(), id);
        entries(card.place().bot(), id).forEach((field, kept) -> {
            if (field.startsWith(field(card.place(), "")) && !kept.equals(CARD) && !field.endsWith(DOUBT)) {
                messages.add(vault.openNumber(kept, key + ":" + field));
            }
        });
        return messages;
    }

    void expire(AlertId id) {
        fleet.bots().forEach(bot -> redis.expire(key(bot, id), Life.POSTS.time()));
    }

    /** The old messages stay behind in the group that was; the rest is told in the new one. */
    @EventListener
    void on(ChatMoved moved) {
        Address to = new Address(moved.from().bot(), moved.to());
        for (AlertId id : alerts.kept()) {
            cards(id).stream()
                    .filter(card -> card.place().equals(moved.from()))
                    .forEach(card -> move(card, new Card(to, card.languages(), 0), id));
        }
        erase(moved.from());
    }

    private void move(Card from, Card to, AlertId id) {
        write(to, id);
        if (cut(from, id)) {
            mark(to, id, CUT);
        }
    }

    @Override
    public void erase(Address place) {
        alerts.kept().forEach(id -> erase(place, id));
    }

    private void erase(Address place, AlertId id) {
        Object[] fields = entries(place.bot(), id).keySet().stream()
                .filter(field -> field.startsWith(place.chat().value()))
                .toArray();
        if (fields.length > 0) {
            redis.opsForHash().delete(key(place.bot(), id), fields);
        }
    }

    private void write(Card card, AlertId id) {
        String languages = card.languages().stream().map(Language::tag).collect(Collectors.joining(","));
        String form = languages + "|" + vault.sealNumber(card.message(), sealedFor(card.place(), id));
        redis.opsForHash().put(key(card.place().bot(), id), card.place().chat().value(), form);
    }

    private Card read(Address place, AlertId id, String form) {
        String[] fields = form.split("\\|", 2);
        List<Language> languages =
                Arrays.stream(fields[0].split(",")).map(Language::of).toList();
        return new Card(place, languages, vault.openNumber(fields[1], sealedFor(place, id)));
    }

    private Map<String, String> entries(BotId bot, AlertId id) {
        return redis.<String, String>opsForHash().entries(key(bot, id));
    }

    private static String field(Address place, String what) {
        return place.chat().value() + "." + what;
    }

    private static String sealedFor(Address place, AlertId id) {
        return key(place.bot(), id) + ":" + place.chat().value();
    }

    private static String key(BotId bot, AlertId id) {
        return bot.key("alert:" + id.value() + ":posts");
    }
}
