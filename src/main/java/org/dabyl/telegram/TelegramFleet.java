package org.dabyl.telegram;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.timetable.MachineTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bots of the connection; their user names come once Telegram has told them. */
@Component
class TelegramFleet implements Fleet {

    private final Map<BotId, Bot> bots = new LinkedHashMap<>();

    TelegramFleet(Connection connection, @MachineTime Clock clock) {
        Wire wire = new Wire(connection.api());
        for (Token token : connection.tokens()) {
            BotId id = token.bot();
            bots.put(id, new Bot(id, wire.calls(token), wire.polls(token), new Standing(id, clock)));
        }
    }

    @Override
    public List<BotId> bots() {
        return List.copyOf(bots.keySet());
    }

    @Override
    public Optional<String> username(BotId bot) {
        return Optional.ofNullable(bots.get(bot))
                .flatMap(found -> found.standing().username());
    }

    @Override
    public Optional<Boolean> takes(BotId id) {
        Bot bot = bots.get(id);
        if (bot == null) {
            return Optional.empty();
        }
        Answer answer = bot.calls().call("getMe", Map.of());
        return answer.ok() || answer.revoked() ? Optional.of(answer.ok()) : Optional.empty();
    }

    List<Bot> all() {
        return List.copyOf(bots.values());
    }

    /** The bot, or null where its token is no longer set. */
    @Nullable Bot find(BotId id) {
        return bots.get(id);
    }

    /** Breaks off the long polls; what they would have brought stays unconfirmed and comes again. */
    void hangUp() {
        bots.values().forEach(bot -> bot.polls().hangUp());
    }
}
