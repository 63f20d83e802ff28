package org.dabyl.delivery;

import java.util.List;

/** What stands below a message or below the chat. */
public sealed interface Keyboard {

    /** No buttons; an edit with it takes buttons away. */
    record None() implements Keyboard {}

    /** Buttons below the message, row by row. */
    record Inline(List<List<Button>> rows) implements Keyboard {}

    /** One button in place of the phone's keyboard, that shares the location once. */
    record AskLocation(String label) implements Keyboard {}

    /** Buttons in place of the phone's keyboard, which stay; a press writes the label. No rows take them away. */
    record Below(List<List<Key>> rows) implements Keyboard {}

    /**
     * A button of {@link Below}.
     *
     * @param label what it says, and what a press writes
     * @param location whether a press shares the location instead
     */
    record Key(String label, boolean location) {}

    static Keyboard none() {
        return new None();
    }

    static Keyboard inline(List<List<Button>> rows) {
        return new Inline(rows);
    }
}
