package org.dabyl.organiser;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The number that stands for an organiser where others read of them: the same for ever, drawn at random, so that it tells neither who
 * they are nor who came before whom.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:organiser-numbers</td><td>hash</td><td>sealed chat → number; gone:number → number of one who stepped down</td><td>until they step down; the
 * number stays taken</td></tr>
 * </table>
 */
@Component
public class OrganiserNumbers {

    static final String KEY = "{dabyl}:organiser-numbers";

    private static final Script<Long> NUMBER = Script.beside(OrganiserNumbers.class, "number.lua", Long.class);
    private static final int MANY = 1_000_000;

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final SecureRandom random = new SecureRandom();

    OrganiserNumbers(StringRedisTemplate redis, Organisers organisers) {
        this.redis = redis;
        this.organisers = organisers;
    }

    /** The organiser's number, given to them where they have none yet. */
    public int of(Organiser organiser) {
        return NUMBER.run(redis, List.of(KEY), organiser.address().chat().value(), random.nextInt(MANY))
                .intValue();
    }

    /** The number that they have; 0 for none. */
    public int known(Organiser organiser) {
        Object number = redis.opsForHash().get(KEY, organiser.address().chat().value());
        return number == null ? 0 : Integer.parseInt((String) number);
    }

    /** Whose number it is, also of one who is suspended. */
    public Optional<Organiser> find(int number) {
        return Stream.concat(organisers.everyone().stream(), organisers.suspended().stream())
                .filter(organiser -> of(organiser) == number)
                .findFirst();
    }
}
