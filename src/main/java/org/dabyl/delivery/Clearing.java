package org.dabyl.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dabyl.delivery.Post.Edit;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Deletes the messages of dispatches from the chats: one call for all that a person got, after everything else that the bot has to
 * send. A receipt is forgotten once its message is deleted, so what was cut off goes on with those that are left.
 */
@Component
public class Clearing {

    /** Chats whose receipts are read together. */
    private static final int PAGE = 100;

    /** Chats in one go; about a minute, so that a step is not taken for one that hangs. */
    private static final int MOST = 500;

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Vault vault;
    private final Post post;

    Clearing(StringRedisTemplate redis, Fleet fleet, Vault vault, Post post) {
        this.redis = redis;
        this.fleet = fleet;
        this.vault = vault;
        this.post = post.clearing();
    }

    /**
     * A dispatch whose messages may still stand in chats.
     *
     * @param launched before the first of them was sent, in the time that people live in
     */
    public record Sent(DispatchId dispatch, Instant launched) {}

    /** The dispatches that are still kept and whose names begin so. */
    public List<Sent> sent(String prefix) {
        Map<String, Sent> found = new TreeMap<>();
        for (BotId bot : fleet.bots()) {
            Set<String> kept = redis.opsForZSet().range(bot.key("dispatches"), 0, -1);
            for (String name : Objects.requireNonNullElse(kept, Set.<String>of())) {
                DispatchId id = new DispatchId(name);
                if (name.startsWith(prefix) && redis.hasKey(Receipts.key(bot, id))) {
                    found.merge(name, new Sent(id, launched(bot, id)), Clearing::earlier);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Instant launched(BotId bot, DispatchId id) {
        String from = redis.<String, String>opsForHash().get(bot.key("dispatch:" + id.value()), "sentFrom");
        // receipts of what is forgotten, of which nobody knows how old they are
        return from == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(from));
    }

    private static Sent earlier(Sent one, Sent other) {
        return one.launched().isBefore(other.launched()) ? one : other;
    }

    /** Deletes the messages of these dispatches; false where some are left, which the next call goes on with. */
    public boolean clear(Collection<DispatchId> dispatches) {
        boolean through = true;
        for (BotId bot : fleet.bots()) {
            through &= clear(bot, dispatches);
        }
        return through;
    }

    private boolean clear(BotId bot, Collection<DispatchId> dispatches) {
        int cleared = 0;
        for (DispatchId dispatch : dispatches) {
            for (Set<String> page = page(bot, dispatch); !page.isEmpty(); page = page(bot, dispatch)) {
                if (cleared >= MOST || !clear(bot, dispatches, List.copyOf(page))) {
                    return false;
                }
                cleared += page.size();
            }
        }
        return true;
    }

    private Set<String> page(BotId bot, DispatchId dispatch) {
        Set<String> chats = new LinkedHashSet<>();
        ScanOptions some = ScanOptions.scanOptions().count(PAGE).build();
        try (Cursor<Map.Entry<String, String>> cursor =
                redis.<String, String>opsForHash().scan(Receipts.key(bot, dispatch), some)) {
            while (chats.size() < PAGE && cursor.hasNext()) {
                chats.add(cursor.next().getKey());
            }
        }
        return chats;
    }

    /** Deletes what these people got, one after the other, and forgets it. */
    private boolean clear(BotId bot, Collection<DispatchId> dispatches, List<String> chats) {
        Map<String, List<Long>> messages = new TreeMap<>();
        for (DispatchId dispatch : dispatches) {
            List<String> sealed = redis.<String, String>opsForHash().multiGet(Receipts.key(bot, dispatch), chats);
            for (int i = 0; i < chats.size(); i++) {
                String chat = chats.get(i);
                String receipt = sealed.get(i);
                if (receipt != null) {
                    messages.computeIfAbsent(chat, any -> new ArrayList<>())
                            .add(vault.openNumber(
                                    receipt, Receipts.place(new Address(bot, new SealedId(chat)), dispatch)));
                }
            }
        }
        List<String> done = new ArrayList<>();
        boolean all = messages.entrySet().stream().allMatch(entry -> {
            boolean deleted =
                    post.delete(new Address(bot, new SealedId(entry.getKey())), entry.getValue()) != Edit.UNKNOWN;
            if (deleted) {
                done.add(entry.getKey());
            }
            return deleted;
        });
        if (!done.isEmpty()) {
            dispatches.forEach(dispatch -> redis.opsForHash().delete(Receipts.key(bot, dispatch), done.toArray()));
        }
        return all;
    }
}
