package org.dabyl.fleet;

import java.time.Clock;
import org.dabyl.delivery.BotBack;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotRefused;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Outages;
import org.dabyl.timetable.Timetable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes the bots that are out of service, and when they are in service again. */
@Component
public class Lookout {

    /** The kind of the due step that looks after a bot out of service; its subject is the bot's number. */
    public static final String STEP = "outage";

    private final Fleet fleet;
    private final Outages outages;
    private final Timetable timetable;
    private final FleetSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lookout(
            Fleet fleet,
            Outages outages,
            Timetable timetable,
            FleetSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.fleet = fleet;
        this.outages = outages;
        this.timetable = timetable;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(BotRefused refused) {
        outages.begin(refused.bot(), clock.instant());
        timetable.at(STEP, subject(refused.bot()), clock.instant());
    }

    /** Asks Telegram; whether the bot is still out of service, of which it is noted in service otherwise. */
    public boolean out(BotId bot) {
        if (fleet.takes(bot).orElse(false) && outages.end(bot)) {
            events.publishEvent(new BotBack(bot));
        }
        return outages.contain(bot);
    }

    /** Plans the next look. */
    public void again(BotId bot) {
        timetable.at(STEP, subject(bot), clock.instant().plus(settings.probe()));
    }

    private static String subject(BotId bot) {
        return Long.toString(bot.value());
    }
}
