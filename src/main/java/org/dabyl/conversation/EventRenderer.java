package org.dabyl.conversation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.report.Event;
import org.dabyl.report.QuorumSettings;
import org.dabyl.report.Quorums;
import org.dabyl.report.Sighting;
import org.dabyl.report.State;
import org.dabyl.report.TrackRecord;
import org.dabyl.report.TrackRecords;
import org.springframework.stereotype.Component;

/** An organiser's card of an event: what its reporters say, how far they were right before, and what can be done. */
@Component
final class EventRenderer {

    /** So many of the longest reports fit into a message. */
    static final int SHOWN = 5;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Texts texts;
    private final Districts districts;
    private final ReportKinds kinds;
    private final TrackRecords records;
    private final Quorums quorums;

    EventRenderer(Texts texts, Districts districts, ReportKinds kinds, TrackRecords records, Quorums quorums) {
        this.texts = texts;
        this.districts = districts;
        this.kinds = kinds;
        this.records = records;
        this.quorums = quorums;
    }

    /** What and where, in one line. */
    String what(Event event, Language language) {
        return kinds.name(event.kind(), language) + " · " + districts.nameOf(event.district(), language.tag());
    }

    Message render(Event event, Language language) {
        List<String> lines = new ArrayList<>(state(event, language));
        List<Sighting> all = event.sightings();
        int hidden = Math.max(0, all.size() - SHOWN);
        if (hidden > 0) {
            lines.add("");
            lines.add(texts.get(language, Phrase.EVENT_EARLIER, hidden));
        }
        all.subList(hidden, all.size()).forEach(sighting -> lines.addAll(report(event, sighting, language)));
        String title = what(event, language) + " · " + texts.get(language, Phrase.EVENT_REPORTS, all.size());
        return Message.titled(title, String.join("\n", lines), Keyboard.inline(rows(event, language)));
    }

    /** What is left of a card where a new one stands below. */
    Message below(Event event, Language language) {
        return Message.titled(what(event, language), texts.get(language, Phrase.EVENT_BELOW), Keyboard.none());
    }

    private List<String> state(Event event, Language language) {
        List<String> lines = new ArrayList<>();
        if (event.state() != State.OPEN) {
            lines.add(texts.get(language, EventDesk.state(event)));
            return lines;
        }
        QuorumSettings quorum = quorums.of(event.district());
        if (quorum.enabled()) {
            lines.add(texts.get(
                    language, Phrase.EVENT_QUORUM, quorums.independent(event), quorum.reports(), quorum.minutes()));
        }
        event.answered()
                .ifPresent(at -> lines.add(texts.get(
                        language,
                        Phrase.EVENT_SEEN,
                        time(event, at),
                        time(event, event.heldUntil().orElse(at)))));
        return lines;
    }

    private List<String> report(Event event, Sighting sighting, Language language) {
        TrackRecord record = records.of(sighting.reporter());
        List<String> lines = new ArrayList<>(List.of(""));
        String who = texts.get(language, Phrase.EVENT_REPORTER, sighting.number()) + " · " + time(event, sighting.at());
        lines.add(who + " · "
                + (record.right() + record.wrong() == 0
                        ? texts.get(language, Phrase.EVENT_RECORD_NONE)
                        : texts.get(language, Phrase.EVENT_RECORD, record.right(), record.wrong())));
        if (!sighting.words().isEmpty()) {
            lines.add("«" + Quoted.inLine(sighting.words()) + "»");
        }
        return lines;
    }

    private String time(Event event, Instant instant) {
        return TIME.format(instant.atZone(districts.zoneOf(event.district())));
    }

    private List<List<Button>> rows(Event event, Language language) {
        List<List<Button>> rows = new ArrayList<>();
        if (event.state() == State.OPEN) {
            rows.add(List.of(button(event, Phrase.EVENT_RAISE, "eraise", language)));
            rows.add(List.of(
                    button(event, Phrase.EVENT_ASK, "eask", language),
                    button(event, Phrase.EVENT_WAIT, "eseen", language)));
            rows.add(List.of(button(event, Phrase.EVENT_FALSE_BUTTON, "efalse", language)));
        } else if (event.state() == State.UNCONFIRMED) {
            rows.add(List.of(
                    button(event, Phrase.EVENT_CONFIRM, "econfirm", language),
                    button(event, Phrase.EVENT_CALL_OFF, "eoff", language)));
            rows.add(List.of(button(event, Phrase.EVENT_ASK, "eask", language)));
        }
        List<Sighting> all = event.sightings();
        List<Sighting> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        rows.add(shown.stream()
                .filter(one -> one.photo().isPresent())
                .map(one -> Button.press(
                        "📷 " + one.number(), "ephoto:" + event.id().value() + ":" + one.number()))
                .toList());
        rows.add(shown.stream().flatMap(one -> map(one).stream()).toList());
        rows.removeIf(List::isEmpty);
        return rows;
    }

    private static List<Button> map(Sighting sighting) {
        return sighting.place().stream()
                .map(place -> {
                    String latitude = String.format(Locale.ROOT, "%.5f", place.latitude());
                    String longitude = String.format(Locale.ROOT, "%.5f", place.longitude());
                    return Button.link(
                            "📍 " + sighting.number(),
                            "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=17/"
                                    + latitude + "/" + longitude);
                })
                .toList();
    }

    private Button button(Event event, Phrase phrase, String verb, Language language) {
        return Button.press(texts.get(language, phrase), verb + ":" + event.id().value());
    }
}
