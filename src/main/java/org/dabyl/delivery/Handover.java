package org.dabyl.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The two steps by which a person changes the bot: one takes them out of all that the old one calls and sends by, the other puts them
 * into all of the new one. In between nothing calls them and a parcel holds them, so that at every moment at most one bot has them.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>parcels</td><td>hash</td><td>sealed chat → what depart.lua took out</td><td>until it has arrived, or they leave</td></tr>
 * <tr><td>arriving</td><td>hash</td><td>sealed chat → name of the move; then what arrive.lua answered</td><td>while they move, 48 h</td></tr>
 * <tr><td>owed</td><td>hash</td><td>sealed chat at home elsewhere → dispatch|class|set of those called</td><td>until handed over, 48 h</td></tr>
 * <tr><td>elsewhere</td><td>sorted set</td><td>dispatch|sealed chat whom another bot has it for, by the end of its life, ms</td>
 * <td>until launched here, 48 h</td></tr>
 * <tr><td>called-sets</td><td>set</td><td>names of the sets of those called; names nobody</td><td>30 days after the last launch</td></tr>
 * </table>
 */
@Component
public class Handover implements Trace {

    private static final Script<String> DEPART = Script.beside(Handover.class, "depart.lua", String.class);

    @SuppressWarnings("rawtypes")
    private static final Script<List> ARRIVE = Script.beside(Handover.class, "arrive.lua", List.class);

    private static final int FORM = 0;
    private static final int CALLED = 4;

    private final StringRedisTemplate redis;
    private final Bell bell;
    private final Clock clock;

    Handover(StringRedisTemplate redis, Bell bell, Clock clock) {
        this.redis = redis;
        this.bell = bell;
        this.clock = clock;
    }

    /** What was taken out at the old bot, in the form of depart.lua. */
    public record Parcel(String text) {

        /** The supporter's form; empty where they were not registered. */
        public Optional<String> form() {
            return Optional.of(lines()[FORM]).filter(form -> !form.isEmpty());
        }

        /** The sets of those called that they were in, without their bot. */
        public Set<String> called() {
            return Stream.of(lines()[CALLED].split(" ", -1))
                    .map(item -> item.split("\\|", 2)[0])
                    .collect(Collectors.toSet());
        }

        private String[] lines() {
            return text.split("\n", -1);
        }
    }

    /**
     * How a supporter is written at the new bot.
     *
     * @param before the form that is replaced, empty where there was none
     * @param form the new one
     * @param sets the sets that it stands in
     */
    public record Registering(String before, String form, List<String> sets) {

        /** For who is not registered. */
        public static final Registering NOBODY = new Registering("", "", List.of());
    }

    /** How an arrival ended. */
    public enum End {
        ARRIVED,
        /** The person was erased meanwhile. */
        LEFT,
        /** The form that was to be replaced is another by now. */
        AGAIN
    }

    /**
     * An arrival.
     *
     * @param owed dispatches that had still to be sent and are not known at the new bot
     */
    public record Arrival(End end, Set<DispatchId> owed) {}

    /** Has a person expected at a bot; how they arrived where they have. Who is not expected any more does not arrive. */
    public Optional<Arrival> expect(Address there, String move) {
        String state = redis.<String, String>opsForHash()
                .get(arriving(there.bot()), there.chat().value());
        if (state != null && state.startsWith(move + " ")) {
            return Optional.of(read(Stream.of(state.split(" ", -1)).skip(1).toList()));
        }
        redis.opsForHash().put(arriving(there.bot()), there.chat().value(), move);
        redis.expire(arriving(there.bot()), Launch.KEPT);
        return Optional.empty();
    }

    /**
     * Takes a person out; the same parcel again until it is {@link #delivered}.
     *
     * <p>What is under way stays with a bot that works, for it is most likely delivered; one out of service has not delivered it.
     */
    public Parcel depart(Address from) {
        boolean leasedToo = new Outages(redis).contain(from.bot());
        return new Parcel(
                DEPART.run(redis, List.of(from.bot().key("")), from.chat().value(), leasedToo ? 1 : 0));
    }

    /** Puts a person in, once for each move. */
    public Arrival arrive(Address there, String move, Parcel parcel, Registering registering) {
        List<String> keys = new ArrayList<>(List.of(there.bot().key("")));
        keys.addAll(registering.sets());
        List<?> answer = ARRIVE.run(
                redis,
                keys,
                there.chat().value(),
                move,
                parcel.text(),
                registering.before(),
                registering.form(),
                clock.millis(),
                Launch.KEPT.toMillis());
        bell.ring(there.bot());
        return read(answer);
    }

    /** The parcel has arrived. */
    public void delivered(Address from, Address there) {
        // in this order: without its parcel an arrival is not made again
        redis.opsForHash().delete(parcels(from.bot()), from.chat().value());
        redis.opsForHash().delete(arriving(there.bot()), there.chat().value());
    }

    /** That of a person who was taken out of this bot, until it is {@link #delivered}. */
    public Optional<Parcel> parcel(Address from) {
        return Optional.ofNullable(redis.<String, String>opsForHash()
                        .get(parcels(from.bot()), from.chat().value()))
                .map(Parcel::new);
    }

    /** Those to whom the bot owes something though they are at home elsewhere, or whose parcel is still here. */
    public List<Address> waiting(BotId bot) {
        Set<String> chats =
                new LinkedHashSet<>(redis.<String, String>opsForHash().keys(parcels(bot)));
        chats.addAll(redis.<String, String>opsForHash().keys(bot.key("owed")));
        return chats.stream().map(chat -> new Address(bot, new SealedId(chat))).toList();
    }

    @Override
    public void erase(Address person) {
        for (String key : List.of(
                arriving(person.bot()), parcels(person.bot()), person.bot().key("owed"))) {
            redis.opsForHash().delete(key, person.chat().value());
        }
    }

    private static Arrival read(List<?> answer) {
        Set<DispatchId> owed = new HashSet<>();
        answer.subList(1, answer.size()).forEach(id -> owed.add(new DispatchId((String) id)));
        return new Arrival(
                switch (Objects.toString(answer.getFirst())) {
                    case "arrived" -> End.ARRIVED;
                    case "left" -> End.LEFT;
                    default -> End.AGAIN;
                },
                owed);
    }

    private static String parcels(BotId bot) {
        return bot.key("parcels");
    }

    private static String arriving(BotId bot) {
        return bot.key("arriving");
    }
}
