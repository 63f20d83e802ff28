package org.dabyl.telegram;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.dabyl.delivery.Outcome;
import org.dabyl.vault.SealBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** Tells Telegram about the menus of one bot: slowly, in order, each as often as it takes. */
final class MenuQueue {

    private static final Logger LOG = LoggerFactory.getLogger(MenuQueue.class);
    private static final int METHOD_UNKNOWN = 404;
    private static final int MOST = 10_000;

    private final Bot bot;
    private final StringRedisTemplate redis;
    private final Backoff backoff;
    private final Duration between;
    private final BlockingQueue<MenuChange> waiting = new LinkedBlockingQueue<>(MOST);
    private @Nullable MenuChange current;

    MenuQueue(Bot bot, StringRedisTemplate redis, Patience patience) {
        this.bot = bot;
        this.redis = redis;
        this.backoff = patience.backoff();
        this.between = patience.betweenMenus();
    }

    void add(MenuChange change) {
        if (!waiting.offer(change)) {
            LOG.warn("Bot {}: too many menus wait; one is not shown", bot.id().value());
        }
    }

    /** Waits for the next change and tries it once. */
    void step() throws InterruptedException {
        MenuChange change = current == null ? waiting.take() : current;
        current = change;
        try {
            attempt(change, change.request().get());
        } catch (SealBroken e) {
            LOG.error(
                    "Bot {}: a menu's chat does not open; is this the right keyset?",
                    bot.id().value());
            current = null;
        }
    }

    private void attempt(MenuChange change, BotApiMethod<?> request) throws InterruptedException {
        if (isKnown(change, request)) {
            current = null;
            return;
        }
        Answer answer = bot.calls().call(request);
        Outcome outcome = answer.code() == METHOD_UNKNOWN ? new Outcome.Missed() : Verdict.of(answer, true);
        if (settle(change, request, outcome)) {
            current = null;
        }
        Thread.sleep(pause(outcome));
    }

    private boolean isKnown(MenuChange change, BotApiMethod<?> request) {
        return change.field()
                .map(field -> MenuChange.digest(request)
                        .equals(redis.opsForHash().get(bot.id().key("menus"), field)))
                .orElse(false);
    }

    private boolean settle(MenuChange change, BotApiMethod<?> request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> {
                change.field().ifPresent(field -> redis.opsForHash()
                        .put(bot.id().key("menus"), field, MenuChange.digest(request)));
                yield true;
            }
            case Outcome.Refused refused -> refused(request, refused.reason());
            case Outcome.Declined declined -> refused(request, declined.reason());
            case Outcome.Gone gone -> true;
            case Outcome.Unreachable unreachable -> true;
            case Outcome.Missed missed -> true;
            case Outcome.Wait wait -> false;
            case Outcome.Unknown unknown -> false;
            case Outcome.Revoked revoked -> false;
        };
    }

    private boolean refused(BotApiMethod<?> request, String reason) {
        LOG.error("Bot {}: {} was refused: {}", bot.id().value(), request.getMethod(), reason);
        return true;
    }

    private Duration pause(Outcome outcome) {
        if (outcome instanceof Outcome.Wait wait) {
            return wait.time();
        }
        if (outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Revoked) {
            return backoff.next();
        }
        backoff.reset();
        return between;
    }
}
