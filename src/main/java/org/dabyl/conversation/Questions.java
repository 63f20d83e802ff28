package org.dabyl.conversation;

import java.time.Duration;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What a person was asked to write: their next text is the answer, unless they do something else first.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>question:&lt;sealed chat&gt;</td><td>string</td><td>{@code verb:subject} of the question</td><td>5 to 15 min</td></tr>
 * </table>
 */
@Component
final class Questions implements Trace {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;

    Questions(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void ask(Address person, String question) {
        ask(person, question, LIFE);
    }

    /** The same, for somebody who may need longer to answer. */
    void ask(Address person, String question, Duration life) {
        redis.opsForValue().set(key(person), question, life);
    }

    /** What the person was asked; it stays asked. */
    Optional<String> look(Address person) {
        return Optional.ofNullable(redis.opsForValue().get(key(person)));
    }

    /** What the person was asked; nothing is asked afterwards. */
    Optional<String> take(Address person) {
        return Optional.ofNullable(redis.opsForValue().getAndDelete(key(person)));
    }

    @Override
    public void erase(Address person) {
        redis.delete(key(person));
    }

    static String key(Address person) {
        return person.bot().key("question:" + person.chat().value());
    }
}
