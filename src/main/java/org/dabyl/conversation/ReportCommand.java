package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.report.Event;
import org.dabyl.report.Filed;
import org.dabyl.report.Reports;
import org.dabyl.report.Sighting;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** {@code /report}, or the button below the chat: they are here. It counts from the kind on; all else can be added or left out. */
@Component
final class ReportCommand implements Command, Pressable, Asking {

    private final Supporters supporters;
    private final Districts districts;
    private final DistrictButtons buttons;
    private final Registration registration;
    private final Reports reports;
    private final ReportKinds kinds;
    private final ReportDetails details;

    ReportCommand(
            Supporters supporters,
            Districts districts,
            DistrictButtons buttons,
            Registration registration,
            Reports reports,
            ReportKinds kinds,
            ReportDetails details) {
        this.supporters = supporters;
        this.districts = districts;
        this.buttons = buttons;
        this.registration = registration;
        this.reports = reports;
        this.kinds = kinds;
        this.details = details;
    }

    @Override
    public Set<String> names() {
        return Set.of("report");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("report");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (supporters.find(chat.person()).isEmpty()) {
            registration.offer(chat, Message.of(chat.text(Phrase.NOT_REGISTERED), Keyboard.none()), 0);
        } else if (rest.isEmpty()) {
            chat.ask(Phrase.REPORT_WHAT, whats(chat));
        } else if (rest.length() > Sighting.LONGEST_WORDS) {
            chat.say(Phrase.TOO_LONG, rest.length(), Sighting.LONGEST_WORDS);
        } else {
            ReportKinds.Line line = kinds.read(rest);
            file(chat, line.kind(), line.words());
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Kind> kind = ReportKinds.parse(parts[0]);
        if (kind.isEmpty()) {
            return false;
        }
        if (parts.length == 1) {
            file(chat, kind.get(), "");
            return true;
        }
        Optional<DistrictCode> district = DistrictCode.parse(parts[1]);
        return district.isPresent() && file(chat, kind.get(), district.get(), details.pending(chat));
    }

    @Override
    public Set<String> questions() {
        return Set.of(ReportDetails.PENDING);
    }

    /** Whoever writes instead of choosing a district begins anew. */
    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        run(chat, "report", text);
    }

    private void file(Chat chat, Kind kind, String words) {
        List<DistrictCode> own = supporters.find(chat.person()).map(Supporter::districts).stream()
                .flatMap(Set::stream)
                .toList();
        if (own.size() == 1) {
            file(chat, kind, own.getFirst(), words);
            return;
        }
        details.keep(chat, words);
        chat.ask(
                Phrase.REPORT_WHERE,
                buttons.rows(
                        own.stream()
                                .flatMap(code -> districts.find(code).stream())
                                .toList(),
                        district -> Button.press(
                                district.name(chat.language().tag()),
                                "report:" + ReportKinds.data(kind) + ":"
                                        + district.code().value())));
    }

    private boolean file(Chat chat, Kind kind, DistrictCode district, String words) {
        switch (reports.file(chat.person(), district, kind)) {
            case Filed.Counted counted -> counted(chat, counted.event(), words, chat.text(Phrase.REPORT_COUNTED));
            case Filed.Known known ->
                counted(
                        chat,
                        known.event(),
                        words,
                        chat.text(Phrase.REPORT_KNOWN, known.alert().number()));
            case Filed.Crowded crowded -> refuse(chat, chat.text(Phrase.REPORT_CROWDED));
            case Filed.TooMany many -> refuse(chat, chat.text(Phrase.REPORT_TOO_MANY));
            case Filed.Suspended suspended ->
                refuse(
                        chat,
                        chat.text(
                                Phrase.REPORT_SUSPENDED, Profile.time(suspended.until(), districts.zoneOf(district))));
            case Filed.Elsewhere elsewhere -> {
                return false;
            }
        }
        return true;
    }

    private void counted(Chat chat, Event event, String words, String what) {
        if (!words.isEmpty()) {
            reports.say(event.id(), chat.person(), words);
        }
        chat.toast(Phrase.REPORT_TOAST);
        String title = "✅ " + kinds.name(event.kind(), chat.language()) + " · "
                + districts.nameOf(event.district(), chat.language().tag());
        chat.show(Message.titled(title, what, Keyboard.none()));
        details.ask(chat, event.id());
    }

    private static void refuse(Chat chat, String why) {
        chat.show(Message.of(why, Keyboard.none()));
    }

    private static List<List<Button>> whats(Chat chat) {
        List<Button> all = Arrays.stream(Kind.values())
                .map(kind -> chat.button(ReportKinds.phrase(kind), "report:" + ReportKinds.data(kind)))
                .toList();
        return List.of(all.subList(0, 2), all.subList(2, 4), all.subList(4, all.size()));
    }
}
