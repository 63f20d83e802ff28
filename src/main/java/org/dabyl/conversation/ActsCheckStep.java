package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Tampering;
import org.dabyl.organiser.Told;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every hour whether the log of acts is whole, tells every organiser once where it is not, and ends what outlived its time. */
@Component
final class ActsCheckStep implements Step {

    private static final String ALL = "all";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Acts acts;
    private final Organisers organisers;
    private final Told told;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    ActsCheckStep(
            Acts acts,
            Organisers organisers,
            Told told,
            Texts texts,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.acts = acts;
        this.organisers = organisers;
        this.told = told;
        this.texts = texts;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "acts-check";
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timetable.at(kind(), ALL, clock.instant());
    }

    @Override
    public void run(String subject) {
        acts.verify().ifPresentOrElse(this::tell, acts::outlive);
        timetable.at(kind(), ALL, clock.instant().plus(EVERY));
    }

    private void tell(Tampering tampering) {
        told.each(
                "acts." + tampering.what() + "." + tampering.place(),
                organisers.everyone(),
                organiser -> post.send(
                        organiser, Message.of(texts.get(organiser.language(), Phrase.LOG_BROKEN), Keyboard.none())));
    }
}
