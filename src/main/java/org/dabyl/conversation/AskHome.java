package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.turnout.HomeCheck;
import org.springframework.stereotype.Component;

/** Somebody on the list is asked once more: by the bot, for whoever reads the list knows only the number. */
@Component
final class AskHome implements Pressable {

    private final Alerts alerts;
    private final HomeCheck check;

    AskHome(Alerts alerts, HomeCheck check) {
        this.alerts = alerts;
        this.check = check;
    }

    @Override
    public Set<String> verbs() {
        return Set.of(HomeCards.VERB);
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        // data can be forged: only who got the list may ask
        Optional<Alert> alert = AlertId.parse(parts[0])
                .filter(id -> check.reads(chat.person(), id))
                .flatMap(alerts::find)
                .filter(known -> !known.open());
        if (alert.isEmpty() || parts.length < 2 || !parts[1].matches("\\d{1,7}")) {
            return false;
        }
        chat.toast(
                switch (check.askAgain(alert.get(), Integer.parseInt(parts[1]))) {
                    case ASKED -> Phrase.HOME_ASKED;
                    case JUST_NOW -> Phrase.HOME_ASKED_JUST_NOW;
                    case ANSWERED -> Phrase.HOME_ANSWERED;
                    case GONE -> Phrase.HOME_GONE;
                });
        return true;
    }
}
