package org.dabyl.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.delivery.BotId;

/**
 * The lanes of every bot: answers that wait for one that Telegram told to wait hold up nobody who speaks to another. A bot has the
 * same ones wherever they are asked for, so that what a webhook brings is turned away as what a poller fetches.
 */
final class Roads {

    private final Map<BotId, Lanes> lanes = new ConcurrentHashMap<>();
    private final int atOnce;
    private final int most;

    /** Empty lanes, each bot's as {@link Lanes} has them. */
    Roads(int atOnce, int most) {
        this.atOnce = atOnce;
        this.most = most;
    }

    Lanes of(BotId bot) {
        return lanes.computeIfAbsent(bot, any -> new Lanes(atOnce, most));
    }

    /** Waits until nothing is held any more, at most that long. */
    void finish(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        for (Lanes each : lanes.values()) {
            each.finish(longest.minusNanos(System.nanoTime() - start));
        }
    }
}
