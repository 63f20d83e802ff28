package org.dabyl.telegram;

import java.time.Duration;
import java.util.Map;
import org.dabyl.telegram.Standing.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram where to bring a bot's updates, and looks now and then whether that still holds: one who has the token could lead
 * them elsewhere. Whoever holds the lease does it, so that it happens once.
 *
 * <p>In a flood it asks for them instead, a hundred at once: each that is brought is a request of its own, and ten thousand a second
 * would take more than two cores for nothing but that.
 */
final class WebhookKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookKeeper.class);
    private static final int CONNECTIONS = 40;
    private static final Duration IDLE = Duration.ofMillis(250);

    private final Bot bot;
    private final Lease lease;
    private final Webhook webhook;
    private final Poller poller;
    private final Inflow inflow;
    private final Patience patience;
    private final Backoff backoff;
    /** The term in which it was set, and stands; 0 for none. */
    private int told;
    /** The term in which it was taken back for a flood; 0 for none. */
    private int takenBack;

    private long looked;
    /** Since when, and for how long, it is not tried to be set again, in ns. */
    private long failed;

    private long wait;
    private boolean failing;

    /** {@code poller} asks for updates in a flood. */
    WebhookKeeper(Bot bot, Lease lease, Webhook webhook, Poller poller, Inflow inflow, Patience patience) {
        this.bot = bot;
        this.lease = lease;
        this.webhook = webhook;
        this.poller = poller;
        this.inflow = inflow;
        this.patience = patience;
        this.backoff = patience.backoff();
    }

    /** Sets it once in each time of holding the lease and looks now and then afterwards; one poll in a flood. */
    void keep() throws InterruptedException {
        int term = lease.term();
        if (inflow.floods() && lease.held()) {
            ask(term);
        } else if (takenBack == term && (!lease.held() || System.nanoTime() - failed < wait)) {
            // as long as there is none nobody brings anything
            poller.poll();
        } else if (!lease.held()) {
            Thread.sleep(IDLE);
        } else if (told != term) {
            settle(set(), () -> {
                told = term;
                takenBack = 0;
            });
        } else if (System.nanoTime() - looked < patience.webhookLook().toNanos()) {
            Thread.sleep(IDLE);
        } else {
            settle(look(), () -> {});
        }
    }

    private void ask(int term) throws InterruptedException {
        if (takenBack == term) {
            poller.poll();
            return;
        }
        settle(bot.calls().call("deleteWebhook", Map.of("drop_pending_updates", false)), () -> {
            takenBack = term;
            told = 0;
            LOG.warn(
                    "Bot {}: so many updates come that they are asked for until there are fewer: a webhook brings them one by one",
                    bot.id().value());
        });
    }

    private void settle(Answer answer, Runnable done) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (answer.ok()) {
            done.run();
            looked = System.nanoTime();
            wait = 0;
            backoff.reset();
        } else if (takenBack == lease.term()) {
            wait = failed(answer).toNanos();
            failed = System.nanoTime();
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
        int pending = Math.clamp(info.result().path("pending_update_count").asLong(0), 0, Integer.MAX_VALUE);
        // what waits there has come, however few of it are brought in a second
        inflow.came(pending);
        complain(pending > 0 && info.result().path("last_error_date").asLong(0) > 0);
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
