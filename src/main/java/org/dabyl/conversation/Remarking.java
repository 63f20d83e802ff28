package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.turnout.Remarks;
import org.springframework.stereotype.Component;

/** Remarks: what people write who are called goes to the organisers, whole and under a number. */
@Component
final class Remarking implements Pressable {

    private final Alerts alerts;
    private final Calls calls;
    private final Remarks remarks;
    private final RemarkPages pages;
    private final Boards boards;
    private final OpenAlerts open;

    Remarking(Alerts alerts, Calls calls, Remarks remarks, RemarkPages pages, Boards boards, OpenAlerts open) {
        this.alerts = alerts;
        this.calls = calls;
        this.remarks = remarks;
        this.pages = pages;
        this.boards = boards;
        this.open = open;
    }

    /** Keeps what was written as a remark to the newest alert that calls this person; false where none does. */
    boolean keep(Chat chat, String text) {
        Optional<Alert> alert = alerts.open().stream()
                .filter(each -> calls.called(chat.person(), each.id()))
                .findFirst();
        alert.ifPresent(known -> {
            remarks.keep(known.id(), chat.person(), text, chat.order());
            boards.changed(known.id());
            chat.say(Phrase.REMARK_KEPT, known.number());
        });
        return alert.isPresent();
    }

    @Override
    public Set<String> verbs() {
        return Set.of("remarks", "remarkpage");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.kept(chat, parts[0]);
        if (verb.equals("remarks")) {
            // below the board, which changes by itself
            alert.ifPresent(known -> chat.send(pages.render(known, remarks.of(known.id()), 0, chat.language())));
            return alert.isPresent();
        }
        if (alert.isEmpty() || parts.length < 2 || !parts[1].matches("\\d{1,4}")) {
            return false;
        }
        chat.show(pages.render(alert.get(), remarks.of(alert.get().id()), Integer.parseInt(parts[1]), chat.language()));
        return true;
    }
}
