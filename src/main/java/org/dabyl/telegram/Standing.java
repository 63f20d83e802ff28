package org.dabyl.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.dabyl.delivery.BotId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one bot stands with Telegram; says each change in the log once, not each failure. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(10);

    /** How a bot can stand. */
    enum State {
        STARTING,
        READY,
        UNREACHABLE,
        CONFLICT,
        REVOKED
    }

    /** A state, and since when. */
    record Now(State state, Instant since) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final BotId bot;
    private final Clock clock;
    private volatile Now now;
    private volatile @Nullable String username;
    private @Nullable Instant lastAlarm;

    Standing(BotId bot, Clock clock) {
        this.bot = bot;
        this.clock = clock;
        this.now = new Now(State.STARTING, clock.instant());
    }

    Now now() {
        return now;
    }

    Optional<String> username() {
        return Optional.ofNullable(username);
    }

    void introduced(String name) {
        username = name;
    }

    /** Takes a new state, or keeps the old one and its beginning. */
    void become(State next) {
        lock.lock();
        try {
            if (next == State.CONFLICT) {
                alarm();
            }
            if (now.state() != next) {
                say(now.state(), next);
                now = new Now(next, clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private void say(State before, State next) {
        switch (next) {
            case READY -> {
                if (before != State.CONFLICT) {
                    LOG.info("Bot {}: Telegram answers", bot.value());
                }
            }
            case UNREACHABLE ->
                LOG.warn(
                        "Bot {}: Telegram cannot be reached; trying on. Is this machine online, and is Telegram blocked here? "
                                + "DABYL_TELEGRAM_API_URL names another way.",
                        bot.value());
            case REVOKED ->
                LOG.error(
                        "Bot {}: Telegram refuses the token. Is it revoked, or the Bot API's address wrong? @BotFather gives "
                                + "another; set it and start again.",
                        bot.value());
            case STARTING, CONFLICT -> {}
        }
    }

    /** Two receivers take turns in throwing each other out, so the state flaps and the alarm is spaced. */
    private void alarm() {
        Instant time = clock.instant();
        if (lastAlarm == null || lastAlarm.plus(BETWEEN_ALARMS).isBefore(time)) {
            lastAlarm = time;
            LOG.error(
                    "SECURITY ALARM, bot {}: somebody else receives with this token. Unless you started the program twice, "
                            + "revoke the token in BotFather now.",
                    bot.value());
        }
    }
}
