package org.dabyl.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the methods of all bots share: the persons, the time, the limits, the counters, and who listens for changes. */
final class Desk {
    private final Clock clock;
    private final Clock machine;
    final Limits limits;
    final Contents contents = new Contents();
    final Photos photos = new Photos();
    final Map<Long, Person> persons = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile Statistics statistics = new Statistics();

    Desk(Clock clock, Clock machine, Limits limits) {
        this.clock = clock;
        this.machine = machine;
        this.limits = limits;
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    long micros() {
        Instant now = machine.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    Optional<Person> person(long id) {
        return Optional.ofNullable(persons.get(id));
    }

    Statistics statistics() {
        return statistics;
    }

    void reset() {
        persons.clear();
        statistics = new Statistics();
    }

    void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** The chat that a call names, in which the bot may write; refuses in Telegram's words. */
    Chat chat(Account bot, Parameters p) {
        long id = p.number("chat_id", 0);
        @Nullable Chat chat = bot.chats.get(id);
        if (chat == null) {
            throw persons.containsKey(id)
                    ? Refusal.forbidden("bot can't initiate conversation with a user")
                    : Refusal.badRequest("chat not found");
        }
        @Nullable Person person = chat.person;
        if (person != null && person.isDeactivated()) {
            throw Refusal.forbidden("user is deactivated");
        }
        if (chat.isBlocked()) {
            throw Refusal.forbidden(
                    person != null ? "bot was blocked by the user" : "bot was kicked from the " + chat.type + " chat");
        }
        if (!chat.isPrivate()) {
            admit(chat);
        }
        return chat;
    }

    private static void admit(Chat chat) {
        if (chat.movedTo() != 0) {
            throw Refusal.moved(chat.movedTo());
        }
        Members.Bot place = chat.members.bot();
        if (!place.present()) {
            String what = place.status().equals("kicked") ? "bot was kicked from the " : "bot is not a member of the ";
            throw Refusal.forbidden(what + chat.type + " chat");
        }
    }

    private static void mayWrite(Chat chat) {
        Members.Bot place = chat.members.bot();
        if (chat.type.equals("channel") && !(place.posts() && place.status().equals("administrator"))) {
            throw Refusal.badRequest("need administrator rights in the channel chat");
        }
        if (!place.posts()) {
            throw Refusal.badRequest("not enough rights to send text messages to the chat");
        }
    }

    /** Counts one send or edit of a bot in a chat against the limits. */
    Chat paced(Account bot, Parameters p) {
        throttle((p.flag("allow_paid_broadcast") ? bot.paid : bot.pace).take(this::micros));
        Chat chat = chat(bot, p);
        if (!chat.isPrivate()) {
            mayWrite(chat);
        }
        throttle(chat.take(this::micros, limits));
        return chat;
    }

    private static void throttle(int seconds) {
        if (seconds > 0) {
            throw Refusal.tooMany(seconds);
        }
    }
}
