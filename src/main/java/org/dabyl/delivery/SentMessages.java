package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dabyl.store.Life;
import org.dabyl.timetable.MachineTime;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which messages stand in a person's chat besides those of dispatches, so that {@code /forget} can delete them: the bot's own, and
 * those of the person that it answered. Noted by the step that gives the slot of an answer back, so that it costs no call.
 *
 * <p>Accepted: an answer under way while its person leaves is noted after that, and then lives for its 48 hours.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:sent:&lt;sealed chat&gt;</td><td>string</td><td>ms of sending|sealed message id, comma; the newest 1000</td>
 *     <td>48 h, until they leave</td></tr>
 * </table>
 */
@Component
final class SentMessages implements Trace {

    /** Telegram lets a bot delete a message for as long (Bot API, deleteMessage). */
    static final Duration LIFE = Life.SENT.time();

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Clock clock;

    SentMessages(StringRedisTemplate redis, Vault vault, @MachineTime Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What {@code release.lua} is to note.
     *
     * @param key empty for nothing
     * @param ids sealed
     */
    record Note(String key, List<String> ids) {
        static final Note NONE = new Note("", List.of());
    }

    /** The note of what became of a message. */
    Note note(Address to, Manner manner, Outcome outcome) {
        if (!manner.noted() || !(outcome instanceof Outcome.Delivered delivered) || delivered.messageId() == 0) {
            return Note.NONE;
        }
        List<String> ids = new ArrayList<>(List.of(seal(to, delivered.messageId())));
        if (manner.answers() != 0) {
            ids.add(seal(to, manner.answers()));
        }
        return new Note(key(to), ids);
    }

    /** The ids that are noted and can still be deleted, by a form that {@link #form} read. */
    List<Long> read(Address chat, String form) {
        long oldest = clock.millis() - LIFE.toMillis();
        return Arrays.stream(form.split(",", -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("\\|", 2))
                .filter(entry -> Long.parseLong(entry[0]) > oldest)
                .map(entry -> vault.openNumber(entry[1], key(chat)))
                .toList();
    }

    /** What is noted of a chat; empty for nothing. */
    String form(Address chat) {
        return Objects.requireNonNullElse(redis.opsForValue().get(key(chat)), "");
    }

    private String seal(Address chat, long messageId) {
        return vault.sealNumber(messageId, key(chat));
    }

    @Override
    public void erase(Address person) {
        redis.delete(key(person));
    }

    static String key(Address chat) {
        return chat.bot().key("sent:" + chat.chat().value());
    }
}
