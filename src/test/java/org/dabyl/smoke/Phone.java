package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** A person's phone: writes, presses, and reads what the bot says, in order and without missing anything. */
public final class Phone {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How a preview says whom it reaches where these are so few that a number would be a face. */
    static final String FEW = "People: under 5.";

    /** What brings the keyboard after registering is no news in a story. */
    private static final String KEYBOARD_HINT = "👇";

    /** What other organisers did may come at any moment of a story; {@link #acts(String)} reads it. */
    private static final String ACTS = "🧾";

    private final Telegram telegram;
    private final long id;
    private final String bot;
    private final Set<Seen> read = new HashSet<>();
    private Duration patience = PATIENCE;
    private boolean strict;
    private Seen last = new Seen(0, "", List.of());

    Phone(Telegram telegram, long id) {
        this(telegram, id, "");
    }

    private Phone(Telegram telegram, long id, String bot) {
        this.telegram = telegram;
        this.id = id;
        this.bot = bot;
    }

    /** The same person's chat with another bot of the fleet, by its username. */
    public Phone at(String username) {
        return new Phone(telegram, id, username);
    }

    /** The same person's chat with the bot that a link names. */
    Phone atBotOf(String link) {
        return at(link.replaceAll(".*t\\.me/|\\?.*", ""));
    }

    /** Waits for so long from now on. */
    Phone patient(Duration longest) {
        patience = longest;
        return this;
    }

    /** From now on {@link #waitFor} passes edits over, such as those of a board, but no new message. */
    Phone strict() {
        strict = true;
        return this;
    }

    public long id() {
        return id;
    }

    /** The username of the bot whose chat this is; empty for the first of the fleet. */
    String bot() {
        return bot;
    }

    public Phone writes(String text) {
        does("/texts", Map.of("text", text));
        return this;
    }

    public Phone opens(String link) {
        does("/links", Map.of("url", link));
        return this;
    }

    public Phone isAt(double latitude, double longitude) {
        does("/locations", Map.of("latitude", latitude, "longitude", longitude));
        return this;
    }

    /** Sends a photo, with words below it. */
    public Phone shows(String caption) {
        telegram.post("/persons/" + id + "/photos", Map.of("photo", "/9j/4AAQ", "caption", caption));
        return this;
    }

    public Phone blocks() {
        telegram.post("/persons/" + id + "/block" + Telegram.query(bot), Map.of());
        return this;
    }

    /** Presses a button of the message read last. */
    public Phone presses(String label) {
        return press(last.id(), last.button(label).data());
    }

    /** Presses a button that was never there. */
    public Phone forges(String data) {
        telegram.inject("""
                {"callback_query":{"id":"%d","from":{"id":%d,"is_bot":false,"first_name":"x","language_code":"en"},
                "message":{"message_id":%d,"chat":{"id":%d,"type":"private"},"date":1},"data":"%s"}}""".formatted(System.nanoTime(), id, last.id(), id, data));
        return this;
    }

    /** Presses a button of any message. */
    public Phone press(long message, String data) {
        does("/presses", Map.of("message_id", message, "data", data));
        return this;
    }

    /** The next thing the bot says, or says anew by an edit. */
    public Seen next() {
        try {
            // what was seen then: until asked again, it may be edited or deleted
            last = await().atMost(patience)
                    .pollInterval(Duration.ofMillis(50))
                    .until(this::unread, unread -> !unread.isEmpty())
                    .getFirst();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("the bot says nothing; before it said: " + last.text(), e);
        }
        read.add(last);
        return last;
    }

    /** The next thing the bot says holds this text. */
    public Phone expect(String text) {
        assertThat(next().text()).contains(text);
        return this;
    }

    /** Waits until some message, edits among them, holds this text; what comes before may be anything, but not for who is strict. */
    public Phone waitFor(String text) {
        List<String> before = new ArrayList<>();
        Set<Long> known = read.stream().map(Seen::id).collect(Collectors.toSet());
        for (Seen seen = next(); !seen.text().contains(text); seen = next()) {
            if (strict && !known.contains(seen.id())) {
                throw new AssertionError("unexpected before \"" + text + "\": " + seen.text());
            }
            before.add(seen.text());
            assertThat(before).as("messages before one with " + text).hasSizeLessThan(100);
        }
        return this;
    }

    /** The file id of the newest picture in the chat; empty for none. */
    public String picture() {
        String picture = "";
        for (JsonNode message : chat().path("messages")) {
            picture = message.path("photo").path(0).path("file_id").asString(picture);
        }
        return picture;
    }

    public Seen last() {
        return last;
    }

    /** Every text that the chat shows now, the person's own among them. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        chat().path("messages").forEach(message -> texts.add(Seen.of(message).text()));
        return texts;
    }

    /** What was said and not read yet. */
    public List<Seen> unread() {
        List<Seen> unread = new ArrayList<>();
        for (JsonNode message : chat().path("messages")) {
            Seen seen = Seen.of(message);
            boolean fromBot = message.path("from").path("is_bot").asBoolean(false);
            boolean aside = seen.text().startsWith(KEYBOARD_HINT) || seen.text().startsWith(ACTS);
            if (fromBot && !aside && !read.contains(seen)) {
                unread.add(seen);
            }
        }
        return unread;
    }

    /** Every line that told an organiser what the others did, the oldest first. */
    public List<String> acts() {
        List<String> acts = new ArrayList<>();
        for (JsonNode message : chat().path("messages")) {
            Seen.of(message)
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(ACTS))
                    .forEach(acts::add);
        }
        return acts;
    }

    /** Waits until the organiser was told of an act, and returns its line. */
    public String acts(String what) {
        await().atMost(patience).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(acts())
                .anyMatch(line -> line.contains(what)));
        return acts().stream().filter(line -> line.contains(what)).findFirst().orElseThrow();
    }

    /** How many messages of the bot hold this text as they stand now, read or not. */
    public long holds(String text) {
        long holding = 0;
        for (JsonNode message : chat().path("messages")) {
            boolean fromBot = message.path("from").path("is_bot").asBoolean(false);
            holding += fromBot && Seen.of(message).text().contains(text) ? 1 : 0;
        }
        return holding;
    }

    /** The text of the newest toast. */
    public String toast() {
        JsonNode toasts = chat().path("toasts");
        return toasts.isEmpty()
                ? ""
                : toasts.get(toasts.size() - 1).path("text").asString();
    }

    /** Waits until the keyboard below the chat has these keys: it comes with a message of its own. */
    Phone awaitKeyboard(String... labels) {
        await().atMost(patience).until(this::keyboard, List.of(labels)::equals);
        return this;
    }

    private List<String> keyboard() {
        List<String> labels = new ArrayList<>();
        for (JsonNode row : chat().path("keyboard").path("keyboard")) {
            row.forEach(key -> labels.add(key.path("text").asString()));
        }
        return labels;
    }

    /** Everything that stands in the chat, with what the buttons carry, the toasts and the menu. */
    public String everything() {
        return chat().toString();
    }

    /** The newest message of the chat as the Bot API shapes it. */
    public JsonNode newest() {
        JsonNode messages = chat().path("messages");
        return messages.get(messages.size() - 1);
    }

    public List<String> commands() {
        List<String> commands = new ArrayList<>();
        chat().path("commands")
                .forEach(entry -> commands.add(entry.path("command").asString()));
        return commands;
    }

    private JsonNode chat() {
        return telegram.get("/persons/" + id + "/chat", bot);
    }

    private void does(String deed, Map<String, Object> how) {
        telegram.post("/persons/" + id + deed, how, bot);
    }
}
