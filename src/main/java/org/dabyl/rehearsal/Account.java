package org.dabyl.rehearsal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One bot as Telegram knows it: its updates, its chats, its pace, its menus. */
final class Account {
    private static final long SINCE = 1_767_225_600;

    final long id;
    final String username;
    final UpdateQueue updates;
    final Callbacks callbacks;
    final Pace pace;
    final Pace paid;
    final CommandMenu commands;
    final Webhook webhook;
    final Map<Long, Chat> chats = new ConcurrentHashMap<>();

    /** Description and the like by method and language. */
    final Map<String, String> profile;

    private final AtomicInteger lastMessage;

    Account(RehearsalBot bot, Limits limits, long now) {
        this(bot, limits, now, new CommandMenu(), new ConcurrentHashMap<>(), null);
    }

    /** The same bot with its menus, its profile, its webhook and its numbering, and nothing else of what was. */
    Account renewed(RehearsalBot bot, Limits limits, long now) {
        Account account = new Account(bot, limits, now, commands, profile, webhook);
        account.updates.startAt(updates.next());
        webhook.renew(account.updates);
        account.lastMessage.set(Math.max(account.lastMessage.get(), lastMessage.get()));
        return account;
    }

    private Account(
            RehearsalBot bot,
            Limits limits,
            long now,
            CommandMenu commands,
            Map<String, String> profile,
            @Nullable Webhook before) {
        this.commands = commands;
        this.profile = profile;
        // numbers of an earlier run must not come again, for a bot may remember them: eight a second since 2026
        int first = (int) Math.max(1, Math.min((now - SINCE) * 8, Integer.MAX_VALUE / 2));
        id = bot.id();
        username = bot.username();
        updates = new UpdateQueue(first);
        webhook = before == null ? new Webhook(updates) : before;
        callbacks = new Callbacks(first);
        pace = new Pace(limits.perSecond(), 1_000_000);
        paid = new Pace(limits.paidPerSecond(), 1_000_000);
        lastMessage = new AtomicInteger(first);
    }

    int nextMessage() {
        return lastMessage.incrementAndGet();
    }

    Optional<Chat> chat(long chatId) {
        return Optional.ofNullable(chats.get(chatId));
    }

    /** The chat with a person, which begins with the first word of theirs. */
    Chat chat(Person person) {
        return chats.computeIfAbsent(person.id, id -> new Chat(person));
    }

    String name() {
        return profile.getOrDefault("name:", "Dabyl");
    }
}
