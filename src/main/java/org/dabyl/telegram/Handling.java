package org.dabyl.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Rank;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Messenger;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Handles one entry of the inbox and takes it out, or leaves it where it is: at least once, so everything behind it is idempotent.
 */
final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);
    private static final Script<Long> HANDLED = Script.beside(Handling.class, "handled.lua", Long.class);
    // a refusal of Redis that is our bug does not pass; 5 tries take about 3 s
    private static final int TRIES = 5;

    // a restart of Redis that nobody needs to notice; a phone shows a press as loading meanwhile
    private static final Duration BLINK = Duration.ofSeconds(1);

    private final BotId bot;
    private final StringRedisTemplate redis;
    private final Listener listener;
    private final Messenger messenger;
    private final Lease lease;
    private final Refusals refusals;
    private final Lanes lanes;
    private final Together<String, String, Long> handled;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean left = new AtomicBoolean();

    Handling(
            BotId bot,
            StringRedisTemplate redis,
            Listener listener,
            Messenger messenger,
            Lease lease,
            Refusals refusals,
            Lanes lanes) {
        this.lanes = lanes;
        this.bot = bot;
        this.redis = redis;
        this.listener = listener;
        this.messenger = messenger;
        this.lease = lease;
        this.refusals = refusals;
        this.handled = new Together<>(this::remove);
    }

    /** Whether the entry is new to this instance; from now on it is not. */
    boolean claim(String entry) {
        return held.add(entry);
    }

    /** Whether an entry has been left in the inbox since this was last asked, so that it has to be read again. */
    boolean leftSome() {
        return left.getAndSet(false);
    }

    /** In front of whom each of these people is served; a stranger where it is left out. */
    Map<Address, Rank> ranks(Set<Address> people) {
        return people.isEmpty() ? Map.of() : listener.ranks(people);
    }

    /** Whether nobody listens to this. */
    boolean deaf(Heard heard) {
        return Door.deaf(listener, heard);
    }

    /** Whether this counts among however many of this rank. */
    boolean counts(Heard heard, Rank rank) {
        return Door.counts(listener, heard, rank);
    }

    /** A stranger was not heard, for there were too many. */
    void passedOver(Heard heard) {
        heard.who().ifPresent(listener::passedOver);
    }

    /** A newcomer was not heard, for there were too many. */
    void holdOff(Heard heard) {
        Door.holdOff(listener, heard);
    }

    /** Handles the entry; where the lease or the thread's time is over, it stays for the next receiver. */
    void handle(String entry, Heard heard) {
        List<Runnable> rest = new ArrayList<>();
        boolean done = false;
        try {
            Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
            long began = System.nanoTime();
            for (int attempt = 1; !done && lease.held(); attempt++) {
                rest.clear();
                done = attempt(entry, heard, attempt, rest);
                if (!done) {
                    if (System.nanoTime() - began > BLINK.toNanos()) {
                        refusals.refuse(heard);
                    }
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held.remove(entry);
            if (!done) {
                left.set(true);
            }
        }
        if (done && !rest.isEmpty()) {
            lanes.later(heard.who().orElseThrow(), () -> say(heard, rest));
        }
    }

    /**
     * Accepted risk: a crash in a rush loses words, and what they are about stands. Kept in the inbox until they are said, what was
     * done would be done again after the person has taken it back.
     */
    private void say(Heard heard, List<Runnable> rest) {
        try {
            if (lease.held()) {
                rest.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            // where the program ends, Redis ends with it
            if (lease.held()) {
                complain(heard, e);
            }
        }
    }

    private boolean attempt(String entry, Heard heard, int attempt, List<Runnable> rest) {
        try {
            // nobody may listen any more to what waited here
            if (!refusals.contain(heard) && !deaf(heard)) {
                act(heard, rest);
            }
        } catch (DataAccessException e) {
            if (attempt < TRIES || !ours(e)) {
                return false;
            }
            complain(heard, e);
            rest.clear();
        } catch (RuntimeException | StackOverflowError e) {
            if (!lease.held()) {
                // the program ends, and Redis with it: the next receiver's
                return false;
            }
            complain(heard, e);
            rest.clear();
        }
        return remove(entry);
    }

    private void act(Heard heard, List<Runnable> rest) {
        switch (heard) {
            case Heard.Speech speech -> listen(speech.incoming(), rest);
            case Heard.Public happened -> listener.hear(happened.event());
            case Heard.IdlePress press -> messenger.toast(bot, press.pressId(), "");
            case Heard.Silence silence -> {}
        }
    }

    private void listen(Incoming incoming, List<Runnable> rest) {
        if (refusals.late(incoming)) {
            listener.hearLate(incoming);
        } else if (lanes.rush()) {
            listener.hear(incoming, rest::add);
        } else {
            listener.hear(incoming);
        }
    }

    private boolean remove(String entry) {
        try {
            handled.ask(Intake.inbox(bot), entry);
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private List<Long> remove(String inbox, List<String> entries) {
        List<Object> arguments = new ArrayList<>(List.of(Inbox.GROUP));
        arguments.addAll(entries);
        return Collections.nCopies(entries.size(), HANDLED.run(redis, List.of(inbox), arguments.toArray()));
    }

    /** Whether Redis was there and called the command itself wrong, which no waiting changes. */
    private static boolean ours(DataAccessException e) {
        String words =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return words.startsWith("ERR ") || words.startsWith("WRONGTYPE");
    }

    /** Messages and stack traces are left out: they may carry what a person wrote. */
    private void complain(Heard heard, Throwable e) {
        String kind = heard instanceof Heard.Speech speech ? speech.kind() : "update";
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "Bot {}: a {} could not be handled: {} at {}",
                bot.value(),
                kind,
                e.getClass().getName(),
                trace.length == 0 ? "?" : trace[0]);
    }
}
