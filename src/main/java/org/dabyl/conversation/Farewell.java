package org.dabyl.conversation;

import java.time.Duration;
import org.dabyl.vault.Wipe;
import org.springframework.stereotype.Component;

/** Wipes everything, with a last word where that takes no time: without keys nobody is reached any more. */
@Component
final class Farewell {

    /** What Telegram mostly takes for two calls; the keys are to be gone within a second. */
    private static final Duration LONGEST = Duration.ofMillis(400);

    private final Wipe wipe;

    Farewell(Wipe wipe) {
        this.wipe = wipe;
    }

    /** Says the last word and wipes. */
    void wipe(Runnable lastWord) {
        Thread speaking = Thread.ofVirtual().start(lastWord);
        try {
            speaking.join(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wipe.order();
    }
}
