package org.dabyl.channel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The channels and groups that get the alerts of districts.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>channels</td><td>hash</td><td>sealed chat → {@link PlaceForm}</td><td>until unbound or the bot is removed</td></tr>
 * <tr><td>channel-lost:&lt;digest of the sealed chat&gt;</td><td>string</td><td>nothing</td><td>10 min</td></tr>
 * </table>
 */
@Component
public class Channels implements Trace {

    private static final Duration TOLD = Life.CHANNEL_LOST.time();

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final PlaceForm form;

    Channels(StringRedisTemplate redis, Fleet fleet, Vault vault) {
        this.redis = redis;
        this.fleet = fleet;
        this.form = new PlaceForm(vault);
    }

    /** Has the place get the alerts of the binding's district, and of no other. */
    public void bind(Binding binding) {
        Address address = binding.place().address();
        redis.opsForHash().put(key(address.bot()), address.chat().value(), form.write(binding, sealedFor(address)));
        redis.delete(address.passingKey("channel-lost"));
    }

    /** Takes a place away; false where it was not bound. */
    public boolean unbind(Address place) {
        return redis.opsForHash().delete(key(place.bot()), place.chat().value()) > 0;
    }

    public Optional<Binding> find(Address place) {
        Object kept = redis.opsForHash().get(key(place.bot()), place.chat().value());
        return Optional.ofNullable(kept).map(text -> read(place, (String) text));
    }

    /** All of them, over all bots. */
    public List<Binding> all() {
        return fleet.bots().stream().flatMap(bot -> of(bot).stream()).toList();
    }

    /** Those of these districts. */
    public List<Binding> of(Collection<DistrictCode> districts) {
        return all().stream()
                .filter(binding -> districts.contains(binding.district()))
                .toList();
    }

    /** Those that this organiser bound. */
    public List<Binding> boundBy(SealedId organiser) {
        return all().stream()
                .filter(binding -> binding.by().filter(organiser::equals).isPresent())
                .toList();
    }

    /** Takes away a place where the bot can no longer write; true where nobody has said so yet. */
    public boolean lose(Binding binding) {
        Address place = binding.place().address();
        unbind(place);
        // an update, a card and news may all find it out at once
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(place.passingKey("channel-lost"), "", TOLD));
    }

    @EventListener
    void on(ChatMoved moved) {
        find(moved.from()).ifPresent(known -> {
            Address to = new Address(moved.from().bot(), moved.to());
            Place place = new Place(to, known.place().channel(), known.place().title());
            bind(new Binding(place, known.district(), known.languages(), known.by()));
            unbind(moved.from());
        });
    }

    /** A place that cannot be reached is let go like a person. */
    @Override
    public void erase(Address place) {
        unbind(place);
    }

    private List<Binding> of(BotId bot) {
        return redis.<String, String>opsForHash().entries(key(bot)).entrySet().stream()
                .map(entry -> read(new Address(bot, new SealedId(entry.getKey())), entry.getValue()))
                .toList();
    }

    private Binding read(Address place, String text) {
        return form.binding(place, text, sealedFor(place));
    }

    private static String sealedFor(Address place) {
        return key(place.bot()) + ":" + place.chat().value();
    }

    private static String key(BotId bot) {
        return bot.key("channels");
    }
}
