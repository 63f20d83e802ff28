package org.dabyl.rehearsal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat as JSON, for tests that look at what a person sees. */
final class ChatView {

    private ChatView() {}

    static ObjectNode json(Account bot, long id, Optional<Person> person) {
        @Nullable Chat chat = bot.chats.get(id);
        ObjectNode json = Shapes.object().put("started", chat != null);
        json.put("blocked", chat != null && chat.isBlocked());
        ArrayNode messages = json.putArray("messages");
        ArrayNode toasts = json.putArray("toasts");
        if (chat != null) {
            chat.messages().forEach(message -> messages.add(Shapes.message(bot, chat, message)));
            chat.toasts().forEach(toast -> toasts.add(toast(toast)));
            json.set("keyboard", chat.keyboard());
        }
        json.set(
                "commands", bot.commands.seenBy(id, person.map(Person::language).orElse("")));
        return json;
    }

    private static ObjectNode toast(Chat.Toast toast) {
        return Shapes.object()
                .put("query", toast.query())
                .put("text", toast.text())
                .put("show_alert", toast.alert());
    }
}
