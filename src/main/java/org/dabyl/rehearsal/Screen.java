package org.dabyl.rehearsal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one phone shows of a chat, ready to be drawn. */
public record Screen(long phone, boolean started, boolean blocked, List<Bubble> bubbles, List<List<Key>> keyboard) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Almaty"));

    /** One message. */
    public record Bubble(
            int id,
            boolean mine,
            List<Run> runs,
            @Nullable String photo,
            @Nullable String place,
            String time,
            boolean edited,
            List<List<Key>> rows) {

        /** The data of its first button that sends any; empty where none does. */
        String firstData() {
            return rows.stream()
                    .flatMap(List::stream)
                    .map(Key::data)
                    .filter(data -> !data.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /** A button: {@code data} is sent by an inline one, {@code url} opened, {@code location} asked for. */
    public record Key(String text, String data, String url, boolean location) {
        public boolean opensBot() {
            return RichText.kind(url) == Run.Kind.BOT;
        }

        public boolean opensWeb() {
            return RichText.kind(url) == Run.Kind.WEB;
        }
    }

    static Screen of(Phone phone, @Nullable Chat chat) {
        if (chat == null) {
            return new Screen(phone.person.id, false, false, List.of(), List.of());
        }
        List<Bubble> bubbles = chat.messages().stream().map(Screen::bubble).toList();
        @Nullable JsonNode keyboard = chat.keyboard();
        List<List<Key>> keys = keyboard == null ? List.of() : rows(keyboard.path("keyboard"));
        return new Screen(phone.person.id, !bubbles.isEmpty(), chat.isBlocked(), bubbles, keys);
    }

    private static Bubble bubble(Message message) {
        Content content = message.content();
        Content.@Nullable Point point = content.location();
        @Nullable String place = point == null ? null : point.latitude() + ", " + point.longitude();
        @Nullable JsonNode buttons = content.buttons();
        return new Bubble(
                message.id(),
                !message.fromBot(),
                RichText.runs(content),
                content.photo(),
                place,
                TIME.format(Instant.ofEpochSecond(message.sent())),
                message.edited() > 0,
                buttons == null ? List.of() : rows(buttons));
    }

    private static List<List<Key>> rows(JsonNode rows) {
        List<List<Key>> keys = new ArrayList<>();
        rows.values().forEach(row -> keys.add(row.valueStream().map(Screen::key).toList()));
        return keys;
    }

    private static Key key(JsonNode button) {
        String text =
                button.isString() ? button.stringValue() : button.path("text").asString("");
        return new Key(
                text,
                button.path("callback_data").asString(""),
                button.path("url").asString(""),
                button.path("request_location").asBoolean(false));
    }
}
