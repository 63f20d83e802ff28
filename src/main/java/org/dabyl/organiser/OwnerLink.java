package org.dabyl.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dabyl.delivery.BotReady;
import org.dabyl.timetable.Tick;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With no owner yet, one line in the log that makes whoever opens it first the owner; a new one when it is too old. */
@Component
public class OwnerLink implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerLink.class);

    private final Invitations invitations;
    private final Organisers organisers;
    private final Clock clock;
    private @Nullable BotReady bot;
    private @Nullable Instant expiry;
    private @Nullable String link;

    OwnerLink(Invitations invitations, Organisers organisers, Clock clock) {
        this.invitations = invitations;
        this.organisers = organisers;
        this.clock = clock;
    }

    /** The link, while it works. */
    public synchronized Optional<String> current() {
        return Optional.ofNullable(link).filter(known -> works() && !organisers.ownerKnown());
    }

    @EventListener
    synchronized void ready(BotReady ready) {
        if (bot == null) {
            bot = ready;
            tick();
        }
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public synchronized void tick() {
        if (bot != null && !works() && !organisers.ownerKnown()) {
            link = "https://t.me/" + bot.username() + "?start=o_" + invitations.forOwner();
            expiry = clock.instant().plus(Invitations.LIFE);
            LOG.info("Owner link: {}", link);
        }
    }

    private boolean works() {
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
