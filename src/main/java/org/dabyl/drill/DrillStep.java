package org.dabyl.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.district.DistrictCode;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Holds the drill of a district that is due, and plans the next one. While an alert runs anywhere, there is no drill. */
@Component
class DrillStep implements Step {

    /** Later than that nobody expects it: it is left out. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;

    private final DrillPlans plans;
    private final Drafts drafts;
    private final Alerts alerts;
    private final Clock clock;

    DrillStep(DrillPlans plans, Drafts drafts, Alerts alerts, Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DrillPlans.STEP;
    }

    @Override
    public void run(String subject) {
        int at = subject.indexOf('@');
        DistrictCode code = new DistrictCode(subject.substring(0, at));
        Instant due = Instant.ofEpochMilli(Long.parseLong(subject.substring(at + 1)));
        plans.of(code).filter(planned -> planned.next().equals(due)).ifPresent(planned -> {
            AlertId id = id(subject);
            boolean again = alerts.find(id).isPresent();
            // what was planned under other settings, or before the district had parts, stays planned and is not held
            if (!again
                    && plans.allowed(code)
                    && alerts.open().isEmpty()
                    && clock.instant().isBefore(due.plus(LATEST))) {
                drafts.scheduled(id, code, Plan.call("").asDrill());
                if (alerts.raise(id).isEmpty()) {
                    throw new IllegalStateException("the drill did not open in time");
                }
            }
            plans.set(code, planned.rhythm());
        });
    }

    /** Always the same for the same drill, so that a step which runs twice raises one alert. */
    private static AlertId id(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            StringBuilder value = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                value.append(LETTERS.charAt(digest[i] & 31));
            }
            return new AlertId(value.toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
