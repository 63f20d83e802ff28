package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Posts in channels and groups; its subject is the alert and what is posted: {@code card}, {@code call}, {@code news-<order>}, {@code over}. */
@Component
class PostStep implements Step {

    private static final String OVER = "over";
    private static final String CALL = "call";
    private static final String NEWS = "news-";
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Alerts alerts;
    private final Poster poster;
    private final Timetable timetable;
    private final Clock clock;

    PostStep(Alerts alerts, Poster poster, Timetable timetable, Clock clock) {
        this.alerts = alerts;
        this.poster = poster;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Alerts.POST;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        String what = subject.substring(dot + 1);
        alerts.find(new AlertId(subject.substring(0, dot))).ifPresent(alert -> {
            boolean young = clock.instant().isBefore(alert.openedAt().plus(LONGEST));
            if (!post(alert, what) && young) {
                timetable.at(kind(), subject, clock.instant().plus(AGAIN));
            }
        });
    }

    private boolean post(Alert alert, String what) {
        if (what.equals(OVER)) {
            return poster.standDown(alert);
        }
        if (!alert.open()) {
            return true;
        }
        boolean done = posted(alert, what);
        if (alerts.find(alert.id()).filter(Alert::open).isEmpty()) {
            // stood down in between: a card that came after the end must not stay
            timetable.at(kind(), alert.id().value() + "." + OVER, clock.instant());
        }
        return done;
    }

    private boolean posted(Alert alert, String what) {
        if (what.startsWith(NEWS)) {
            return news(alert, what.substring(NEWS.length()));
        }
        return what.equals(CALL) ? poster.call(alert) : poster.card(alert);
    }

    private boolean news(Alert alert, String order) {
        return alerts.news(alert.id(), order)
                .map(news -> poster.update(alert, order, news))
                .orElse(true);
    }
}
