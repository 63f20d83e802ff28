package org.dabyl.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dabyl.timetable.Tick;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of bots that Telegram refused to send for: apart from the senders, which must not wait for who listens. */
@Component
final class RefusalWatch implements Tick {

    private final Revocations revocations;
    private final ApplicationEventPublisher events;
    private final Map<BotId, Instant> told = new HashMap<>();

    RefusalWatch(Revocations revocations, ApplicationEventPublisher events) {
        this.revocations = revocations;
        this.events = events;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void tick() {
        revocations.rests().forEach((bot, rest) -> {
            if (!rest.equals(told.get(bot))) {
                events.publishEvent(new BotRefused(bot));
                told.put(bot, rest);
            }
        });
    }
}
