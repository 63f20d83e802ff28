package org.dabyl.conversation;

import java.time.Instant;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;

/** Alerts to draw, and what their messages show. */
final class Samples {

    static final AlertId ID = new AlertId("abcdefgh23");

    private Samples() {}

    static Alert alert(String text) {
        return alert(Plan.call(text));
    }

    static Alert alert(Plan plan) {
        return new Alert(
                ID,
                3,
                new DistrictCode("shanyrak-1"),
                plan,
                true,
                Instant.parse("2026-04-05T05:30:00Z"),
                Ending.STOOD_DOWN,
                "",
                Origin.ORGANISER);
    }

    /** The same, of somebody else. */
    static Alert from(Origin origin) {
        Alert alert = alert("");
        return new Alert(
                alert.id(),
                alert.number(),
                alert.district(),
                alert.plan(),
                true,
                alert.openedAt(),
                Ending.STOOD_DOWN,
                "",
                origin);
    }

    /** The same, stood down. */
    static Alert over(Alert alert, String reason) {
        return new Alert(
                alert.id(),
                alert.number(),
                alert.district(),
                alert.plan(),
                false,
                alert.openedAt(),
                Ending.STOOD_DOWN,
                reason,
                alert.origin());
    }

    /** The same, ended like this. */
    static Alert over(Alert alert, Ending ending) {
        return new Alert(
                alert.id(),
                alert.number(),
                alert.district(),
                alert.plan(),
                false,
                alert.openedAt(),
                ending,
                "",
                alert.origin());
    }

    static List<List<Button>> rows(Message message) {
        return message.keyboard() instanceof Keyboard.Inline inline ? inline.rows() : List.of();
    }

    /** What the buttons send back, row by row. */
    static List<List<String>> presses(Message message) {
        return rows(message).stream()
                .map(row -> row.stream()
                        .map(button -> String.valueOf(button.data()))
                        .toList())
                .toList();
    }
}
