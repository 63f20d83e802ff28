package org.dabyl.smoke;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A channel or a group, as those see it who read there. */
final class Square {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong IDS = new AtomicLong(-1_000_000_000_000L);

    private final Telegram telegram;
    /** The founder's bot: to another one of a fleet they are nobody. */
    private final String bot;

    private long id = IDS.decrementAndGet();

    private Square(Telegram telegram, Phone founder) {
        this.telegram = telegram;
        this.bot = founder.bot();
    }

    /** A channel of this person's, with the bot as an administrator. */
    static Square channel(Town town, Phone founder) {
        return channel(town.telegram(), founder);
    }

    static Square channel(Telegram telegram, Phone founder) {
        return new Square(telegram, founder).founded("channel", founder, "administrator");
    }

    /** A group of this person's, with the bot as a member. */
    static Square group(Town town, Phone founder) {
        return new Square(town.telegram(), founder).founded("supergroup", founder, "member");
    }

    /** A channel with this title. */
    static Square channel(Telegram telegram, String title, Phone founder) {
        return new Square(telegram, founder).founded("channel", title, founder, "administrator");
    }

    private Square founded(String type, Phone founder, String status) {
        return founded(type, "Neighbours", founder, status);
    }

    private Square founded(String type, String title, Phone founder, String status) {
        does("/groups", Map.of("id", id, "type", type, "title", title, "person", founder.id(), "status", status));
        return this;
    }

    /** Somebody there gives the bot another place. */
    Square bot(Phone by, String status, boolean posts) {
        does("/groups/" + id + "/bot", Map.of("person", by.id(), "status", status, "posts", posts));
        return this;
    }

    Square member(Phone person, String status) {
        does("/groups/" + id + "/members", Map.of("person", person.id(), "status", status));
        return this;
    }

    Square writes(Phone person, String text) {
        does("/groups/" + id + "/texts", Map.of("person", person.id(), "text", text));
        return this;
    }

    /** Becomes a supergroup with another id. */
    void migrate(Phone by) {
        long now = IDS.decrementAndGet();
        does("/groups/" + id + "/migrate", Map.of("id", now, "person", by.id()));
        id = now;
    }

    /** A person presses a button below a message; what the bot tells them over the chat. */
    String presses(Phone person, Seen message, String label) {
        String query = does(
                        "/groups/" + id + "/presses",
                        Map.of(
                                "person",
                                person.id(),
                                "message_id",
                                message.id(),
                                "data",
                                message.button(label).data()))
                .path("query")
                .asString();
        return await().atMost(PATIENCE).until(() -> toast(query), toast -> !toast.isEmpty());
    }

    private String toast(String query) {
        for (JsonNode toast : chat().path("toasts")) {
            if (toast.path("query").asString().equals(query)) {
                return toast.path("text").asString();
            }
        }
        return "";
    }

    /** The first message there that holds this text, once it is there. */
    Seen shows(String text) {
        return await().atMost(PATIENCE)
                .until(
                        () -> said().stream()
                                .filter(seen -> seen.text().contains(text))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** What the bot says there, as it stands now. */
    List<Seen> said() {
        List<Seen> said = new ArrayList<>();
        for (JsonNode message : chat().path("messages")) {
            if (!message.has("from") || message.path("from").path("is_bot").asBoolean(false)) {
                said.add(Seen.of(message));
            }
        }
        return said;
    }

    private JsonNode chat() {
        return telegram.get("/groups/" + id + "/chat", bot);
    }

    private JsonNode does(String deed, Map<String, Object> how) {
        return telegram.post(deed, how, bot);
    }
}
