package org.dabyl.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A text in Telegram's HTML: the plain text and its entities. Tags that Telegram does not know are refused, as there. */
final class HtmlText {
    private static final Pattern PART = Pattern.compile("<(/?)([a-zA-Z0-9-]*)([^<>]*)>|&([a-z]+|#[0-9]+);|<");
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("a", "text_link"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("tg-spoiler", "spoiler"));

    private record Open(String tag, int offset, String attributes) {}

    private final StringBuilder plain = new StringBuilder();
    private final ArrayNode entities = Shapes.array();
    private final Deque<Open> open = new ArrayDeque<>();

    private HtmlText(String html) {
        Matcher part = PART.matcher(html);
        int from = 0;
        while (part.find()) {
            plain.append(html, from, part.start());
            from = part.end();
            take(part);
        }
        plain.append(html, from, html.length());
        if (!open.isEmpty()) {
            throw failure("Can't find end tag corresponding to start tag \"" + open.getFirst().tag + "\"");
        }
    }

    static HtmlText parse(String html) {
        return new HtmlText(html);
    }

    String plain() {
        return plain.toString();
    }

    @Nullable JsonNode entities() {
        return entities.isEmpty() ? null : entities;
    }

    private void take(Matcher part) {
        if (part.group(4) != null) {
            plain.append(character(part.group(4), part.group()));
            return;
        }
        String tag = part.group(2) == null ? "" : part.group(2).toLowerCase(Locale.ROOT);
        if (!TYPES.containsKey(tag)) {
            throw failure("Unsupported start tag \"" + tag + "\" at byte offset " + part.start());
        }
        if (part.group(1).isEmpty()) {
            open.push(new Open(tag, plain.length(), part.group(3)));
        } else {
            close(tag);
        }
    }

    private void close(String tag) {
        @Nullable Open start = open.poll();
        if (start == null || !start.tag.equals(tag)) {
            throw failure("Unmatched end tag \"" + tag + "\"");
        }
        if (plain.length() == start.offset) {
            return;
        }
        ObjectNode entity = Shapes.object().put("type", String.valueOf(TYPES.get(tag)));
        entity.put("offset", start.offset).put("length", plain.length() - start.offset);
        Matcher href = HREF.matcher(start.attributes);
        if (tag.equals("a") && href.find()) {
            entity.put("url", character(href));
        }
        entities.add(entity);
    }

    private static String character(Matcher href) {
        return href.group(1)
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String character(String name, String asWritten) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default ->
                name.startsWith("#") ? Character.toString(Integer.parseInt(name, 1, name.length(), 10)) : asWritten;
        };
    }

    private static Refusal failure(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }
}
