package org.dabyl.rehearsal;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells open pages what has changed, by server-sent events: {@code phone-<id>} where a chat changed, {@code toast-<id>} with the
 * bot's answer to a press, {@code said-<id>} with a new message for screen readers, {@code crowd},
 * {@code guide} and {@code morning}.
 */
final class Live {
    private record Event(String name, String data) {}

    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private final Queue<Event> words = new ConcurrentLinkedQueue<>();
    private final Phones phones;

    Live(Phones phones) {
        this.phones = phones;
    }

    SseEmitter open() {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(error -> pages.remove(page));
        pages.add(page);
        return page;
    }

    /** Notes a change; it is told with the next {@link #flush}, so that a storm of edits costs one drawing. */
    void note(Change change) {
        if (pages.isEmpty() || phones.find(change.chat()).isEmpty()) {
            return;
        }
        changed.add(change.chat());
        Chat.Toast toast = change.toast();
        if (toast != null && !toast.text().isEmpty()) {
            words.add(new Event("toast-" + change.chat(), toast(toast)));
        }
        Message message = change.message();
        if (change.kind() == Change.Kind.MESSAGE && message != null && message.fromBot()) {
            words.add(
                    new Event("said-" + change.chat(), escaped(message.content().text())));
        }
    }

    /** Tells what has changed since the last time; a slow page holds up this thread and no bot. */
    void flush() {
        for (@Nullable Event event = words.poll(); event != null; event = words.poll()) {
            tell(event.name, event.data);
        }
        boolean any = false;
        for (Long phone : List.copyOf(changed)) {
            changed.remove(phone);
            tell("phone-" + phone, "");
            any = true;
        }
        if (any) {
            tell("guide", "");
        }
    }

    void tell(String name, String data) {
        pages.removeIf(page -> !reaches(page, name, data));
    }

    private static boolean reaches(SseEmitter page, String name, String data) {
        try {
            page.send(SseEmitter.event().name(name).data(data));
            return true;
        } catch (IOException | IllegalStateException e) {
            // the page was closed
            return false;
        }
    }

    void close() {
        pages.forEach(SseEmitter::complete);
    }

    private static String toast(Chat.Toast toast) {
        return toast.alert()
                ? "<div class=\"notice\" role=\"alertdialog\"><p>" + escaped(toast.text())
                        + "</p><button type=\"button\" data-dismiss>OK</button></div>"
                : "<p class=\"toast\">" + escaped(toast.text()) + "</p>";
    }

    /** One line, for a line feed ends a line of an event. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replaceAll("\\R", "<br>");
    }
}
