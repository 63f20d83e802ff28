package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.springframework.stereotype.Component;

/** {@code /board}: brings the board of an open alert to the bottom of the chat. */
@Component
final class BoardCommand implements Command, Pressable {

    private final OpenAlerts open;
    private final Boards boards;

    BoardCommand(OpenAlerts open, Boards boards) {
        this.open = open;
        this.boards = boards;
    }

    @Override
    public Set<String> names() {
        return Set.of("board");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("board");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<Alert> alerts = open.of(chat);
        if (alerts.size() == 1) {
            boards.show(chat, alerts.getFirst());
        } else {
            open.choose(chat, alerts, "board");
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> boards.show(chat, known));
        return alert.isPresent();
    }
}
