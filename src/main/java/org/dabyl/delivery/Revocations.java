package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.timetable.MachineTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bots whose token Telegram does not take; each is tried again every minute, for it may have been Telegram's mistake. */
@Component
final class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Map<BotId, Instant> restUntil = new ConcurrentHashMap<>();
    private final Clock clock;

    Revocations(@MachineTime Clock clock) {
        this.clock = clock;
    }

    void add(BotId bot) {
        if (restUntil.put(bot, clock.instant().plus(REST)) == null) {
            LOG.error(
                    "Bot {} is out of service: Telegram refuses its token. It is tried again every minute; where the token is "
                            + "revoked, set the new one of @BotFather and start again.",
                    bot.value());
        }
    }

    /** A call of the bot was taken. */
    void lift(BotId bot) {
        // asked for each message: the map is nearly always empty
        if (!restUntil.isEmpty() && restUntil.remove(bot) != null) {
            LOG.info("Bot {} is in service again", bot.value());
        }
    }

    /** Whether nothing should be sent by the bot now. */
    boolean contain(BotId bot) {
        Instant until = restUntil.get(bot);
        return until != null && clock.instant().isBefore(until);
    }

    /** Until when each of them rests; another time for each refusal. */
    Map<BotId, Instant> rests() {
        return Map.copyOf(restUntil);
    }

    int size() {
        return restUntil.size();
    }
}
