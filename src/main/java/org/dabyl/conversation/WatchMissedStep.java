package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Told;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.dabyl.watch.Relief;
import org.dabyl.watch.Rota;
import org.dabyl.watch.Starts;
import org.dabyl.watch.Starts.Start;
import org.springframework.stereotype.Component;

/** Where nobody reported in: asks the next watcher, and tells the organisers which shift it is, never whose. */
@Component
final class WatchMissedStep implements Step {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Rota rota;
    private final Starts starts;
    private final Relief relief;
    private final WatchWords words;
    private final Organisers organisers;
    private final Told told;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    WatchMissedStep(
            Rota rota,
            Starts starts,
            Relief relief,
            WatchWords words,
            Organisers organisers,
            Told told,
            Texts texts,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.rota = rota;
        this.starts = starts;
        this.relief = relief;
        this.words = words;
        this.organisers = organisers;
        this.told = told;
        this.texts = texts;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Rota.MISSED;
    }

    @Override
    public void run(String subject) {
        starts.open(subject)
                .filter(start -> !rota.reportedIn(start.shift().id(), start.at()))
                .ifPresent(start -> tell(subject, start));
    }

    private void tell(String subject, Start start) {
        boolean asked = relief.ask(start.shift(), start.at());
        Phrase phrase = asked ? Phrase.WATCH_MISSED_ASKED : Phrase.WATCH_MISSED;
        boolean all = told.each(
                "watch." + subject,
                organisers.responsible(start.shift().district()),
                organiser -> post.send(
                        organiser,
                        Message.of(
                                texts.get(
                                        organiser.language(), phrase, words.line(start.shift(), organiser.language())),
                                Keyboard.none())));
        if (!all) {
            timetable.at(kind(), subject, clock.instant().plus(AGAIN));
        }
    }
}
