package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.dabyl.delivery.Edits.Edit;
import org.dabyl.delivery.Edits.Place;
import org.dabyl.vault.SealedId;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final long SINCE = System.nanoTime() - Duration.ofMinutes(1).toNanos();

    private final Edits edits = new Edits();

    @Test
    void newerContentKeepsItsPlaceInTheRowAndItsTime() {
        edits.add(edit(1, "old", SINCE));
        edits.add(edit(2, "other", System.nanoTime()));
        edits.add(edit(1, "new", System.nanoTime()));

        assertThat(edits.oldest()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(edits.take()).isEqualTo(edit(1, "new", SINCE));
    }

    @Test
    void whatIsUnderWayDoesNotAgeTheOthers() {
        edits.add(edit(1, "old", SINCE));
        edits.take();
        assertThat(edits.oldest()).isZero();

        edits.add(edit(1, "new", SINCE));
        edits.add(edit(2, "other", System.nanoTime()));

        assertThat(edits.oldest()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void readyIsWhatIsNotUnderWay() {
        edits.add(edit(1, "old", SINCE));
        edits.add(edit(2, "other", SINCE));
        edits.add(edit(3, "third", SINCE));
        Edit first = Objects.requireNonNull(edits.take());
        edits.add(edit(1, "new", SINCE));

        assertThat(edits.ready(10)).isEqualTo(2);
        assertThat(edits.ready(1)).isEqualTo(1);
        edits.landed(first, false);
        assertThat(edits.ready(10)).isEqualTo(3);
    }

    @Test
    void ofTooManyTheOldestIsForgotten() {
        for (int i = 0; i <= Edits.MOST; i++) {
            edits.add(edit(i, "text", SINCE));
        }

        assertThat(edits.take()).isEqualTo(edit(1, "text", SINCE));
    }

    private static Edit edit(long message, String text, long since) {
        Address chat = new Address(TestBot.ID, new SealedId("sealed-chat-%020d".formatted(7)));
        return new Edit(new Place(chat, message), new Content(text), 0, since);
    }

    private record Content(String text) implements Supplier<Message> {

        @Override
        public Message get() {
            return Message.of(text, Keyboard.none());
        }
    }
}
