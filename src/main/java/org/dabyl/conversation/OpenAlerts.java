package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Button;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** Which open alert an organiser means: the only one, or the one they choose. */
@Component
final class OpenAlerts {

    /** The newest; an older one is answered by its board. */
    private static final int MOST_SHOWN = 50;

    private final Alerts alerts;
    private final Organisers organisers;
    private final Districts districts;

    OpenAlerts(Alerts alerts, Organisers organisers, Districts districts) {
        this.alerts = alerts;
        this.organisers = organisers;
        this.districts = districts;
    }

    /** The alert that a button names, where it is open and this organiser's. */
    Optional<Alert> named(Chat chat, String subject) {
        return kept(chat, subject).filter(Alert::open);
    }

    /** The alert that a button names, open or over for less than 48 h, where it is this organiser's. */
    Optional<Alert> kept(Chat chat, String subject) {
        return AlertId.parse(subject).flatMap(alerts::find).filter(alert -> theirs(chat, alert));
    }

    /** The organiser's open alerts, newest first. */
    List<Alert> of(Chat chat) {
        return alerts.open().stream().filter(alert -> theirs(chat, alert)).toList();
    }

    /** Says that there is none, or asks which one by buttons of this verb. */
    void choose(Chat chat, List<Alert> several, String verb) {
        if (several.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
            return;
        }
        List<List<Button>> rows = several.stream()
                .limit(MOST_SHOWN)
                .map(alert -> List.of(chat.button(
                        Phrase.ALERT_BUTTON,
                        verb + ":" + alert.id().value(),
                        alert.number(),
                        districts.nameOf(alert.district(), chat.language().tag()))))
                .toList();
        chat.ask(Phrase.WHICH_ALERT, rows);
    }

    private boolean theirs(Chat chat, Alert alert) {
        return chat.organiser()
                .filter(organiser -> organisers.mayCall(organiser, alert.district()))
                .isPresent();
    }
}
