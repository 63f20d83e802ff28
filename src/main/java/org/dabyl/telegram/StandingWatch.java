package org.dabyl.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotRefused;
import org.dabyl.timetable.Tick;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of bots that Telegram refused to receive for: a bot that sends nothing is noticed by this alone. */
@Component
class StandingWatch implements Tick {

    private final TelegramFleet fleet;
    private final ApplicationEventPublisher events;
    private final Map<BotId, Standing.Now> told = new HashMap<>();

    StandingWatch(TelegramFleet fleet, ApplicationEventPublisher events) {
        this.fleet = fleet;
        this.events = events;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void tick() {
        for (Bot bot : fleet.all()) {
            Standing.Now now = bot.standing().now();
            // an instance that no longer receives keeps what it saw last, which is no news
            if (now.state() == Standing.State.REVOKED && !now.equals(told.get(bot.id()))) {
                events.publishEvent(new BotRefused(bot.id()));
                told.put(bot.id(), now);
            }
        }
    }
}
