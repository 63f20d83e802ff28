package org.dabyl.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cuts a text at the bounds of its entities, links and commands into runs; whatever the text holds, it stays text. */
final class RichText {
    private static final Pattern TAPPABLE = Pattern.compile(
            "(?<link>(?:https?://|t\\.me/)[^\\s<>\"]*[^\\s<>\".,;:!?)])|(?<![\\w/])(?<command>/[a-zA-Z]\\w{0,31})");

    private record Span(
            int from, int to, String type, @Nullable String url) {
        boolean covers(int position) {
            return from <= position && position < to;
        }
    }

    private RichText() {}

    static List<Run> runs(Content content) {
        String text = content.text();
        List<Span> spans = spans(text, content.entities());
        TreeSet<Integer> bounds = new TreeSet<>(List.of(0, text.length()));
        spans.forEach(span -> bounds.addAll(List.of(span.from, span.to)));
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int to : bounds.tailSet(1)) {
            runs.add(run(text, from, to, spans));
            from = to;
        }
        return runs;
    }

    private static List<Span> spans(String text, @Nullable JsonNode entities) {
        List<Span> spans = new ArrayList<>();
        if (entities != null) {
            entities.values().forEach(entity -> add(spans, text, entity));
        }
        Matcher tappable = TAPPABLE.matcher(text);
        while (tappable.find()) {
            boolean link = tappable.group("link") != null;
            spans.add(new Span(
                    tappable.start(),
                    tappable.end(),
                    link ? "text_link" : "bot_command",
                    link ? tappable.group() : null));
        }
        return spans;
    }

    private static void add(List<Span> spans, String text, JsonNode entity) {
        int from = Math.clamp(entity.path("offset").asInt(0), 0, text.length());
        int to = Math.clamp((long) from + entity.path("length").asInt(0), from, text.length());
        String type = entity.path("type").asString("");
        if (to > from && !type.equals("url") && !type.equals("bot_command")) {
            spans.add(
                    new Span(from, to, type, entity.path("url").stringValueOpt().orElse(null)));
        }
    }

    private static Run run(String text, int from, int to, List<Span> spans) {
        StringBuilder style = new StringBuilder();
        Run.Kind kind = Run.Kind.PLAIN;
        @Nullable String target = null;
        String part = text.substring(from, to);
        for (Span span : spans) {
            if (!span.covers(from)) {
                continue;
            }
            if (span.type.equals("bot_command")) {
                kind = Run.Kind.COMMAND;
                target = text.substring(span.from, span.to);
            } else if (span.url != null) {
                kind = kind(span.url);
                target = kind == Run.Kind.PLAIN ? null : span.url;
            } else {
                style.append(span.type).append(' ');
            }
        }
        return new Run(part, style.toString().trim(), kind, target);
    }

    /** Only links of the web and of bots can be tapped, for a bot might write {@code javascript:}. */
    static Run.Kind kind(String url) {
        if (DeepLink.parse(url).isPresent()) {
            return Run.Kind.BOT;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? Run.Kind.WEB : Run.Kind.PLAIN;
    }
}
