package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotPaused;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outages;
import org.dabyl.delivery.Pauses;
import org.dabyl.fleet.Rescue;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Told;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after a bot that Telegram told to wait for long: who knows another bot is called by that one, organisers whom another bot
 * reaches are told, and all of them when it is over. Its subject is the bot and when the pause ends.
 */
@Component
final class PauseStep implements Step {

    /** Calls that come five minutes late are late enough. */
    private static final Duration SHORT = Duration.ofMinutes(5);

    private final Pauses pauses;
    private final Outages outages;
    private final Rescue rescue;
    private final Fleet fleet;
    private final Organisers organisers;
    private final Told told;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    PauseStep(
            Pauses pauses,
            Outages outages,
            Rescue rescue,
            Fleet fleet,
            Organisers organisers,
            Told told,
            Texts texts,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.pauses = pauses;
        this.outages = outages;
        this.rescue = rescue;
        this.fleet = fleet;
        this.organisers = organisers;
        this.told = told;
        this.texts = texts;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @EventListener
    void on(BotPaused paused) {
        String subject = paused.bot().value() + "." + paused.until().toEpochMilli();
        timetable.at(kind(), subject, clock.instant());
    }

    @Override
    public String kind() {
        return "pause";
    }

    @Override
    public void run(String subject) {
        BotId bot = new BotId(Long.parseLong(subject.substring(0, subject.indexOf('.'))));
        Duration left = pauses.left(bot);
        if (left.isZero()) {
            told.each("pause-over." + subject, organisers.everyone(), organiser -> over(organiser, bot));
            return;
        }
        timetable.at(kind(), subject, clock.instant().plus(left));
        if (left.compareTo(SHORT) > 0) {
            rescue.run(bot);
        }
        told.each("pause." + subject, reached(), organiser -> begun(organiser, bot, left));
    }

    private List<Organiser> reached() {
        Set<BotId> out = outages.all().keySet();
        return organisers.everyone().stream()
                .filter(organiser -> !out.contains(organiser.address().bot())
                        && !pauses.contain(organiser.address().bot()))
                .toList();
    }

    private boolean begun(Organiser organiser, BotId bot, Duration left) {
        Message news = Message.titled(
                texts.get(organiser.language(), Phrase.PAUSE, fleet.name(bot), left.toMinutes() + 1),
                texts.get(organiser.language(), Phrase.PAUSE_BODY, SHORT.toMinutes()),
                Keyboard.none());
        return post.send(organiser, news);
    }

    private boolean over(Organiser organiser, BotId bot) {
        String news = texts.get(organiser.language(), Phrase.PAUSE_OVER, fleet.name(bot));
        return post.send(organiser, Message.of(news, Keyboard.none()));
    }
}
