package org.dabyl.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dabyl.telegram.Standing.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates for one bot, and confirms a batch by the next poll, after it has been stored. Where Redis cannot be reached
 * nothing is confirmed, and Telegram keeps it for 24 h.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int LIMIT = 100;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration STUCK = Duration.ofSeconds(1);

    private final Bot bot;
    private final Lease lease;
    private final Intake intake;
    private final Patience patience;
    private final Backoff backoff;
    private int unhooked;

    Poller(Bot bot, Lease lease, Intake intake, Patience patience) {
        this.bot = bot;
        this.lease = lease;
        this.intake = intake;
        this.patience = patience;
        this.backoff = patience.backoff();
    }

    /** One poll and what follows from it; only a short wait where another instance receives. */
    void poll() throws InterruptedException {
        if (!lease.held()) {
            Thread.sleep(IDLE);
            return;
        }
        int term = lease.term();
        if (unhooked != term) {
            Answer answer = unhook();
            if (!answer.ok()) {
                Thread.sleep(failed(answer));
                return;
            }
            unhooked = term;
        }
        long offset = intake.offset();
        Answer answer = bot.polls().call("getUpdates", request(offset));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (answer.ok() && answer.result().isArray()) {
            bot.standing().become(State.READY);
            backoff.reset();
            take(Batch.read(answer.result(), offset));
        } else {
            Thread.sleep(failed(answer));
        }
    }

    /** Takes back a webhook of an earlier setting: as long as there is one, every poll is a conflict. */
    private Answer unhook() {
        Answer info = bot.polls().call("getWebhookInfo", Map.of());
        if (!info.ok() || info.result().path("url").asText("").isEmpty()) {
            return info;
        }
        LOG.warn(
                "Bot {}: a webhook was set and is taken back, for none is in the settings",
                bot.id().value());
        return bot.polls().call("deleteWebhook", Map.of("drop_pending_updates", false));
    }

    private Map<String, Object> request(long offset) {
        Map<String, Object> request = new HashMap<>();
        if (offset > 0) {
            request.put("offset", offset);
        }
        request.put("limit", LIMIT);
        request.put("timeout", patience.longPoll().toSeconds());
        request.put("allowed_updates", Bot.UPDATES);
        return request;
    }

    private void take(Batch batch) throws InterruptedException {
        if (batch.setAside() > 0) {
            LOG.warn(
                    "Bot {}: {} updates could not be read and were set aside",
                    bot.id().value(),
                    batch.setAside());
        }
        if ((batch.next() > 0 || !batch.updates().isEmpty()) && !intake.store(batch, lease)) {
            lease.lost();
        } else if (batch.setAside() > 0 && batch.updates().isEmpty()) {
            // nothing but the unreadable, which may come again at once
            Thread.sleep(STUCK);
        }
    }

    /** How long to wait after this answer. */
    private Duration failed(Answer answer) {
        return switch (answer.code()) {
            case 429 -> answer.retryAfter();
            case 409 -> {
                // the receiver before may still be in its last poll
                if (lease.heldFor(patience.lease().plus(patience.longPoll()))) {
                    bot.standing().become(State.CONFLICT);
                }
                yield patience.conflict();
            }
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
