package org.dabyl.conversation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Picture;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Answers;
import org.dabyl.turnout.Curve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The turnout curve as a picture, from the board. */
@Component
final class CurveButton implements Pressable {

    private static final Logger LOG = LoggerFactory.getLogger(CurveButton.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final OpenAlerts alerts;
    private final Answers answers;
    private final Curve curve;
    private final Districts districts;

    CurveButton(OpenAlerts alerts, Answers answers, Curve curve, Districts districts) {
        this.alerts = alerts;
        this.answers = answers;
        this.curve = curve;
        this.districts = districts;
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("curve");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = alerts.kept(chat, subject);
        alert.ifPresent(known -> show(chat, known));
        return alert.isPresent();
    }

    private void show(Chat chat, Alert alert) {
        if (alert.open()) {
            curve.sample(alert, answers.tally(alert.id()));
        }
        List<Curve.Point> points = new ArrayList<>(curve.read(alert.id()));
        if (points.isEmpty()) {
            chat.toast(Phrase.CURVE_EMPTY);
            return;
        }
        if (points.getFirst().at().isAfter(alert.openedAt())) {
            points.addFirst(new Curve.Point(alert.openedAt(), 0, 0));
        }
        draw(chat, alert, points)
                .ifPresentOrElse(
                        png -> chat.send(new Picture(png, title(chat, alert))), () -> chat.say(Phrase.CURVE_FAILED));
    }

    private Optional<byte[]> draw(Chat chat, Alert alert, List<Curve.Point> points) {
        int needed = alert.plan().needed();
        CurvePicture picture = new CurvePicture(
                title(chat, alert),
                chat.text(Phrase.CURVE_ON_THE_WAY),
                chat.text(Phrase.CURVE_THERE),
                chat.text(Phrase.BOARD_NEEDED, needed),
                districts.zoneOf(alert.district()));
        try {
            return Optional.of(picture.draw(points, needed));
        } catch (RuntimeException | LinkageError | InternalError e) {
            // what the JDK throws where the machine has no fonts
            LOG.warn("A turnout curve could not be drawn: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private String title(Chat chat, Alert alert) {
        return chat.text(
                Phrase.CURVE_TITLE,
                districts.nameOf(alert.district(), chat.language().tag()),
                alert.number(),
                DAY.format(alert.openedAt().atZone(districts.zoneOf(alert.district()))));
    }
}
