package org.dabyl.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotReady;
import org.dabyl.delivery.Outages;
import org.dabyl.timetable.Tick;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With no owner yet, one line in the log that makes whoever opens it first the owner; a new one when it is too old, or when its bot
 * is out of service and another works.
 */
@Component
public class OwnerLink implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerLink.class);

    private final Invitations invitations;
    private final Organisers organisers;
    private final Outages outages;
    private final Clock clock;
    private final List<BotReady> bots = new ArrayList<>();
    private @Nullable BotReady bot;
    private @Nullable Instant expiry;
    private @Nullable String link;

    OwnerLink(Invitations invitations, Organisers organisers, Outages outages, Clock clock) {
        this.invitations = invitations;
        this.organisers = organisers;
        this.outages = outages;
        this.clock = clock;
    }

    /** The link, while it works. */
    public synchronized Optional<String> current() {
        return Optional.ofNullable(link).filter(known -> works() && !organisers.ownerKnown());
    }

    @EventListener
    synchronized void ready(BotReady ready) {
        bots.add(ready);
        if (bot == null) {
            tick();
        }
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public synchronized void tick() {
        boolean dead = bot != null && outages.contain(bot.bot());
        if (bots.isEmpty() || (works() && !dead) || organisers.ownerKnown()) {
            return;
        }
        Set<BotId> out = outages.all().keySet();
        bots.stream().filter(ready -> !out.contains(ready.bot())).findFirst().ifPresent(this::say);
    }

    private void say(BotReady ready) {
        bot = ready;
        link = "https://t.me/" + ready.username() + "?start=o_" + invitations.forOwner();
        expiry = clock.instant().plus(Invitations.LIFE);
        LOG.info("Owner link: {}", link);
    }

    private boolean works() {
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
