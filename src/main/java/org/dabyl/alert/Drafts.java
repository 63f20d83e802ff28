package org.dabyl.alert;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Alerts that are written but not sent.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:draft:&lt;id&gt;</td><td>string</td><td>author|district|sealed plan</td><td>until sent, at most 1 h</td></tr>
 * <tr><td>{dabyl}:drafts:&lt;sealed author&gt;</td><td>set</td><td>ids of their drafts</td><td>1 h after the last</td></tr>
 * </table>
 */
@Component
public class Drafts {

    /** The author of a draft that is nobody's: no sealed chat is written so. */
    static final SealedId RESIDENTS = new SealedId("-".repeat(32));

    /** The author of a drill that is due by itself: no sealed chat is written so. */
    private static final SealedId SCHEDULE = new SealedId("_".repeat(32));

    private static final Duration LIFE = Life.DRAFT.time();

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Drafts(StringRedisTemplate redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    static String key(AlertId id) {
        return "{dabyl}:draft:" + id.value();
    }

    public Draft write(SealedId author, DistrictCode district, Plan plan) {
        Draft draft = save(new Draft(AlertId.random(random), author, district, plan));
        redis.opsForSet().add(own(author), draft.id().value());
        redis.expire(own(author), LIFE);
        return draft;
    }

    /** Everything that this author wrote and did not send is gone; what that was. */
    public Set<AlertId> dropAll(SealedId author) {
        Set<String> written = Objects.requireNonNullElse(redis.opsForSet().members(own(author)), Set.of());
        Set<AlertId> dropped = written.stream().map(AlertId::new).collect(Collectors.toUnmodifiableSet());
        dropped.forEach(this::drop);
        redis.delete(own(author));
        return dropped;
    }

    private static String own(SealedId author) {
        return "{dabyl}:drafts:" + author.value();
    }

    /** Where the drafts of this one's author are kept; where nothing is, once it is gone. */
    static String besides(StringRedisTemplate redis, AlertId id) {
        String form = redis.opsForValue().get(key(id));
        return own(form == null ? RESIDENTS : author(form));
    }

    private static SealedId author(String form) {
        return new SealedId(form.substring(0, form.indexOf('|')));
    }

    /**
     * A draft of the residents, which nobody can see, change or send by hand.
     *
     * @param id the same for the same event, so that a step which runs twice raises one alert
     */
    public Draft unattended(AlertId id, DistrictCode district, Plan plan) {
        return save(new Draft(id, RESIDENTS, district, plan));
    }

    /**
     * A draft that organisers decided upon long before, which nobody can see, change or send by hand.
     *
     * @param id the same for the same time, so that a step which runs twice raises one alert
     */
    public Draft scheduled(AlertId id, DistrictCode district, Plan plan) {
        return save(new Draft(id, SCHEDULE, district, plan));
    }

    /** The same draft with another plan. */
    public Draft revise(Draft draft, Plan plan) {
        return save(new Draft(draft.id(), draft.author(), draft.district(), plan));
    }

    public Optional<Draft> find(AlertId id) {
        return Optional.ofNullable(redis.opsForValue().get(key(id))).map(form -> {
            String[] fields = form.split("\\|", 3);
            return new Draft(
                    id,
                    new SealedId(fields[0]),
                    new DistrictCode(fields[1]),
                    PlanForm.read(vault.open(fields[2], Alerts.key(id))));
        });
    }

    public void drop(AlertId id) {
        find(id).ifPresent(draft -> redis.opsForSet().remove(own(draft.author()), id.value()));
        redis.delete(key(id));
    }

    private Draft save(Draft draft) {
        String form = String.join(
                "|",
                draft.author().value(),
                draft.district().value(),
                vault.seal(PlanForm.write(draft.plan()), Alerts.key(draft.id())));
        redis.opsForValue().set(key(draft.id()), form, LIFE);
        return draft;
    }
}
