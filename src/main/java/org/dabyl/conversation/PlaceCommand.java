package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Bulletins;
import org.dabyl.alert.Plan;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/**
 * {@code /muster} and {@code /rendezvous}: where to come, changed while the alert runs. The muster point goes to everyone who was
 * called, the rendezvous to those alone who come or are there.
 */
@Component
final class PlaceCommand implements Command, Pressable, Asking {

    private static final String MUSTER = "muster";
    private static final String RENDEZVOUS = "rendezvous";

    private final Bulletins bulletins;
    private final OpenAlerts open;
    private final Questions questions;
    private final Noting noting;

    PlaceCommand(Bulletins bulletins, OpenAlerts open, Questions questions, Noting noting) {
        this.bulletins = bulletins;
        this.open = open;
        this.questions = questions;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of(MUSTER, RENDEZVOUS);
    }

    @Override
    public Set<String> verbs() {
        return names();
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<Alert> own = open.of(chat);
        if (own.isEmpty() || (own.size() > 1 && rest.isEmpty())) {
            open.choose(chat, own, name);
        } else if (rest.isEmpty()) {
            ask(chat, name, own.getFirst());
        } else {
            // with several open the newest is meant, and the answer names it
            change(chat, name, own.getFirst(), rest);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> ask(chat, verb, known));
        return alert.isPresent();
    }

    @Override
    public Set<String> questions() {
        return names();
    }

    /** Changes it to what was written when asked. */
    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        open.named(chat, subject)
                .ifPresentOrElse(alert -> change(chat, question, alert, text), () -> chat.say(Phrase.NO_OPEN_ALERT));
    }

    private void ask(Chat chat, String which, Alert alert) {
        questions.ask(chat.person(), which + ":" + alert.id().value());
        chat.say(which.equals(MUSTER) ? Phrase.ASK_MUSTER : Phrase.ASK_RENDEZVOUS, Plan.LONGEST_PLACE);
    }

    private void change(Chat chat, String which, Alert alert, String place) {
        if (place.length() > Plan.LONGEST_PLACE) {
            chat.say(Phrase.TOO_LONG, place.length(), Plan.LONGEST_PLACE);
            return;
        }
        boolean muster = which.equals(MUSTER);
        // a rendezvous is for those alone who come: the others learn that there is one
        noting.note(chat, muster ? Act.MUSTER : Act.RENDEZVOUS, alert, muster ? place : "");
        boolean changed = muster
                ? bulletins.muster(alert.id(), chat.order(), place)
                : bulletins.rendezvous(alert.id(), chat.order(), place);
        if (changed) {
            chat.say(muster ? Phrase.MUSTER_SENT : Phrase.RENDEZVOUS_SENT, alert.number());
        } else {
            chat.say(Phrase.NO_OPEN_ALERT);
        }
    }
}
