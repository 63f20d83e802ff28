package org.dabyl.conversation;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.springframework.stereotype.Component;

/** Holds off who goes on too fast while others wait, and tells them once, as far as they are not too many. */
@Component
final class Brake {

    /** As many are told by a toast, and as many by a message, at once. */
    private static final int AT_ONCE = 16;

    /** As many wait to be told; of more of them nobody need know why nothing happens. */
    private static final int WAITING = 1_000;

    /** After which nobody is told any more. */
    private static final long LATE = Duration.ofMinutes(1).toNanos();

    private final Admission admission;
    private final Post post;
    private final Texts texts;
    private final Executor toasts = few();
    private final Executor messages = few();

    Brake(Admission admission, Post post, Texts texts) {
        this.admission = admission;
        this.post = post;
        this.texts = texts;
    }

    void holdOff(Incoming incoming) {
        if (!admission.heldOff(incoming.from())) {
            return;
        }
        if (incoming.said() instanceof Said.Press press) {
            toast(incoming.from(), press.pressId(), incoming.language());
        } else {
            say(incoming);
        }
    }

    void holdOff(InPublic.Pressed press) {
        if (admission.heldOff(press.who())) {
            toast(press.who(), press.pressId(), press.language());
        }
    }

    /** Who they are is not looked up, so it is their client's language. */
    private void toast(Address person, String pressId, Language language) {
        toasts.execute(() -> post.toast(person, pressId, texts.get(language, Phrase.SLOW_DOWN)));
    }

    /** After all other answers, for a message takes the bot's pace and a toast does not. */
    private void say(Incoming incoming) {
        long began = System.nanoTime();
        String text = texts.get(incoming.language(), Phrase.SLOW_DOWN);
        messages.execute(() -> post.newcomers()
                .once()
                .answering(incoming.message())
                .onlyIf(() -> System.nanoTime() - began < LATE)
                .send(incoming.from(), Message.of(text, Keyboard.none())));
    }

    private static Executor few() {
        return new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofVirtual().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
