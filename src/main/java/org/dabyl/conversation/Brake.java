package org.dabyl.conversation;

import java.util.concurrent.Semaphore;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Post;
import org.springframework.stereotype.Component;

/** Holds off who goes on too fast while others wait, and tells them once, as far as they press a button and are not too many. */
@Component
final class Brake {

    /** As many as are told at once; of more of them nobody need know why nothing happens. */
    private static final int TOLD = 16;

    private final Admission admission;
    private final Post post;
    private final Texts texts;
    private final Semaphore telling = new Semaphore(TOLD);

    Brake(Admission admission, Post post, Texts texts) {
        this.admission = admission;
        this.post = post;
        this.texts = texts;
    }

    void holdOff(Incoming incoming) {
        boolean first = admission.heldOff(incoming.from());
        if (first && incoming.said() instanceof Said.Press press) {
            tell(incoming.from(), press.pressId(), incoming.language());
        }
    }

    void holdOff(InPublic.Pressed press) {
        if (admission.heldOff(press.who())) {
            tell(press.who(), press.pressId(), press.language());
        }
    }

    /** Who they are is not looked up, so it is their client's language. */
    private void tell(Address person, String pressId, Language language) {
        if (telling.tryAcquire()) {
            Thread.ofVirtual().start(() -> {
                try {
                    post.toast(person, pressId, texts.get(language, Phrase.SLOW_DOWN));
                } finally {
                    telling.release();
                }
            });
        }
    }
}
