package org.dabyl.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The commands that a bot has set, by scope and language, and which of them a chat sees. */
final class CommandMenu {
    private record Key(String scope, String language) {}

    private final Map<Key, JsonNode> lists = new ConcurrentHashMap<>();

    void set(Parameters p) {
        JsonNode commands =
                p.json("commands").orElseThrow(() -> Refusal.badRequest("parameter \"commands\" is required"));
        commands.values().forEach(CommandMenu::check);
        if (commands.size() > 100) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        lists.put(key(p), commands);
    }

    void delete(Parameters p) {
        lists.remove(key(p));
    }

    JsonNode get(Parameters p) {
        return lists.getOrDefault(key(p), Shapes.array());
    }

    /** The list for a private chat: its own first, then that of all private chats, then the default; the language before none. */
    JsonNode seenBy(long chat, String language) {
        return List.of("chat:" + chat, "all_private_chats", "default").stream()
                .flatMap(scope -> List.of(new Key(scope, language), new Key(scope, "")).stream())
                .flatMap(key -> Optional.ofNullable(lists.get(key)).stream())
                .findFirst()
                .orElse(Shapes.array());
    }

    private static void check(JsonNode command) {
        String name = command.path("command").asString("");
        if (!name.matches("/?[a-z0-9_]{1,32}")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        String description = command.path("description").asString("");
        if (description.isBlank() || description.length() > 256) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private static Key key(Parameters p) {
        @Nullable JsonNode scope = p.json("scope").orElse(null);
        String type = scope == null ? "default" : scope.path("type").asString("default");
        String name = type.startsWith("chat") && scope != null
                ? type + ":" + scope.path("chat_id").asString("")
                : type;
        return new Key(name, p.text("language_code").orElse(""));
    }
}
