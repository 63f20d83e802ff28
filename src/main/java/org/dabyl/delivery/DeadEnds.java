package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dabyl.timetable.MachineTime;
import org.dabyl.vault.SealedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The chats that a bot cannot write to although nobody left. One of them is nothing to worry about; many of them at nearly the same
 * time are a token, a server or a proxy that is not the right one. Kept in this process only.
 */
@Component
final class DeadEnds {

    private static final Logger LOG = LoggerFactory.getLogger(DeadEnds.class);

    static final int MANY = 10;
    static final Duration LATELY = Duration.ofMinutes(10);

    private final Map<BotId, Newest> met = new HashMap<>();
    private final Set<Long> told = new TreeSet<>();
    private final Clock clock;

    DeadEnds(@MachineTime Clock clock) {
        this.clock = clock;
    }

    /** {@code reason} names no person. */
    synchronized void add(Address chat, String reason) {
        BotId bot = chat.bot();
        Newest newest = met.computeIfAbsent(bot, any -> new Newest());
        newest.remove(chat.chat());
        newest.put(chat.chat(), clock.instant());
        if (!many(newest)) {
            told.remove(bot.value());
        } else if (told.add(bot.value())) {
            LOG.warn(
                    "Bot {} cannot write to many chats, though nobody left: {}. They stay registered. Is the token the right one, "
                            + "and nothing in between?",
                    bot.value(),
                    reason);
        }
    }

    /** How many bots met many of them lately. */
    synchronized int bots() {
        return (int) met.values().stream().filter(this::many).count();
    }

    private boolean many(Newest newest) {
        Instant since = clock.instant().minus(LATELY);
        return newest.size() == MANY && newest.values().stream().noneMatch(time -> time.isBefore(since));
    }

    private static final class Newest extends LinkedHashMap<SealedId, Instant> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SealedId, Instant> eldest) {
            return size() > MANY;
        }
    }
}
