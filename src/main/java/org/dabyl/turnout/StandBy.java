package org.dabyl.turnout;

import java.util.ArrayList;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Asks;
import org.dabyl.alert.Calls;
import org.dabyl.alert.StandBys;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Priority;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/**
 * Tells the silent to stand by once as many come as an organiser said are needed, and calls them again where it turns out that more
 * are. Where no number was set nobody is told: the number that then stops the rings is a guess, and on the morning that this is made
 * for it would have sent hundreds home.
 */
@Component
final class StandBy {

    private final Asks asks;
    private final StandBys standBys;
    private final Reminders reminders;
    private final Asking asking;

    StandBy(Asks asks, StandBys standBys, Reminders reminders, Asking asking) {
        this.asks = asks;
        this.standBys = standBys;
        this.reminders = reminders;
        this.asking = asking;
    }

    /** Whether as many come or are there as an organiser said are needed. */
    static boolean enough(Alert alert, Tally tally) {
        return alert.plan().needed() > 0 && tally.present() >= alert.plan().needed();
    }

    void look(Alert alert, Tally tally) {
        boolean enough = enough(alert, tally);
        // a fifth below, so that one who changes their mind calls nobody
        boolean tooFew = tally.present() * 5 < alert.plan().needed() * 4L;
        if (!enough && !tooFew) {
            return;
        }
        StandBys.State state = standBys.of(alert.id());
        if (enough && state.open()) {
            tell(alert.lacking(tally.skills()), state.recalls());
        } else if (tooFew && state.told()) {
            standBys.recall(alert.id(), state.recalls());
        }
    }

    private void tell(Alert alert, int recalls) {
        AlertId id = alert.id();
        asks.ask(
                id,
                StandBys.enough(recalls),
                Priority.REMINDER,
                asking.enough(alert),
                bot -> new Audience(
                        List.of(List.of(Calls.called(bot, id))),
                        answeredOrMissed(bot, alert),
                        // told a second time, after they were called again, is everyone who is silent
                        recalls == 0 ? Reminders.standingBy(bot, id) : ""));
        reminders.expire(id);
    }

    /** Who need not be told: who answered, and who brings what is still missing. */
    private static List<String> answeredOrMissed(BotId bot, Alert alert) {
        List<String> except = new ArrayList<>(Reminders.answered(bot, alert.id()));
        alert.plan().bring().keySet().forEach(skill -> except.add(Supporters.key(bot, skill)));
        return except;
    }
}
