package org.dabyl.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The moves that are under way: one at a time for a person, and one that was cut off is found and finished.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:moves</td><td>hash</td><td>sealed chat → from|to|ms of its beginning|name|token of the attempt</td><td>until moved</td></tr>
 * </table>
 */
@Component
class Journal implements Trace {

    /** After which a move was cut off: a hundred times what one takes. */
    static final Duration CUT_OFF = Duration.ofSeconds(10);

    private static final String KEY = "{dabyl}:moves";
    private static final Script<String> BEGIN = Script.beside(Journal.class, "begin.lua", String.class);
    private static final Script<Long> LEFT = Script.beside(Journal.class, "left.lua", Long.class);
    private static final Script<Long> END = Script.beside(Journal.class, "end.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    Journal(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** How a move ended. */
    enum End {
        /** As it should. */
        MOVED,
        /** The person was erased meanwhile. */
        LEFT,
        /** It took so long that another finishes it, or has. */
        TAKEN_OVER
    }

    /**
     * A move.
     *
     * @param begun when this attempt began, in ms since 1970
     * @param name that of the move, the same for all attempts
     */
    record Entry(Address from, BotId to, long begun, String name, String token) {

        Address there() {
            return new Address(to, from.chat());
        }
    }

    /**
     * Begins a move, or goes on with the one that was cut off, whatever its bots.
     *
     * @throws ConcurrencyFailureException where the person is being moved
     */
    Entry begin(Address from, BotId to) {
        long now = clock.millis();
        String form = BEGIN.run(
                redis,
                List.of(KEY),
                from.chat().value(),
                from.bot().value(),
                to.value(),
                now,
                now - CUT_OFF.toMillis(),
                UUID.randomUUID());
        if (form.isEmpty()) {
            throw new ConcurrencyFailureException("a person is being moved");
        }
        return read(from.chat(), form);
    }

    /** Refuses to go on with what another may have taken over. */
    void check(Entry move) {
        if (clock.millis() - move.begun() > CUT_OFF.dividedBy(2).toMillis()) {
            throw new ConcurrencyFailureException("a move takes too long");
        }
    }

    End end(Entry move) {
        long ended = END.run(redis, List.of(KEY), move.from().chat().value(), move.token());
        return ended == 1 ? End.MOVED : ended == 0 ? End.LEFT : End.TAKEN_OVER;
    }

    /** The move that is under way. */
    Optional<Entry> find(SealedId chat) {
        return Optional.ofNullable(redis.<String, String>opsForHash().get(KEY, chat.value()))
                .map(form -> read(chat, form));
    }

    /** Moves that were cut off. */
    List<Entry> cutOff() {
        long latest = clock.millis() - CUT_OFF.toMillis();
        List<Entry> entries = new ArrayList<>();
        redis.<String, String>opsForHash()
                .entries(KEY)
                .forEach((chat, form) -> entries.add(read(new SealedId(chat), form)));
        return entries.stream().filter(entry -> entry.begun() < latest).toList();
    }

    /** Has whoever moves the person erase what they bring after them; until then, a moment, it names them. */
    @Override
    public void erase(Address person) {
        LEFT.run(redis, List.of(KEY), person.chat().value());
    }

    private static Entry read(SealedId chat, String form) {
        String[] fields = form.split("\\|", -1);
        return new Entry(
                new Address(bot(fields[0]), chat),
                bot(fields[1]),
                Long.parseLong(fields[2]),
                fields[3],
                fields[fields.length - 1]);
    }

    private static BotId bot(String value) {
        return new BotId(Long.parseLong(value));
    }
}
