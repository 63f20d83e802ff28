package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Presence;
import org.dabyl.organiser.SuccessionSettings;
import org.dabyl.organiser.Told;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after the organisers every hour: who was silent for a day is asked, without a sound, to press a button; where that brings
 * nothing for another day, the others learn that one of them does not answer, never who.
 */
@Component
final class PresenceStep implements Step, Pressable {

    private static final String ALL = "all";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Organisers organisers;
    private final Presence presence;
    private final Told told;
    private final SuccessionSettings settings;
    private final Ranges ranges;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    PresenceStep(
            Organisers organisers,
            Presence presence,
            Told told,
            SuccessionSettings settings,
            Ranges ranges,
            Texts texts,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.organisers = organisers;
        this.presence = presence;
        this.told = told;
        this.settings = settings;
        this.ranges = ranges;
        this.texts = texts;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "presence";
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timetable.at(kind(), ALL, clock.instant().plus(EVERY));
    }

    @Override
    public void run(String subject) {
        List<Organiser> everyone = organisers.everyone();
        everyone.forEach(organiser -> look(organiser, everyone));
        timetable.at(kind(), ALL, clock.instant().plus(EVERY));
    }

    @Override
    public Set<String> verbs() {
        return Set.of("present");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    /** Whatever an organiser presses is noted already. */
    @Override
    public boolean press(Chat chat, String verb, String subject) {
        chat.show(Message.of(chat.text(Phrase.PRESENT_THANKS), Keyboard.none()));
        return true;
    }

    private void look(Organiser organiser, List<Organiser> everyone) {
        Instant heard = presence.lastHeard(organiser);
        Instant asked = presence.lastAsked(organiser);
        if (heard.isBefore(asked)) {
            if (silentSince(asked) && presence.lastMissed(organiser).isBefore(asked)) {
                miss(organiser, asked, everyone);
            }
        } else if (silentSince(heard)) {
            // noted first: who cannot be reached is missing too
            presence.asked(organiser);
            post.send(organiser, question(organiser.language()));
        }
    }

    private boolean silentSince(Instant then) {
        return !clock.instant().isBefore(then.plus(settings.heard()));
    }

    private void miss(Organiser missing, Instant asked, List<Organiser> everyone) {
        List<Organiser> others = everyone.stream()
                .filter(other ->
                        !other.address().chat().equals(missing.address().chat()))
                .filter(other -> missing.owner()
                        || missing.districts().stream().anyMatch(code -> organisers.mayCall(other, code)))
                .toList();
        // a name that names nobody, the same for a step that runs twice
        String what =
                "missing." + Integer.toHexString(missing.address().chat().hashCode()) + "." + asked.toEpochMilli();
        told.each(what, others, other -> post.send(other, news(missing, other.language())));
        presence.missed(missing);
    }

    private Message question(Language language) {
        return Message.of(
                        texts.get(language, Phrase.PRESENT_ASK),
                        Keyboard.inline(List.of(
                                List.of(Button.press(texts.get(language, Phrase.PRESENT_BUTTON), "present:here")))))
                .quietly();
    }

    private Message news(Organiser missing, Language language) {
        String range = ranges.of(missing, language);
        return Message.of(texts.get(language, Phrase.PRESENT_MISSING, range), Keyboard.none());
    }
}
