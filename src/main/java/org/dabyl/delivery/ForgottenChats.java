package org.dabyl.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dabyl.delivery.Post.Edit;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.timetable.Tick;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Deletes from a person's chat what the bot wrote there in the last 48 hours, and those messages of theirs that it answered. First the
 * ids are put aside, then the person is erased everywhere else, then the messages are deleted, a hundred a call. Any instance goes on
 * where one was cut off; when it is done nothing of the person is left here. It goes on also while everything is locked.
 *
 * <p>A message that was under way meanwhile is deleted when it arrives. What it cannot know: a message whose sending had no answer from
 * Telegram, one that arrives in the moment between the reading of the ids and the erasing, and what stands there for longer than 48 hours.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:forgetting</td><td>sorted set</td><td>sealed chat|language of the last word, empty for none; by when it is tried next, ms</td>
 *     <td>until done, at most 48 h</td></tr>
 * <tr><td>{bot}:forgetting:&lt;sealed chat&gt;</td><td>string</td><td>sealed message ids</td><td>until deleted, at most 48 h</td></tr>
 * </table>
 */
@Component
public class ForgottenChats implements Tick {

    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int JOBS = 100;
    private static final Script<Long> FORGET = Script.beside(ForgottenChats.class, "forget.lua", Long.class);

    @SuppressWarnings("rawtypes")
    private static final Script<List> RECEIVED = Script.beside(ForgottenChats.class, "received.lua", List.class);

    @SuppressWarnings("rawtypes")
    private static final Script<List> DUE = Script.beside(ForgottenChats.class, "forgetting.lua", List.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Vault vault;
    private final SentMessages sent;
    private final Post post;
    private final Erase erase;
    private final ObjectProvider<Parting> parting;

    ForgottenChats(
            StringRedisTemplate redis,
            Fleet fleet,
            Vault vault,
            SentMessages sent,
            Post post,
            ObjectProvider<Parting> parting) {
        this.redis = redis;
        this.fleet = fleet;
        this.vault = vault;
        this.sent = sent;
        this.post = post;
        this.erase = new Erase(redis);
        this.parting = parting;
    }

    /**
     * Puts aside what has to be deleted from this person's chats, with every bot; before they are erased.
     *
     * @param asking their message that asks for it, deleted as well; 0 for none
     */
    public void note(Address person, Language language, long asking) {
        for (BotId bot : fleet.bots()) {
            boolean here = bot.equals(person.bot());
            Address chat = new Address(bot, person.chat());
            long last = here ? asking : 0;
            while (!note(chat, here ? language.tag() : "", last)) {
                // something was sent meanwhile
            }
            // what is under way from here on is no longer in the books, and arrives late
            erase.run(chat);
        }
    }

    private boolean note(Address chat, String tag, long asking) {
        String form = sent.form(chat);
        List<Long> ids = new ArrayList<>(sent.read(chat, form));
        List<?> received =
                RECEIVED.run(redis, List.of(chat.bot().key("")), chat.chat().value());
        for (int i = 0; i < received.size(); i += 2) {
            DispatchId dispatch = new DispatchId((String) received.get(i));
            ids.add(vault.openNumber((String) received.get(i + 1), Receipts.place(chat, dispatch)));
        }
        if (asking != 0) {
            ids.add(asking);
        }
        String aside = ids.stream().map(id -> vault.sealNumber(id, key(chat))).collect(Collectors.joining(","));
        return FORGET.run(
                        redis,
                        List.of(chat.bot().key("forgetting"), SentMessages.key(chat), key(chat)),
                        job(chat, tag),
                        form,
                        aside,
                        AGAIN.toMillis(),
                        Life.FORGETTING.time().toMillis())
                == 1;
    }

    /**
     * A message of a dispatch arrived, and the books no longer knew that it was under way: where its person left meanwhile, it is deleted
     * at once, also after {@code /leave}; what does not succeed is tried again by itself.
     */
    void arrivedLate(Address chat, long messageId) {
        if (left(chat)) {
            recall(chat, messageId);
        }
    }

    /** Deletes a message that should not stay; what does not succeed is tried again by itself. */
    void recall(Address chat, long messageId) {
        if (post.farewell().delete(chat, List.of(messageId)) == Edit.UNKNOWN) {
            while (!note(chat, "", messageId)) {
                // something was sent meanwhile
            }
        }
    }

    /** Whether the person is leaving, or is registered neither here nor, as one who moved, at another bot. */
    private boolean left(Address chat) {
        String sealed = chat.chat().value();
        return redis.hasKey(key(chat))
                || !(redis.opsForHash().hasKey(chat.bot().key("supporters"), sealed)
                        || Boolean.TRUE.equals(
                                redis.opsForSet().isMember(chat.bot().key("known"), sealed)));
    }

    /** Deletes it, in all of the person's chats; what does not succeed is tried again by itself. */
    public void clear(Address person, Language language) {
        for (BotId bot : fleet.bots()) {
            clear(new Address(bot, person.chat()), bot.equals(person.bot()) ? language.tag() : "");
        }
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    /** Goes on with what was cut off. */
    @Override
    public void tick() {
        for (BotId bot : fleet.bots()) {
            for (Object due : DUE.run(redis, List.of(bot.key("forgetting")), AGAIN.toMillis(), JOBS)) {
                String[] job = ((String) due).split("\\|", -1);
                clear(new Address(bot, new SealedId(job[0])), job[1]);
            }
        }
    }

    private void clear(Address chat, String tag) {
        // what was deleted before is passed over
        if (post.farewell().delete(chat, aside(chat)) == Edit.UNKNOWN) {
            return;
        }
        redis.delete(key(chat));
        if (!tag.isEmpty()) {
            // a crash before the next line has it said twice
            parting.ifAvailable(known -> post.farewell().send(chat, known.word(chat, Language.of(tag))));
        }
        redis.opsForZSet().remove(chat.bot().key("forgetting"), job(chat, tag));
    }

    private List<Long> aside(Address chat) {
        String kept = Objects.requireNonNullElse(redis.opsForValue().get(key(chat)), "");
        return Arrays.stream(kept.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> vault.openNumber(id, key(chat)))
                .distinct()
                .toList();
    }

    private static String job(Address chat, String tag) {
        return chat.chat().value() + "|" + tag;
    }

    private static String key(Address chat) {
        return chat.bot().key("forgetting:" + chat.chat().value());
    }
}
