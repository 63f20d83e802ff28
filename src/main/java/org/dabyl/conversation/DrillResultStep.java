package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Ending;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.district.Districts;
import org.dabyl.drill.Drills;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Told;
import org.dabyl.supporter.Supporters;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Tells the organisers of a drill what it showed, each once; one that was called off shows nothing. */
@Component
final class DrillResultStep implements Step {

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Alerts alerts;
    private final Calls calls;
    private final Drills drills;
    private final Boards boards;
    private final Organisers organisers;
    private final Told told;
    private final Districts districts;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    DrillResultStep(
            Alerts alerts,
            Calls calls,
            Drills drills,
            Boards boards,
            Organisers organisers,
            Told told,
            Districts districts,
            Texts texts,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.alerts = alerts;
        this.calls = calls;
        this.drills = drills;
        this.boards = boards;
        this.organisers = organisers;
        this.told = told;
        this.districts = districts;
        this.texts = texts;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Drills.RESULT;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject))
                .filter(drill -> drill.open() || drill.ending() != Ending.CALLED_OFF)
                .ifPresent(this::tell);
    }

    private void tell(Alert drill) {
        Progress progress = calls.progress(drill.id());
        SortedMap<Integer, Long> answered = drills.answered(drill.id());
        long unreached = boards.without(drill);
        boolean all = told.each(
                Drills.RESULT + "." + drill.id().value(),
                organisers.responsible(drill.district()),
                organiser -> post.send(organiser, result(drill, progress, answered, unreached, organiser.language())));
        if (!all && clock.instant().isBefore(drill.openedAt().plus(PATIENCE))) {
            timetable.at(kind(), drill.id().value(), clock.instant().plus(AGAIN));
        }
    }

    private Message result(
            Alert drill, Progress progress, SortedMap<Integer, Long> answered, long unreached, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(reached(progress, language));
        answered.forEach((minutes, number) -> lines.add(texts.get(language, Phrase.DRILL_ANSWERED, minutes, number)));
        long out = progress.gone() + progress.failed();
        lines.add(texts.get(
                language, Phrase.DRILL_UNREACHABLE, out == 0 ? 0 : texts.part(language, out, progress.recipients())));
        lines.add(texts.get(language, Phrase.DRILL_ORGANISERS, unreached));
        String name = districts.nameOf(drill.district(), language.tag());
        return Message.titled(
                        texts.get(language, Phrase.DRILL_RESULT, name, drill.number()),
                        String.join("\n", lines),
                        Keyboard.none())
                .quietly();
    }

    private String reached(Progress progress, Language language) {
        return progress.recipients() < Supporters.FEW
                ? texts.get(language, Phrase.DRILL_REACHED_FEW, texts.people(language, progress.recipients()))
                : texts.get(language, Phrase.DRILL_REACHED, progress.delivered(), progress.recipients());
    }
}
