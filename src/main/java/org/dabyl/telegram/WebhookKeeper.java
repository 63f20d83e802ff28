package org.dabyl.telegram;

import java.time.Duration;
import java.util.Map;
import org.dabyl.telegram.Standing.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram where to bring a bot's updates, and looks now and then whether that still holds: one who has the token could lead
 * them elsewhere. Whoever holds the lease does it, so that it happens once.
 */
final class WebhookKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookKeeper.class);
    private static final int CONNECTIONS = 40;
    private static final Duration IDLE = Duration.ofMillis(250);

    private final Bot bot;
    private final Lease lease;
    private final Webhook webhook;
    private final Patience patience;
    private final Backoff backoff;
    private int told;
    private boolean failing;

    WebhookKeeper(Bot bot, Lease lease, Webhook webhook, Patience patience) {
        this.bot = bot;
        this.lease = lease;
        this.webhook = webhook;
        this.patience = patience;
        this.backoff = patience.backoff();
    }

    /** Sets it once in each time of holding the lease, looks afterwards, and waits until the next look. */
    void keep() throws InterruptedException {
        if (!lease.held()) {
            Thread.sleep(IDLE);
            return;
        }
        int term = lease.term();
        Answer answer = told == term ? look() : set();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (answer.ok()) {
            told = term;
            backoff.reset();
            Thread.sleep(patience.webhookLook());
        } else {
            Thread.sleep(failed(answer));
        }
    }

    private Answer set() {
        Answer answer = bot.calls()
                .call(
                        "setWebhook",
                        Map.of(
                                "url",
                                webhook.url(),
                                "secret_token",
                                webhook.secret(),
                                "allowed_updates",
                                Bot.UPDATES,
                                "max_connections",
                                CONNECTIONS,
                                "drop_pending_updates",
                                false));
        if (answer.ok()) {
            bot.standing().become(State.READY);
        } else if (answer.code() == 400) {
            LOG.error(
                    "Bot {}: Telegram refuses the webhook's address; trying on",
                    bot.id().value());
        }
        return answer;
    }

    private Answer look() {
        Answer info = bot.calls().call("getWebhookInfo", Map.of());
        if (!info.ok()) {
            return info;
        }
        if (!info.result().path("url").asText("").equals(webhook.url())) {
            bot.standing().become(State.CONFLICT);
            return set();
        }
        bot.standing().become(State.READY);
        complain(info.result().path("pending_update_count").asLong(0) > 0
                && info.result().path("last_error_date").asLong(0) > 0);
        return info;
    }

    /** Telegram's words for it are left out: they may hold what this program or a proxy answered. */
    private void complain(boolean nowFailing) {
        if (nowFailing && !failing) {
            LOG.warn(
                    "Bot {}: updates wait at Telegram, which lately failed to bring one. Does the address lead here?",
                    bot.id().value());
        }
        failing = nowFailing;
    }

    private Duration failed(Answer answer) {
        return switch (answer.code()) {
            case 429 -> answer.retryAfter();
            case 401, 404 -> {
                bot.standing().become(State.REVOKED);
                yield patience.revoked();
            }
            default -> {
                bot.standing().become(State.UNREACHABLE);
                yield backoff.next();
            }
        };
    }
}
