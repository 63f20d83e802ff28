package org.dabyl.delivery;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dabyl.delivery.Reserve.Rank;
import org.dabyl.delivery.SentMessages.Note;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Answers one person at a time, within the pace of the bot and ahead of its dispatches. */
@Component
final class PacedPost implements Post, Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(PacedPost.class);

    private static final Duration TRY_AGAIN = Duration.ofMillis(500);

    /** So long at least a press can be answered that was just made; later nobody looks for it. */
    private static final Duration TOAST_LIFE = Duration.ofSeconds(10);

    /** Telegram's most in one call (Bot API, deleteMessages). */
    private static final int MOST_DELETED = 100;

    private static final Manner UNNOTED = Manner.ANSWER.unnoted();

    private final Messenger messenger;
    private final ChatPace chats;
    private final SentMessages sent;
    private final Slots slots;
    private final Revocations revocations;
    private final DeadEnds deadEnds;
    private final ObjectProvider<Departures> departures;
    private final ObjectProvider<ForgottenChats> forgotten;
    private final Map<BotId, Editor> editors = new ConcurrentHashMap<>();

    PacedPost(
            StringRedisTemplate redis,
            DeliverySettings settings,
            Messenger messenger,
            SentMessages sent,
            Latency latency,
            Revocations revocations,
            DeadEnds deadEnds,
            ObjectProvider<Departures> departures,
            ObjectProvider<ForgottenChats> forgotten) {
        this.messenger = messenger;
        this.chats = new ChatPace(redis, messenger);
        this.sent = sent;
        this.slots = new Slots(new Reserve(redis, settings), new Release(redis, settings), latency);
        this.revocations = revocations;
        this.deadEnds = deadEnds;
        this.departures = departures;
        this.forgotten = forgotten;
    }

    @Override
    public OptionalLong send(Address to, Message message) {
        return send(Manner.ANSWER, to, message);
    }

    @Override
    public OptionalLong photo(Address to, String file, String caption) {
        return photo(Manner.ANSWER, to, file, caption);
    }

    @Override
    public OptionalLong send(Address to, Picture picture) {
        return send(Manner.ANSWER, to, picture);
    }

    OptionalLong photo(Manner manner, Address to, String file, String caption) {
        return sent(paced(manner, to, 2, () -> messenger.photo(to, file, caption)));
    }

    OptionalLong send(Manner manner, Address to, Picture picture) {
        return sent(paced(manner, to, 2, () -> messenger.send(to, picture)));
    }

    /** Tries twice where the outcome is unknown: a lost answer is worse than a doubled one. */
    OptionalLong send(Manner manner, Address to, Message message) {
        OptionalLong sent = sent(paced(manner, to, manner.tries(), () -> messenger.send(to, message)));
        if (sent.isEmpty() || !outlived(manner)) {
            return sent;
        }
        forgotten.ifAvailable(chats -> chats.recall(to, sent.getAsLong()));
        return OptionalLong.empty();
    }

    /** Whether a message that has arrived should not stay; where that cannot be known, it stays. */
    private static boolean outlived(Manner manner) {
        try {
            return manner.recalled() && !manner.wanted().getAsBoolean();
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static OptionalLong sent(Outcome outcome) {
        return outcome instanceof Outcome.Delivered delivered
                ? OptionalLong.of(delivered.messageId())
                : OptionalLong.empty();
    }

    @Override
    public Outcome announce(Address place, Message message) {
        return paced(UNNOTED, place, 1, () -> messenger.send(place, message));
    }

    @Override
    public Outcome amend(Address place, long messageId, Message message) {
        return paced(UNNOTED, place, 3, () -> messenger.edit(place, messageId, message));
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return edit(Manner.ANSWER, to, messageId, message);
    }

    @Override
    public Edit delete(Address to, List<Long> messageIds) {
        return delete(Manner.ANSWER, to, messageIds);
    }

    @Override
    public Post boards() {
        return new RankedPost(this, Manner.ANSWER.as(Rank.BOARD));
    }

    @Override
    public Post once() {
        return new RankedPost(this, Manner.ANSWER.once());
    }

    @Override
    public Post newcomers() {
        return new RankedPost(this, Manner.ANSWER.as(Rank.NEWCOMER));
    }

    @Override
    public Post vital() {
        return new RankedPost(this, Manner.ANSWER.as(Rank.VITAL));
    }

    @Override
    public Post farewell() {
        return new RankedPost(this, UNNOTED.as(Rank.VITAL));
    }

    @Override
    public Post clearing() {
        return new RankedPost(this, UNNOTED.as(Rank.CLEAR));
    }

    @Override
    public Post onlyIf(BooleanSupplier wanted) {
        return new RankedPost(this, Manner.ANSWER.onlyIf(wanted));
    }

    @Override
    public Post onlyWhile(BooleanSupplier wanted) {
        return new RankedPost(this, Manner.ANSWER.onlyWhile(wanted));
    }

    @Override
    public Post answering(long messageId) {
        return new RankedPost(this, Manner.ANSWER.answering(messageId));
    }

    Edit edit(Manner manner, Address to, long messageId, Message message) {
        return edited(paced(manner.unnoted(), to, 3, () -> messenger.edit(to, messageId, message)));
    }

    /** As many at once as Telegram takes; stops where it is unknown what became of some. */
    Edit delete(Manner manner, Address to, List<Long> messageIds) {
        Edit worst = Edit.DONE;
        for (int i = 0; i < messageIds.size() && worst != Edit.UNKNOWN; i += MOST_DELETED) {
            int end = Math.min(messageIds.size(), i + MOST_DELETED);
            Edit edit = deleteTogether(manner, to, messageIds.subList(i, end));
            worst = edit == Edit.DONE ? worst : edit;
        }
        return worst;
    }

    /** Where Telegram refuses some of many, each is tried alone. */
    private Edit deleteTogether(Manner manner, Address to, List<Long> messageIds) {
        Outcome outcome = paced(manner.unnoted(), to, 2, () -> messenger.delete(to, messageIds));
        boolean some = outcome instanceof Outcome.Declined || outcome instanceof Outcome.Missed;
        if (!some || messageIds.size() == 1) {
            return edited(outcome);
        }
        Edit worst = Edit.DONE;
        for (long id : messageIds) {
            worst = deleteTogether(manner, to, List.of(id)) == Edit.UNKNOWN ? Edit.UNKNOWN : worst;
        }
        return worst;
    }

    private static Edit edited(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> Edit.DONE;
            case Outcome.Missed missed -> Edit.IMPOSSIBLE;
            case Outcome.Gone gone -> Edit.IMPOSSIBLE;
            case Outcome.Unreachable unreachable -> Edit.IMPOSSIBLE;
            case Outcome.Refused refused -> Edit.IMPOSSIBLE;
            case Outcome.Declined declined -> Edit.IMPOSSIBLE;
            case Outcome.Wait wait -> Edit.UNKNOWN;
            case Outcome.Unknown unknown -> Edit.UNKNOWN;
            case Outcome.Revoked revoked -> Edit.UNKNOWN;
        };
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {
        replace(Manner.ANSWER, to, messageId, message);
    }

    void replace(Manner manner, Address to, long messageId, Supplier<Message> message) {
        Supplier<Optional<Message>> content =
                () -> manner.wanted().getAsBoolean() ? Optional.of(message.get()) : Optional.empty();
        editors.computeIfAbsent(to.bot(), bot -> new Editor(bot, chats, slots, messenger, revocations, this::replaced))
                .add(new Edits.Edit(new Edits.Place(to, messageId), content, 0, System.nanoTime()));
    }

    @PreDestroy
    void end() {
        editors.values().forEach(Editor::end);
    }

    private void replaced(Edits.Edit edit, Outcome outcome) {
        tell(edit.place().chat(), outcome);
        if (outcome instanceof Outcome.Missed) {
            sendAnew(edit);
        }
    }

    private void sendAnew(Edits.Edit edit) {
        try {
            Manner manner = Manner.ANSWER.onlyWhile(() -> edit.content().get().isPresent());
            edit.content().get().ifPresent(message -> send(manner, edit.place().chat(), message));
        } catch (RuntimeException e) {
            LOG.warn(
                    "A message of bot {} is not sent anew: {}",
                    edit.place().chat().bot().value(),
                    e.getClass().getName());
        }
    }

    @Override
    public void toast(Address to, String pressId, String text) {
        Outcome outcome = messenger.toast(to.bot(), pressId, text);
        if (outcome instanceof Outcome.Unknown) {
            outcome = messenger.toast(to.bot(), pressId, text);
        }
        if (outcome instanceof Outcome.Wait wait) {
            slots.giveBack(to.bot(), "", wait);
            if (wait.time().compareTo(TOAST_LIFE) < 0) {
                Thread.ofVirtual()
                        .name("toast-" + to.bot().value())
                        .start(() -> toastAfter(wait.time(), to, pressId, text));
            }
        }
        tell(to, outcome);
    }

    /** Beside what else is said: nobody's next press waits for it. */
    private void toastAfter(Duration wait, Address to, String pressId, String text) {
        try {
            Thread.sleep(wait);
            tell(to, messenger.toast(to.bot(), pressId, text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome paced(Manner manner, Address to, int tries, Supplier<Outcome> call) {
        long start = System.nanoTime();
        try {
            Outcome outcome = once(manner, to, start, call);
            for (int unknown = 0; mayTryAgain(outcome, start); ) {
                if (outcome instanceof Outcome.Unknown) {
                    if (++unknown == tries) {
                        break;
                    }
                    Thread.sleep(TRY_AGAIN);
                }
                outcome = once(manner, to, start, call);
            }
            tell(to, outcome);
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown();
        } catch (RedisSystemException e) {
            // the interrupt may fall into a call to Redis as well as into a sleep
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new Outcome.Unknown();
        }
    }

    private static boolean mayTryAgain(Outcome outcome, long start) {
        return switch (outcome) {
            case Outcome.Unknown unknown -> true;
            case Outcome.Wait wait -> wait.time().compareTo(Slots.left(start)) < 0;
            default -> false;
        };
    }

    private Outcome once(Manner manner, Address to, long start, Supplier<Outcome> call) throws InterruptedException {
        BotId bot = to.bot();
        if (revocations.contain(bot)) {
            return new Outcome.Revoked();
        }
        // before the bot's queue: a chat that is too fast holds up nobody else
        if (manner.rank() != Rank.CLEAR && !chats.await(to, Slots.left(start))) {
            return new Outcome.Wait(Slots.PATIENCE);
        }
        String slot = UUID.randomUUID().toString();
        if (!slots.await(bot, manner.rank(), slot, start)) {
            return new Outcome.Wait(Slots.PATIENCE);
        }
        return wanted(manner, bot, slot)
                ? slots.call(bot, slot, call, outcome -> note(to, manner, outcome))
                : new Outcome.Missed();
    }

    /** Asked last, for they may have left while this waited; the slot is free where nothing is called. */
    private boolean wanted(Manner manner, BotId bot, String slot) {
        boolean wanted = false;
        try {
            wanted = manner.wanted().getAsBoolean();
            return wanted;
        } finally {
            if (!wanted) {
                slots.free(bot, slot);
            }
        }
    }

    private Note note(Address to, Manner manner, Outcome outcome) {
        return outcome instanceof Outcome.Delivered && outlived(manner) ? Note.NONE : sent.note(to, manner, outcome);
    }

    private void tell(Address to, Outcome outcome) {
        switch (outcome) {
            case Outcome.Gone gone -> departures.ifAvailable(told -> told.departed(to));
            case Outcome.Unreachable unreachable -> deadEnds.add(to, unreachable.reason());
            case Outcome.Refused refused -> LOG.error("An answer is refused: {}", refused.reason());
            case Outcome.Declined declined -> LOG.error("An answer is refused: {}", declined.reason());
            case Outcome.Revoked revoked -> revocations.add(to.bot());
            case Outcome.Delivered delivered -> revocations.lift(to.bot());
            default -> {}
        }
    }
}
