package org.dabyl.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A message of the bot as a person sees it.
 *
 * @param id its number in the chat
 * @param text what it says
 * @param rows the labels and data of its buttons
 */
public record Seen(long id, String text, List<List<Key>> rows) {

    private static final Pattern LINK = Pattern.compile("https://t\\.me/\\S+");

    /** A button. */
    public record Key(String label, String data) {}

    static Seen of(JsonNode message) {
        List<List<Key>> rows = new ArrayList<>();
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            List<Key> keys = new ArrayList<>();
            row.forEach(key -> keys.add(new Key(
                    key.path("text").asString(), key.path("callback_data").asString(""))));
            rows.add(keys);
        }
        return new Seen(
                message.path("message_id").asLong(),
                message.path("text").asString(message.path("caption").asString("")),
                rows);
    }

    public String link() {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new NoSuchElementException("no link in: " + text);
        }
        return link.group();
    }

    public List<String> labels() {
        return rows.stream().flatMap(List::stream).map(Key::label).toList();
    }

    /** The first button whose label holds the text. */
    public Key button(String label) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(key -> key.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no button " + label + " in " + labels()));
    }
}
