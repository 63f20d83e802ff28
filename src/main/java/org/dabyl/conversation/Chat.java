package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Picture;
import org.dabyl.delivery.Post;
import org.dabyl.organiser.Organiser;

/** One thing that a person said, and the ways to answer it in their language. */
final class Chat {

    private final Incoming incoming;
    private final Language language;
    private final Optional<Organiser> organiser;
    private final Texts texts;
    private final Post post;
    private final boolean suspended;
    private final Consumer<Runnable> later;
    private boolean toasted;

    Chat(Incoming incoming, Language language, Optional<Organiser> organiser, Texts texts, Post post) {
        this(incoming, language, organiser, texts, post, false, Runnable::run);
    }

    Chat(
            Incoming incoming,
            Language language,
            Optional<Organiser> organiser,
            Texts texts,
            Post post,
            boolean suspended,
            Consumer<Runnable> later) {
        this.suspended = suspended;
        this.later = later;
        this.incoming = incoming;
        this.language = language;
        this.organiser = organiser;
        this.texts = texts;
        this.post = post;
    }

    Address person() {
        return incoming.from();
    }

    Language language() {
        return language;
    }

    /** Telegram's update id: of two answers the higher counts. */
    long order() {
        return incoming.order();
    }

    /** The person's rights, looked up when they said it; empty for those who have none. */
    Optional<Organiser> organiser() {
        return organiser;
    }

    /** Whether the organiser is cut off, and shown numbers of the past. */
    boolean suspended() {
        return suspended;
    }

    String text(Phrase phrase, Object... filling) {
        return texts.get(language, phrase, filling);
    }

    /** How many supporters a district or a skill has, as organisers may know it. */
    String people(long people) {
        return texts.people(language, people);
    }

    Button button(Phrase phrase, String data, Object... filling) {
        return Button.press(text(phrase, filling), data);
    }

    /**
     * Says something when its turn has come, if this is true then; where many speak at once that is later, and holds up nothing else that
     * they say.
     */
    void later(BooleanSupplier wanted, Consumer<Chat> words) {
        Chat then = new Chat(incoming, language, organiser, texts, post.onlyWhile(wanted), suspended, Runnable::run);
        later.accept(() -> {
            if (wanted.getAsBoolean()) {
                words.accept(then);
            }
        });
    }

    void say(Phrase phrase, Object... filling) {
        send(Message.of(text(phrase, filling), Keyboard.none()));
    }

    void ask(Phrase phrase, List<List<Button>> rows, Object... filling) {
        show(Message.of(text(phrase, filling), Keyboard.inline(rows)));
    }

    void send(Message message) {
        post.send(person(), message);
    }

    /** Sends the last word: nothing of it is kept. */
    void sendLast(Message message) {
        post.farewell().send(person(), message);
    }

    void send(Picture picture) {
        post.send(person(), picture);
    }

    /** The message that the person wrote; 0 where there is none. */
    long saidMessage() {
        return incoming.message();
    }

    /** Deletes the message that the person wrote, from their chat too. */
    void deleteSaid() {
        if (saidMessage() != 0) {
            post.delete(person(), List.of(saidMessage()));
        }
    }

    /** The message whose button was pressed; 0 where there is none. */
    long pressedMessage() {
        return incoming.said() instanceof Said.Press press ? press.messageId() : 0;
    }

    /** Shows in place of the message that was pressed; below, where there is none. Returns the id it stands at, 0 if nowhere. */
    long show(Message message) {
        if (pressedMessage() != 0 && post.edit(person(), pressedMessage(), message) == Post.Edit.DONE) {
            return pressedMessage();
        }
        return post.send(person(), message).orElse(0);
    }

    /**
     * Shows in place of the message that was pressed, when it is its turn and if this is true then; below and at once, where there is
     * none.
     */
    void showSoon(BooleanSupplier wanted, Supplier<Message> message) {
        if (incoming.said() instanceof Said.Press press && press.messageId() != 0) {
            post.onlyWhile(wanted).replace(person(), press.messageId(), message);
        } else {
            post.send(person(), message.get());
        }
    }

    /** Ends the waiting of a press with a short text; the first one counts. */
    void toast(Phrase phrase, Object... filling) {
        toast(text(phrase, filling));
    }

    void toast(String text) {
        if (!toasted && incoming.said() instanceof Said.Press press) {
            toasted = true;
            post.toast(person(), press.pressId(), text);
        }
    }
}
