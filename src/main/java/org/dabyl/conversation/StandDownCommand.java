package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Ending;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/** {@code /standdown} and {@code /falsealarm}: it is over, and everyone who was called is told why. */
@Component
final class StandDownCommand implements Command, Pressable {

    private final Alerts alerts;
    private final OpenAlerts open;
    private final Boards boards;
    private final Noting noting;

    StandDownCommand(Alerts alerts, OpenAlerts open, Boards boards, Noting noting) {
        this.alerts = alerts;
        this.open = open;
        this.boards = boards;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of("standdown", "falsealarm");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("over", "overyes", "overfalse");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String reason) {
        List<Alert> own = open.of(chat);
        if (own.size() != 1) {
            open.choose(chat, own, "over");
        } else if (reason.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, reason.length(), Alerts.LONGEST_TEXT);
        } else {
            end(chat, own.getFirst(), name.equals("falsealarm") ? Ending.FALSE_ALARM : Ending.STOOD_DOWN, reason);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> {
            switch (verb) {
                case "overyes" -> end(chat, known, Ending.STOOD_DOWN, "");
                case "overfalse" -> end(chat, known, Ending.FALSE_ALARM, "");
                default -> chat.show(sure(chat, known));
            }
        });
        return alert.isPresent();
    }

    static Message sure(Chat chat, Alert alert) {
        String id = alert.id().value();
        return Message.of(
                chat.text(Phrase.STAND_DOWN_SURE),
                Keyboard.inline(List.of(
                        List.of(chat.button(Phrase.STAND_DOWN_YES, "overyes:" + id)),
                        List.of(chat.button(Phrase.STAND_DOWN_FALSE, "overfalse:" + id)),
                        List.of(chat.button(Phrase.BACK, "board:" + id)))));
    }

    private void end(Chat chat, Alert alert, Ending ending, String reason) {
        noting.note(chat, ending == Ending.FALSE_ALARM ? Act.FALSE_ALARM : Act.STOOD_DOWN, alert, reason);
        alerts.standDown(alert.id(), ending, reason);
        chat.toast(Phrase.STOOD_DOWN, alert.number());
        alerts.find(alert.id()).ifPresent(over -> boards.show(chat, over));
    }
}
