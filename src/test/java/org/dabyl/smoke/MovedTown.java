package org.dabyl.smoke;

import java.time.Duration;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;

/** A town of its own for stories that let time pass, which would widen the alerts of others. */
final class MovedTown {

    private MovedTown() {}

    static Town town() {
        return Once.TOWN;
    }

    static void pass(Duration time) {
        town().telegram().pass(time);
    }

    /** An organiser of the district who has raised an alert there, with its board before them. */
    static Phone alert(String code, String text) {
        Phone organiser = town().organiser("en", code);
        organiser.strict().writes("/alert " + code + " " + text).waitFor("Sending takes");
        return organiser.presses("Send").waitFor("Called: own district");
    }

    /** The alert raised last needs so many. */
    static void needs(int people) {
        Alerts alerts = town().program().getBean(Alerts.class);
        Alert newest = alerts.open().getFirst();
        alerts.revise(newest.id(), plan -> plan.withNeeded(people));
    }

    static void end(Phone organiser) {
        organiser.writes("/standdown").waitFor("over");
    }

    private static final class Once {
        static final Town TOWN = Town.shared();
    }
}
