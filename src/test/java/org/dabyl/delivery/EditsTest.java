package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
        assertThat(edits.ready(10)).containsExactly(place(1), place(2));
        assertThat(edits.take(place(1))).isEqualTo(edit(1, "new", SINCE));
    }

    @Test
    void whatIsUnderWayDoesNotAgeTheOthers() {
        edits.add(edit(1, "old", SINCE));
        edits.take(place(1));
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
        Edit first = Objects.requireNonNull(edits.take(place(1)));
        edits.add(edit(1, "new", SINCE));

        assertThat(edits.ready(10)).containsExactly(place(2), place(3));
        assertThat(edits.ready(1)).containsExactly(place(2));
        edits.landed(first, false);
        assertThat(edits.ready(10)).containsExactly(place(2), place(3), place(1));
    }

    @Test
    void thoseOfAChatThatIsHeldWaitAndDoNotAge() {
        assertThat(edits.add(edit(1, "first", SINCE))).isTrue();
        assertThat(edits.hold(chat(7))).isTrue();
        assertThat(edits.hold(chat(7))).isFalse();
        Edit other = new Edit(new Place(chat(8), 2), new Content("other"), 0, System.nanoTime());
        edits.add(other);

        assertThat(edits.ready(10)).containsExactly(other.place());
        assertThat(edits.oldest()).isLessThan(Duration.ofSeconds(30));
        edits.take(other.place());
        assertThat(edits.ready(10)).isEmpty();

        assertThat(edits.release(chat(7))).as("somebody has to take it").isTrue();
        assertThat(edits.ready(10)).containsExactly(place(1));
    }

    @Test
    void ofTooManyTheOldestIsForgotten() {
        for (int i = 0; i <= Edits.MOST; i++) {
            edits.add(edit(i, "text", SINCE));
        }

        assertThat(edits.take(place(0))).isNull();
        assertThat(edits.ready(1)).containsExactly(place(1));
    }

    private static Edit edit(long message, String text, long since) {
        return new Edit(place(message), new Content(text), 0, since);
    }

    private static Place place(long message) {
        return new Place(chat(7), message);
    }

    private static Address chat(int number) {
        return new Address(TestBot.ID, new SealedId("sealed-chat-%020d".formatted(number)));
    }

    private record Content(String text) implements Supplier<Optional<Message>> {

        @Override
        public Optional<Message> get() {
            return Optional.of(Message.of(text, Keyboard.none()));
        }
    }
}
