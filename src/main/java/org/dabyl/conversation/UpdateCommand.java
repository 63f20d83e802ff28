package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.springframework.stereotype.Component;

/** {@code /update}: news to everyone whom the newest alert called, or the alert of the board that was pressed. */
@Component
final class UpdateCommand implements Command, Pressable {

    private final Alerts alerts;
    private final OpenAlerts open;
    private final Questions questions;

    UpdateCommand(Alerts alerts, OpenAlerts open, Questions questions) {
        this.alerts = alerts;
        this.open = open;
        this.questions = questions;
    }

    @Override
    public Set<String> names() {
        return Set.of("update");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("news");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<Alert> own = open.of(chat);
        if (own.isEmpty() || (own.size() > 1 && rest.isEmpty())) {
            open.choose(chat, own, "news");
        } else if (rest.isEmpty()) {
            ask(chat, own.getFirst());
        } else {
            // with several open the newest is meant, and the answer names it
            send(chat, own.getFirst(), rest);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> ask(chat, known));
        return alert.isPresent();
    }

    /** Sends what was written when asked for news. */
    void send(Chat chat, AlertId id, String text) {
        open.named(chat, id.value())
                .ifPresentOrElse(alert -> send(chat, alert, text), () -> chat.say(Phrase.NO_OPEN_ALERT));
    }

    private void ask(Chat chat, Alert alert) {
        questions.ask(chat.person(), "news:" + alert.id().value());
        chat.say(Phrase.ASK_UPDATE, Alerts.LONGEST_TEXT);
    }

    private void send(Chat chat, Alert alert, String text) {
        if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
        } else if (alerts.update(alert.id(), chat.order(), text)) {
            chat.say(Phrase.UPDATE_SENT, alert.number());
        } else {
            chat.say(Phrase.NO_OPEN_ALERT);
        }
    }
}
