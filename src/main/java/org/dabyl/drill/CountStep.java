package org.dabyl.drill;

import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Step;
import org.dabyl.turnout.Answers;
import org.springframework.stereotype.Component;

/** Counts who has answered a drill; its subject is the alert and the minutes since its begin. */
@Component
class CountStep implements Step {

    private final Alerts alerts;
    private final Answers answers;
    private final Drills drills;

    CountStep(Alerts alerts, Answers answers, Drills drills) {
        this.alerts = alerts;
        this.answers = answers;
        this.drills = drills;
    }

    @Override
    public String kind() {
        return Drills.COUNT;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        AlertId id = new AlertId(subject.substring(0, dot));
        alerts.find(id)
                .ifPresent(drill -> drills.count(
                        drill,
                        Integer.parseInt(subject.substring(dot + 1)),
                        answers.tally(id).answered()));
    }
}
