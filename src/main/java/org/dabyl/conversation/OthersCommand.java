package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.organiser.Act;
import org.dabyl.turnout.Answers;
import org.dabyl.turnout.Turnout;
import org.springframework.stereotype.Component;

/** {@code /others 20}: how many are there without Telegram, as an organiser counts them on the spot; the last count stands. */
@Component
final class OthersCommand implements Command, Pressable, Asking {

    static final int MOST = 100_000;
    private static final String NAME = "others";

    private final OpenAlerts open;
    private final Answers answers;
    private final Questions questions;
    private final Boards boards;
    private final Turnout turnout;
    private final Noting noting;

    OthersCommand(
            OpenAlerts open, Answers answers, Questions questions, Boards boards, Turnout turnout, Noting noting) {
        this.open = open;
        this.answers = answers;
        this.questions = questions;
        this.boards = boards;
        this.turnout = turnout;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> verbs() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> questions() {
        return Set.of(NAME);
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<Alert> own = open.of(chat);
        if (own.size() != 1) {
            open.choose(chat, own, NAME);
        } else if (rest.isEmpty()) {
            ask(chat, own.getFirst().id());
        } else {
            answered(chat, NAME, own.getFirst().id().value(), rest);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> ask(chat, known.id()));
        return alert.isPresent();
    }

    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        AlertId id = new AlertId(subject);
        Optional<Integer> number = Numbers.read(text, 0, MOST);
        Optional<Alert> alert = open.named(chat, id.value());
        if (alert.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
        } else if (number.isEmpty()) {
            chat.say(Phrase.NUMBER_WRONG, 0, MOST);
            questions.ask(chat.person(), NAME + ":" + id.value());
        } else {
            noting.note(chat, Act.COUNTED, alert.get(), number.get());
            answers.others(id, number.get());
            turnout.look(id);
            boards.changed(id);
            chat.ask(
                    Phrase.OTHERS_SET,
                    List.of(List.of(chat.button(Phrase.BOARD_ENOUGH, "enough:" + id.value()))),
                    number.get());
        }
    }

    private void ask(Chat chat, AlertId id) {
        questions.ask(chat.person(), NAME + ":" + id.value());
        chat.say(Phrase.ASK_OTHERS);
    }
}
