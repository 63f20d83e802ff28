package org.dabyl.organiser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Links that make whoever opens them first an organiser.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:invitation:&lt;SHA-256 of the secret&gt;</td><td>string</td><td>{@code owner}, or a district's code; {@code code|owner}
 * where the owner made it</td>
 * <td>until opened, at most 24 h</td></tr>
 * <tr><td>{dabyl}:invitations:&lt;sealed chat&gt;</td><td>set</td><td>keys of the invitations that an organiser made</td><td>24 h</td></tr>
 * </table>
 */
@Component
public class Invitations {

    /** How long a link works. */
    public static final Duration LIFE = Life.INVITATION.time();

    private static final Script<Long> REDEEM = Script.beside(Invitations.class, "redeem.lua", Long.class);
    private static final String OWNER = "owner";
    private static final int SECRET_BYTES = 16;

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(StringRedisTemplate redis, Organisers organisers, Clock clock) {
        this.redis = redis;
        this.organisers = organisers;
        this.clock = clock;
    }

    /** The secret of a link that makes the first owner. */
    public String forOwner() {
        return create(OWNER);
    }

    /** The secret of a link that makes an organiser for a district; it dies when its author is suspended. */
    public String forDistrict(DistrictCode code, Organiser by) {
        String secret = create(by.owner() ? code.value() + "|" + OWNER : code.value());
        String own = own(by);
        redis.opsForSet().add(own, key(secret));
        redis.expire(own, LIFE);
        return secret;
    }

    /** Every invitation that the organiser made and nobody opened is dead. */
    public void revoke(Organiser by) {
        Set<String> made = Objects.requireNonNullElse(redis.opsForSet().members(own(by)), Set.of());
        made.forEach(redis::delete);
        redis.delete(own(by));
    }

    /** Uses an invitation up; the organiser it made, or empty where the secret is unknown, used or too old. */
    public Optional<Organiser> redeem(String secret, Address person, Language language) {
        long appointed = REDEEM.run(
                redis,
                List.of(key(secret), Organisers.KEY, Organisers.SUSPENDED),
                person.chat().value(),
                person.bot().value(),
                language.tag(),
                clock.millis());
        return appointed == 1 ? organisers.find(person) : Optional.empty();
    }

    private String create(String invitation) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        redis.opsForValue().set(key(secret), invitation, LIFE);
        return secret;
    }

    private static String own(Organiser by) {
        return "{dabyl}:invitations:" + by.address().chat().value();
    }

    /** The secret has 128 random bits, so a plain hash hides it. */
    private static String key(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "{dabyl}:invitation:"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
