package org.dabyl.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The steps that hand a person's unsent messages from the books of one bot to those of another: they lie in one of the two, or
 * packed in between, and the sum over the fleet stays.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:leaving</td><td>hash</td><td>sealed chat → dispatch|class, joined by commas</td><td>while they move, 48 h</td></tr>
 * </table>
 */
@Component
record Handover(StringRedisTemplate redis) implements Trace {

    @SuppressWarnings("rawtypes")
    private static final Script<List> PACK = Script.beside(Handover.class, "pack.lua", List.class);

    @SuppressWarnings("rawtypes")
    private static final Script<List> UNPACK = Script.beside(Handover.class, "unpack.lua", List.class);

    /**
     * Hands over, and keeps the list until {@link #erase}; the dispatches that the other bot has no book of, so that nobody sends them to this person any more.
     *
     * <p>What is under way stays with a bot that works, for it is most likely delivered; one out of service has not delivered it.
     */
    Set<DispatchId> run(Address from, Address to) {
        boolean leasedToo = new Outages(redis).contain(from.bot());
        List<?> packed = PACK.run(
                redis, List.of(from.bot().key("")), from.chat().value(), leasedToo ? 1 : 0, Launch.KEPT.toMillis());
        Set<DispatchId> unplaced = new HashSet<>();
        if (!packed.isEmpty()) {
            List<Object> arguments = new ArrayList<>(List.of(from.chat().value()));
            arguments.addAll(packed);
            for (Object id : UNPACK.run(redis, List.of(to.bot().key("")), arguments.toArray())) {
                unplaced.add(new DispatchId((String) id));
            }
        }
        return unplaced;
    }

    /** Those with something packed. */
    List<Address> leaving(BotId bot) {
        return redis.<String, String>opsForHash().keys(bot.key("leaving")).stream()
                .map(chat -> new Address(bot, new SealedId(chat)))
                .toList();
    }

    @Override
    public void erase(Address person) {
        redis.opsForHash().delete(person.bot().key("leaving"), person.chat().value());
    }
}
