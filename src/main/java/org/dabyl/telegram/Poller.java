package org.dabyl.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dabyl.telegram.Standing.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Fetches updates for one bot, and confirms a batch by the next poll, after it has been stored. Where Redis cannot be reached
 * nothing is confirmed, and Telegram keeps it for 24 h.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int LIMIT = 100;
    private static final int CONFLICT = 409;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration STUCK = Duration.ofSeconds(1);
    private static final Duration FLOODED = Duration.ofMillis(10);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Bot bot;
    private final Lease lease;
    private final Intake intake;
    private final Refusals refusals;
    private final Door door;
    private final Patience patience;
    private final Backoff backoff;
    /** The term in which no webhook is known to be set; 0 for none. */
    private int unhooked;
    /** The term in which the poll before stored the offset, so that it need not be asked for; 0 for none. */
    private int stored;

    private long lastOffset;

    Poller(Bot bot, Lease lease, Intake intake, Refusals refusals, Door door, Patience patience) {
        this.bot = bot;
        this.lease = lease;
        this.intake = intake;
        this.refusals = refusals;
        this.door = door;
        this.patience = patience;
        this.backoff = patience.backoff();
    }

    /** One poll and what follows from it; only a short wait where another instance receives. */
    void poll() throws InterruptedException {
        if (lease.held()) {
            receive();
        } else if (lease.inDoubt()) {
            glance();
        } else {
            Thread.sleep(IDLE);
        }
    }

    private void receive() throws InterruptedException {
        int term = lease.term();
        if (unhooked != term) {
            Answer unhooking = unhook();
            if (!unhooking.ok()) {
                Thread.sleep(failed(unhooking));
                return;
            }
            unhooked = term;
        }
        if (stored != term) {
            learnOffset();
        }
        Answer answer = ask(patience.longPoll());
        stored = 0;
        if (fine(answer)) {
            bot.standing().become(State.READY);
            backoff.reset();
            Batch batch = Batch.read(answer.result(), lastOffset, door::admit);
            take(batch, term);
            int brought = answer.result().size();
            if (batch.updates().isEmpty() && brought > 0 && brought < LIMIT) {
                // a flood that we keep pace with: asked for less often, it costs less
                Thread.sleep(FLOODED);
            }
        } else {
            Thread.sleep(failed(answer));
        }
    }

    private void learnOffset() throws InterruptedException {
        try {
            lastOffset = intake.offset();
        } catch (DataAccessException e) {
            glance();
            throw e;
        }
    }

    /** Takes back a webhook of an earlier setting, or of somebody who has the token: as long as there is one, every poll is a conflict. */
    private Answer unhook() {
        Answer info = bot.polls().call("getWebhookInfo", Map.of());
        if (!info.ok() || info.result().path("url").asText("").isEmpty()) {
            return info;
        }
        LOG.warn(
                "Bot {}: a webhook was set and is taken back, for updates are asked for",
                bot.id().value());
        return bot.polls().call("deleteWebhook", Map.of("drop_pending_updates", false));
    }

    /**
     * Looks at what waits at Telegram while Redis cannot keep it, and confirms nothing: texts come again when Redis is back, and
     * who presses a button is told. Of more than 100 updates that wait only the oldest are seen.
     */
    private void glance() throws InterruptedException {
        Answer answer = ask(GLANCE);
        if (fine(answer)) {
            refusals.refuse(Batch.read(answer.result(), lastOffset));
            if (!answer.result().isEmpty()) {
                // the same come again at once
                Thread.sleep(GLANCE);
            }
            return;
        }
        if (answer.code() == CONFLICT) {
            // another instance reaches Redis, and receives
            lease.lost();
        }
        Thread.sleep(failed(answer));
    }

    private Answer ask(Duration longest) throws InterruptedException {
        Answer answer = bot.polls().call("getUpdates", request(lastOffset, longest));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return answer;
    }

    private static boolean fine(Answer answer) {
        return answer.ok() && answer.result().isArray();
    }

    private Map<String, Object> request(long offset, Duration longest) {
        Map<String, Object> request = new HashMap<>();
        if (offset > 0) {
            request.put("offset", offset);
        }
        request.put("limit", LIMIT);
        request.put("timeout", longest.toSeconds());
        request.put("allowed_updates", Bot.UPDATES);
        return request;
    }

    private void take(Batch batch, int term) throws InterruptedException {
        if (batch.setAside() > 0) {
            LOG.warn(
                    "Bot {}: {} updates could not be read and were set aside",
                    bot.id().value(),
                    batch.setAside());
        }
        if ((batch.next() > 0 || !batch.updates().isEmpty()) && !store(batch, term)) {
            lease.lost();
        } else if (batch.setAside() > 0 && batch.updates().isEmpty()) {
            // nothing but the unreadable, which may come again at once
            Thread.sleep(STUCK);
        }
    }

    private boolean store(Batch batch, int term) {
        try {
            boolean ours = intake.store(batch, lease);
            if (ours && batch.next() > 0) {
                lastOffset = batch.next();
                stored = term;
            }
            return ours;
        } catch (DataAccessException e) {
            refusals.refuse(batch);
            throw e;
        }
    }

    /** How long to wait after this answer. */
    private Duration failed(Answer answer) {
        return switch (answer.code()) {
            case 429 -> answer.retryAfter();
            case CONFLICT -> {
                // it may be a webhook that somebody has set since: looked for before the next poll
                unhooked = 0;
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
