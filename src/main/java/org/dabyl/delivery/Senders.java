package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dabyl.timetable.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** A sender for each bot of the fleet: started after the web server, stopped before it and before Redis is let go. */
@Component
final class Senders implements SmartLifecycle {

    /** Longer than a call to Telegram takes, shorter than Spring's patience with a phase (30 s). */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    private final List<Sender> senders;
    private volatile boolean running;

    Senders(
            Fleet fleet,
            StringRedisTemplate redis,
            DeliverySettings settings,
            Carrier carrier,
            Revocations revocations,
            Bell bell,
            Faults faults,
            Clock clock) {
        if (!settings.paid() && settings.rate() > DeliverySettings.FREE) {
            LOG.warn(
                    "DABYL_RATE is {}, and Telegram lets a bot send about 30 messages a second unless it pays for more",
                    settings.rate());
        }
        Claim claim = new Claim(redis, settings, clock);
        senders = fleet.bots().stream()
                .map(bot -> new Sender(
                        bot, claim, new Heart(bot, new Prolong(redis, settings)), carrier, revocations, bell, faults))
                .toList();
    }

    @Override
    public void start() {
        running = true;
        senders.forEach(Sender::start);
    }

    @Override
    public void stop() {
        running = false;
        senders.forEach(Sender::stop);
        try {
            for (Sender sender : senders) {
                sender.awaitQuiet(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
