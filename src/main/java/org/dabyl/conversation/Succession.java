package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Launched;
import org.dabyl.alert.Origin;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Presence;
import org.dabyl.organiser.SuccessionSettings;
import org.dabyl.organiser.Told;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
import org.dabyl.report.State;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the organisers around a district, and then the owners, where its own do not answer a report or are silent while an alert runs;
 * each is asked once. They have its card or board from the first minute; this is the sound that makes them look.
 */
@Component
final class Succession implements Step {

    private static final String REPORT = "report";
    private static final String ALERT = "alert";

    private final Organisers organisers;
    private final Presence presence;
    private final Told told;
    private final SuccessionSettings settings;
    private final Alerts alerts;
    private final Events events;
    private final Leads leads;
    private final SuccessionWords words;
    private final OfficePost post;
    private final Timetable timetable;
    private final Clock clock;

    Succession(
            Organisers organisers,
            Presence presence,
            Told told,
            SuccessionSettings settings,
            Alerts alerts,
            Events events,
            Leads leads,
            SuccessionWords words,
            OfficePost post,
            Timetable timetable,
            Clock clock) {
        this.organisers = organisers;
        this.presence = presence;
        this.told = told;
        this.settings = settings;
        this.alerts = alerts;
        this.events = events;
        this.leads = leads;
        this.words = words;
        this.post = post;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "succession";
    }

    /** A report that nobody answers yet; may be said again. */
    void reported(Event event) {
        if (unanswered(event)) {
            plan(REPORT, event.id().value(), 1, event.opened().plus(settings.report()));
        }
    }

    @EventListener
    void on(Launched launched) {
        Alert alert = launched.alert();
        if (!alert.plan().drill()) {
            plan(ALERT, alert.id().value(), 1, alert.openedAt().plus(patience(alert)));
        }
    }

    /** The subject is what it is about, its id, and the place in the line of those who are asked. */
    @Override
    public void run(String subject) {
        String[] parts = subject.split("\\.", 3);
        int place = Integer.parseInt(parts[2]);
        if (parts[0].equals(REPORT)) {
            events.find(new EventId(parts[1])).filter(Succession::unanswered).ifPresent(event -> ask(event, place));
        } else {
            alerts.find(new AlertId(parts[1])).filter(Alert::open).ifPresent(alert -> ask(alert, place));
        }
    }

    private void ask(Event event, int place) {
        String id = event.id().value();
        boolean more = ask(event.district(), place, REPORT + "." + id, reader -> words.unanswered(event, reader));
        if (more) {
            plan(REPORT, id, place + 1, event.opened().plus(settings.report().multipliedBy(place + 1L)));
        }
    }

    private void ask(Alert alert, int place) {
        String id = alert.id().value();
        Instant heard = heard(alert, place);
        Instant due = heard.plus(patience(alert));
        if (clock.instant().isBefore(due)) {
            plan(ALERT, id, 1, due);
            return;
        }
        long minutes = Duration.between(heard, clock.instant()).toMinutes();
        if (ask(alert.district(), place, ALERT + "." + id, reader -> words.silent(alert, minutes, reader))) {
            plan(ALERT, id, place + 1, clock.instant().plus(patience(alert)));
        }
    }

    /** Asks those at a place in the line; whether others stand behind them. */
    private boolean ask(DistrictCode code, int place, String what, Function<Organiser, Message> question) {
        List<List<Organiser>> line = organisers.line(code);
        if (place >= line.size()) {
            return false;
        }
        told.each("succession." + what, line.get(place), organiser -> post.send(organiser, question.apply(organiser)));
        return place + 1 < line.size();
    }

    /** When one of those who were to act last did anything; nobody acts for the residents' alert who does not confirm it. */
    private Instant heard(Alert alert, int place) {
        if (alert.origin() == Origin.RESIDENTS) {
            return alert.openedAt();
        }
        List<List<Organiser>> line = organisers.line(alert.district());
        // a district without organisers of its own is everybody's
        int acting = line.getFirst().isEmpty() ? line.size() : Math.min(place, line.size());
        return Stream.concat(line.subList(0, acting).stream().flatMap(List::stream), leads.of(alert.id()).stream())
                .map(presence::lastHeard)
                .filter(alert.openedAt()::isBefore)
                .max(Instant::compareTo)
                .orElse(alert.openedAt());
    }

    private Duration patience(Alert alert) {
        return alert.origin() == Origin.RESIDENTS ? settings.report() : settings.alert();
    }

    private void plan(String about, String id, int place, Instant due) {
        timetable.at(kind(), about + "." + id + "." + place, due);
    }

    private static boolean unanswered(Event event) {
        return event.state() == State.OPEN && event.answered().isEmpty();
    }
}
