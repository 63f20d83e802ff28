package org.dabyl.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Bulletins;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Instructions;
import org.dabyl.alert.Level;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.Answers;
import org.dabyl.turnout.HomeCheck;
import org.dabyl.turnout.HomeLists;
import org.dabyl.turnout.Tally;
import org.springframework.stereotype.Component;

/** Answers to a call: one tap, or {@code /yes}, {@code /no}, {@code /here}, {@code /home} where buttons fail. */
@Component
final class Answering implements Command, Pressable {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,4})\\s*(?:(?:m|min|minutes?|м|мин|минут\\p{L}*)?|(h|hours?|ч|час\\p{L}*|сағ\\p{L}*))\\.?");
    private static final int USUAL_MINUTES = 30;

    private final Alerts alerts;
    private final Calls calls;
    private final Answers answers;
    private final Supporters supporters;
    private final Cards cards;
    private final Boards boards;
    private final Bulletins bulletins;
    private final HomeCheck homeCheck;
    private final HomeLists homeLists;

    Answering(
            Alerts alerts,
            Calls calls,
            Answers answers,
            Supporters supporters,
            Cards cards,
            Boards boards,
            Bulletins bulletins,
            HomeCheck homeCheck,
            HomeLists homeLists) {
        this.alerts = alerts;
        this.calls = calls;
        this.answers = answers;
        this.supporters = supporters;
        this.cards = cards;
        this.boards = boards;
        this.bulletins = bulletins;
        this.homeCheck = homeCheck;
        this.homeLists = homeLists;
    }

    @Override
    public boolean alwaysHeard() {
        return true;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("a");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Answer> answer = parts.length == 2 ? Answer.parse(parts[1]) : Optional.empty();
        // data can be forged: only who was called may answer
        Optional<Alert> alert = AlertId.parse(parts[0]).flatMap(alerts::find).filter(Answering::asks);
        if (answer.isEmpty() || alert.isEmpty()) {
            return false;
        }
        if (!calls.called(chat.person(), alert.get().id())) {
            return counted(chat, alert.get());
        }
        answer(chat, alert.get(), answer.get());
        return true;
    }

    /** A day after the end nobody knows any more who was called. */
    private boolean counted(Chat chat, Alert alert) {
        boolean counted = !alert.open() && alerts.endedAt(alert.id()).isEmpty();
        if (counted) {
            chat.toast(Phrase.ANSWER_COUNTED);
        }
        return counted;
    }

    @Override
    public Set<String> names() {
        return Set.of("yes", "no", "here", "home");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        Optional<Answer> answer = name.equals("yes") ? coming(chat, rest) : Answer.parse(name);
        if (answer.isEmpty()) {
            chat.say(Phrase.ANSWER_WRONG_MINUTES);
            return;
        }
        meant(chat, answer.get())
                .ifPresentOrElse(alert -> answer(chat, alert, answer.get()), () -> chat.say(Phrase.ANSWER_NONE_OPEN));
    }

    /** The newest open alert that asks this person for an answer. */
    Optional<Alert> newest(Chat chat) {
        return alerts.open().stream()
                .filter(alert -> asks(alert) && calls.called(chat.person(), alert.id()))
                .findFirst();
    }

    /** Who says that they are home means the alert they went to, also where it is over and another one calls. */
    private Optional<Alert> meant(Chat chat, Answer answer) {
        Optional<Alert> newest = newest(chat);
        boolean wentThere = newest.flatMap(alert -> answers.of(chat.person(), alert.id()))
                .filter(known -> !(known instanceof Answer.Cannot))
                .isPresent();
        return answer instanceof Answer.Home && !wentThere
                ? homeCheck.lastOut(chat.person()).or(() -> newest)
                : newest;
    }

    /** After the end: that somebody is home is always good to know. */
    private void home(Chat chat, Alert alert, Answer.Home answer) {
        answers.record(alert.id(), chat.person(), answer, chat.order());
        boards.changed(alert.id());
        homeLists.changed(alert.id());
        chat.toast(cards.confirmation(alert, answer, chat.language()));
        showSoon(chat, alert, () -> cards.home(alert, chat.language()));
    }

    private static boolean asks(Alert alert) {
        return alert.plan().level() != Level.NOTICE;
    }

    private void answer(Chat chat, Alert alert, Answer answer) {
        if (!alert.open() && answer instanceof Answer.Home home) {
            home(chat, alert, home);
            return;
        }
        if (!alert.open()) {
            chat.toast(Phrase.ANSWER_OVER);
            showSoon(chat, alert, () -> cards.over(alert, chat.language()));
            return;
        }
        // what counts may be a later answer, where updates came out of order
        Answer counted = answers.record(alert.id(), chat.person(), answer, chat.order());
        boards.changed(alert.id());
        // the card has time: whoever answers next must not wait for it, and what it shows has to be true when it leaves
        showSoon(chat, alert, () -> card(alert, counted, chat.language()));
        chat.toast(cards.confirmation(alert, counted, chat.language()));
    }

    /** Whoever leaves before the card's turn comes was called by nobody, and is shown nothing any more. */
    private void showSoon(Chat chat, Alert alert, Supplier<Message> card) {
        chat.showSoon(() -> calls.called(chat.person(), alert.id()), card);
    }

    private Message card(Alert alert, Answer counted, Language language) {
        Tally tally = answers.tally(alert.id());
        Alert now = alert.lacking(tally.skills());
        return cards.answered(now, counted, tally.present(), instructions(alert, counted), language);
    }

    /** Read after the answer was kept: what changes from now on reaches this person as one of those who come. */
    private Optional<Instructions> instructions(Alert alert, Answer answer) {
        boolean there = answer instanceof Answer.Here;
        return there || answer instanceof Answer.Coming ? bulletins.instructions(alert.id(), there) : Optional.empty();
    }

    private Optional<Answer> coming(Chat chat, String rest) {
        if (rest.isEmpty()) {
            int usual = supporters
                    .find(chat.person())
                    .map(Supporter::minutes)
                    .filter(minutes -> minutes > 0)
                    .orElse(USUAL_MINUTES);
            return Answer.coming(usual);
        }
        Matcher time = TIME.matcher(rest.toLowerCase(Locale.ROOT));
        return time.matches()
                ? Answer.coming(Integer.parseInt(time.group(1)) * (time.group(2) == null ? 1 : 60))
                : Optional.empty();
    }
}
