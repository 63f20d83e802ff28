package org.dabyl.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Wakes this process's sender of a bot at a launch; senders of other processes notice it when they next look. */
@Component
final class Bell {

    private final Map<BotId, Runnable> sleepers = new ConcurrentHashMap<>();

    void wakes(BotId bot, Runnable sleeper) {
        sleepers.put(bot, sleeper);
    }

    void ring(BotId bot) {
        sleepers.getOrDefault(bot, () -> {}).run();
    }
}
