package org.dabyl.turnout;

import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Learns from an alert at its end. */
@Component
class LearnStep implements Step {

    private final Alerts alerts;
    private final Experience experience;

    LearnStep(Alerts alerts, Experience experience) {
        this.alerts = alerts;
        this.experience = experience;
    }

    @Override
    public String kind() {
        return Alerts.LEARN;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).ifPresent(experience::learn);
    }
}
