package org.dabyl.turnout;

import java.time.Clock;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Asks;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Priority;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Asks who said that they come and is late whether they are there; each once. */
@Component
final class Latecomers {

    private static final Script<Long> OVERDUE = Script.beside(Latecomers.class, "overdue.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Asks asks;
    private final Reminders reminders;
    private final Asking asking;
    private final ReminderSettings settings;
    private final Clock clock;

    Latecomers(
            StringRedisTemplate redis,
            Fleet fleet,
            Asks asks,
            Reminders reminders,
            Asking asking,
            ReminderSettings settings,
            Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.asks = asks;
        this.reminders = reminders;
        this.asking = asking;
        this.settings = settings;
        this.clock = clock;
    }

    void look(Alert alert, Tally tally) {
        long minute = clock.millis() / 60_000 - settings.lateAfter().toMinutes();
        if (tally.arrivingBetween(0, minute) > 0 && gather(alert.id(), minute) > 0) {
            ask(alert, minute);
        }
    }

    private long gather(AlertId id, long minute) {
        return fleet.bots().stream()
                .mapToLong(bot -> OVERDUE.run(redis, keys(bot, id), minute, clock.millis(), Reminders.LIFE.toSeconds()))
                .sum();
    }

    /** Named by the minute: those late by then are the same, however often this runs within it. */
    private void ask(Alert alert, long minute) {
        asks.ask(
                alert.id(),
                "there-" + minute,
                Priority.REMINDER,
                asking.late(alert),
                bot -> new Audience(
                        List.of(List.of(Reminders.overdue(bot, alert.id()))),
                        List.of(),
                        Reminders.overdueAsked(bot, alert.id())));
        reminders.expire(alert.id());
    }

    private static List<String> keys(BotId bot, AlertId id) {
        return List.of(
                Answers.answers(bot, id),
                Answers.coming(bot, id),
                Reminders.overdueAsked(bot, id),
                bot.key("muted"),
                Reminders.overdue(bot, id));
    }
}
