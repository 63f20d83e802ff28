package org.dabyl.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.Messenger;
import org.dabyl.timetable.MachineTime;
import org.dabyl.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Receives for every bot of the fleet as long as the program runs. Starts in the last phase, after the web server, and returns at
 * once: Telegram and Redis may come later.
 */
@Component
class Reception implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final TelegramFleet fleet;
    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Listener listener;
    private final RefusalDesk refusals;
    private final Messenger messenger;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Patience patience;
    private final Webhooks webhooks;
    private final Roads roads;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Lease> leases = new ArrayList<>();
    private volatile boolean running;

    Reception(
            TelegramFleet fleet,
            StringRedisTemplate redis,
            Vault vault,
            Listener listener,
            RefusalDesk refusals,
            Messenger messenger,
            ApplicationEventPublisher events,
            @MachineTime Clock clock,
            Patience patience,
            Webhooks webhooks,
            Roads roads) {
        this.fleet = fleet;
        this.redis = redis;
        this.vault = vault;
        this.listener = listener;
        this.refusals = refusals;
        this.messenger = messenger;
        this.events = events;
        this.clock = clock;
        this.patience = patience;
        this.webhooks = webhooks;
        this.roads = roads;
    }

    @Override
    public void start() {
        fleet.all().forEach(this::receive);
        running = true;
    }

    private void receive(Bot bot) {
        Lease lease = new Lease(redis, clock, bot.id(), patience.lease());
        leases.add(lease);
        Introduction introduction = new Introduction(bot, events, patience);
        Hearing hearing = new Hearing(vault, bot.id());
        Lanes lanes = roads.of(bot.id());
        Handling handling = new Handling(bot.id(), redis, listener, messenger, lease, refusals.of(bot.id()), lanes);
        Inbox inbox = new Inbox(bot.id(), redis, vault, lease, handling, lanes, hearing);
        Duration sign = patience.lease().dividedBy(3);
        work(bot, "lease", () -> {
            lease.take();
            // whoever waits for it looks more often, so that the bot is not silent for longer than the lease and a
            // little
            Thread.sleep(lease.held() || sign.compareTo(LOOK) < 0 ? sign : LOOK);
        });
        // apart from the poller: whoever fails at hearing of a bot must not keep it from receiving
        work(bot, "introduction", () -> {
            introduction.introduce();
            Thread.sleep(FOR_EVER);
        });
        receive(bot, lease, refusals.of(bot.id()), new Door(hearing, listener, lanes));
        work(bot, "inbox", inbox::read);
    }

    private void receive(Bot bot, Lease lease, Refusals refusals, Door door) {
        Poller poller = new Poller(bot, lease, new Intake(redis, vault, bot.id()), refusals, door, patience);
        Webhook webhook = webhooks.find(bot.id());
        if (webhook == null) {
            work(bot, "poller", poller::poll);
        } else {
            WebhookKeeper keeper =
                    new WebhookKeeper(bot, lease, webhook, poller, door.lanes().inflow(), patience);
            work(bot, "webhook", keeper::keep);
        }
    }

    private void work(Bot bot, String what, Worker.Step step) {
        // Redis is back within seconds, and people wait for it
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));
        workers.add(Worker.start("telegram " + bot.id().value() + " " + what, step, backoff));
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(Worker::stop);
        fleet.hangUp();
        workers.clear();
        finish();
        leases.forEach(Reception::giveBack);
        leases.clear();
    }

    /** What has been read is handled to its end, as long as the lease lasts. */
    private void finish() {
        try {
            roads.finish(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void giveBack(Lease lease) {
        try {
            lease.release();
        } catch (DataAccessException e) {
            LOG.warn("The receiver's lease could not be given back and runs out by itself");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
