package org.dabyl.conversation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Plan;
import org.dabyl.alert.StandBys;
import org.dabyl.organiser.Act;
import org.dabyl.turnout.Turnout;
import org.springframework.stereotype.Component;

/** Sets how many an open alert needs, has what follows from it done at once, and shows it on the boards. */
@Component
final class Needs {

    private final Alerts alerts;
    private final StandBys standBys;
    private final Turnout turnout;
    private final Boards boards;
    private final Noting noting;

    Needs(Alerts alerts, StandBys standBys, Turnout turnout, Boards boards, Noting noting) {
        this.alerts = alerts;
        this.standBys = standBys;
        this.turnout = turnout;
        this.boards = boards;
        this.noting = noting;
    }

    /** The number in all; the alert as it is then, empty where it is over. */
    Optional<Alert> set(Chat chat, Alert alert, int needed) {
        noting.note(chat, Act.NEEDED, alert, needed);
        return set(alert.id(), plan -> plan.withNeeded(needed));
    }

    /** The same of those who bring something. */
    Optional<Alert> set(Chat chat, Alert alert, Wanted wanted) {
        noting.note(chat, Act.BROUGHT, alert, chat.text(TurnoutWords.name(wanted.skill())) + " " + wanted.number());
        return set(alert.id(), wanted::in);
    }

    /** Sets the number in all, with the board in place of the message that was pressed. */
    void show(Chat chat, Alert alert, int needed) {
        set(chat, alert, needed).ifPresent(changed -> boards.show(chat, changed));
    }

    private Optional<Alert> set(AlertId id, UnaryOperator<Plan> change) {
        if (!alerts.revise(id, change)) {
            return Optional.empty();
        }
        standBys.decided(id);
        turnout.look(id);
        boards.changed(id);
        return alerts.find(id);
    }
}
