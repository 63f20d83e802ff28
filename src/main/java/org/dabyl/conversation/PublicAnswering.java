package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Level;
import org.dabyl.alert.Posts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Post;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.Answers;
import org.springframework.stereotype.Component;

/**
 * Answers that are pressed below a card in a channel or group. A supporter's is theirs wherever it is pressed; everybody else is a
 * guest, who counts and is invited to register. Nothing is said but a toast, which only they see.
 */
@Component
final class PublicAnswering {

    private static final long WHATEVER_IS_KEPT = 0;

    private final Supporters supporters;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Posts posts;
    private final Calls calls;
    private final Answers answers;
    private final Boards boards;
    private final Cards cards;
    private final Texts texts;
    private final Admission admission;
    private final Post post;

    PublicAnswering(
            Supporters supporters,
            Fleet fleet,
            Alerts alerts,
            Posts posts,
            Calls calls,
            Answers answers,
            Boards boards,
            Cards cards,
            Texts texts,
            Admission admission,
            Post post) {
        this.supporters = supporters;
        this.fleet = fleet;
        this.alerts = alerts;
        this.posts = posts;
        this.calls = calls;
        this.answers = answers;
        this.boards = boards;
        this.cards = cards;
        this.texts = texts;
        this.admission = admission;
        this.post = post;
    }

    void press(InPublic.Pressed press) {
        Optional<Address> supporter = supporter(press.who());
        // a supporter's answer counts whatever they said before, as in their own chat; strangers could be a flood
        if (supporter.isEmpty() && !admission.guest(press.who())) {
            toast(press, texts.get(press.language(), Phrase.SLOW_DOWN));
            return;
        }
        String[] parts = press.data().split(":", 3);
        Optional<Answer> answer = parts.length == 3 && parts[0].equals("a") ? Answer.parse(parts[2]) : Optional.empty();
        // data can be forged: only where the card stands can it be answered
        Optional<Alert> alert = answer.flatMap(any -> AlertId.parse(parts[1]))
                .flatMap(alerts::find)
                .filter(known -> known.plan().level() != Level.NOTICE)
                .filter(known -> posts.cardIn(press.where(), known.id()));
        if (alert.isEmpty()) {
            toast(press, texts.get(press.language(), Phrase.STALE_BUTTON));
        } else if (!alert.get().open()) {
            toast(press, texts.get(press.language(), Phrase.ANSWER_OVER));
        } else {
            toast(
                    press,
                    supporter
                            .map(known -> answer(press, alert.get(), answer.orElseThrow(), known))
                            .orElseGet(() -> answerAsGuest(press, alert.get(), answer.orElseThrow())));
            boards.changed(alert.get().id());
        }
    }

    private String answer(InPublic.Pressed press, Alert alert, Answer answer, Address supporter) {
        // update ids of two bots cannot be compared; a repeated press after a crash is the accepted risk
        long order = supporter.equals(press.who()) ? press.order() : WHATEVER_IS_KEPT;
        Answer counted = answers.record(alert.id(), supporter, answer, order);
        if (!calls.called(supporter, alert.id())) {
            calls.met(supporter, alert, press.order());
        }
        return cards.confirmation(alert, counted, press.language());
    }

    private String answerAsGuest(InPublic.Pressed press, Alert alert, Answer answer) {
        Answer counted = answers.recordGuest(alert.id(), press.who(), answer, press.order());
        return cards.confirmation(alert, counted, press.language()) + "\n"
                + texts.get(press.language(), Phrase.GUEST_INVITED);
    }

    /** Where the person is registered: with the bot of the channel, or with another one of the fleet. */
    private Optional<Address> supporter(Address who) {
        return isHeard(who)
                ? Optional.of(who)
                : fleet.bots().stream()
                        .map(bot -> new Address(bot, who.chat()))
                        .filter(this::isHeard)
                        .findFirst();
    }

    /** Whether the person is registered there, and so heard of now. */
    private boolean isHeard(Address person) {
        Optional<Supporter> known = supporters.find(person);
        known.ifPresent(supporter -> supporters.heard(person, supporter));
        return known.isPresent();
    }

    private void toast(InPublic.Pressed press, String text) {
        post.toast(press.who(), press.pressId(), text);
    }
}
