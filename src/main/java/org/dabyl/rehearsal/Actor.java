package org.dabyl.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the story's people and what their hands do on the phone. Each deed tells whether it was possible: a button that is not
 * there yet can be looked for again. Not thread-safe: the morning's lock guards it.
 */
final class Actor {
    private final People people;
    private final Supplier<Account> bot;
    final Person person;
    private int card;
    private int pressed;
    private Set<String> buttonsThen = Set.of();

    Actor(People people, Person person, Supplier<Account> bot) {
        this.people = people;
        this.person = person;
        this.bot = bot;
    }

    boolean writes(String text) {
        people.write(bot.get(), person, text);
        return true;
    }

    boolean shares(double latitude, double longitude) {
        people.share(bot.get(), person, latitude, longitude);
        return true;
    }

    boolean shows(byte[] picture, String caption) {
        people.show(bot.get(), person, picture, caption);
        return true;
    }

    /** Presses the first key below the chat, or writes this where there is none. */
    boolean pressesKey(String instead) {
        @Nullable Chat chat = chat();
        @Nullable JsonNode keyboard = chat == null ? null : chat.keyboard();
        JsonNode key = keyboard == null
                ? Shapes.object()
                : keyboard.path("keyboard").path(0).path(0);
        boolean asksForPlace = key.path("request_location").asBoolean(false);
        return writes(asksForPlace ? instead : key.path("text").asString(instead));
    }

    /** Presses the first button of what the bot answered to their last words. */
    boolean pressesFirst() {
        List<Message> messages = messages();
        int said = messages.stream()
                .filter(message -> !message.fromBot())
                .mapToInt(Message::id)
                .max()
                .orElse(0);
        Optional<Message> answer =
                newest(message -> message.id() > said && !buttons(message).isEmpty());
        answer.ifPresent(message -> pressed = message.id());
        return answer.filter(message -> press(message, buttons(message).getFirst()))
                .isPresent();
    }

    /** Whether the bot has written again since they pressed that button. */
    boolean isAnswered() {
        return pressed > 0 && newest(message -> message.id() > pressed).isPresent();
    }

    /** Presses the button whose data begins so, under the newest message that has it. */
    boolean presses(String data) {
        return newest(message -> find(message, data).isPresent())
                .filter(message -> find(message, data)
                        .filter(button -> press(message, button))
                        .isPresent())
                .isPresent();
    }

    /** Says under the newest card of this day that they come: the button of this place in the first row. */
    boolean comes(int place, long day) {
        Optional<Message> newest = newest(
                message -> message.sent() >= day && Behaviour.rows(message).size() > 1);
        newest.ifPresent(message -> {
            card = message.id();
            buttonsThen = buttons(message).stream().map(Behaviour::data).collect(Collectors.toSet());
            List<JsonNode> row = Behaviour.rows(message).getFirst();
            press(message, row.get(Math.min(place, row.size() - 1)));
        });
        return newest.isPresent();
    }

    /** Says under the same card that they cannot: its last button. */
    boolean cannot(long day) {
        return newest(message ->
                        message.sent() >= day && Behaviour.rows(message).size() > 1)
                .filter(message -> press(message, buttons(message).getLast()))
                .isPresent();
    }

    /** Says that they are there: the button which came after the answer. */
    boolean arrives() {
        return newest(message -> message.id() == card)
                .flatMap(message -> buttons(message).stream()
                        .filter(button -> !buttonsThen.contains(Behaviour.data(button)))
                        .findFirst()
                        .filter(button -> press(message, button)))
                .isPresent();
    }

    private boolean press(Message message, JsonNode button) {
        @Nullable Chat chat = chat();
        if (chat == null || !People.shows(chat, message.id(), Behaviour.data(button))) {
            return false;
        }
        people.press(bot.get(), chat, person, message.id(), Behaviour.data(button));
        return true;
    }

    private static Optional<JsonNode> find(Message message, String data) {
        return buttons(message).stream()
                .filter(button -> Behaviour.data(button).startsWith(data))
                .findFirst();
    }

    private static List<JsonNode> buttons(Message message) {
        return Behaviour.rows(message).stream().flatMap(List::stream).toList();
    }

    private Optional<Message> newest(Predicate<Message> wanted) {
        return messages().reversed().stream()
                .filter(Message::fromBot)
                .filter(wanted)
                .findFirst();
    }

    private List<Message> messages() {
        @Nullable Chat chat = chat();
        return chat == null ? List.of() : chat.messages();
    }

    private @Nullable Chat chat() {
        return bot.get().chats.get(person.id);
    }
}
