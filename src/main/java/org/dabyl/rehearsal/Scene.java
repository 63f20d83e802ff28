package org.dabyl.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Something that happens in the story: a deed, or a fact that is waited for.
 *
 * @param after how long after the morning's beginning, at the earliest
 * @param key of its line among the page's texts; empty for none
 * @param act does it or looks whether it has happened; false to be asked again
 * @param numbers what fills the line
 */
record Scene(Duration after, String key, BooleanSupplier act, Supplier<List<Object>> numbers) {

    private static final Set<String> BOT =
            Set.of("alert", "ring.neighbours", "ring.around", "ring.city", "told", "asked");

    /** A line of the story as it is shown: when it happened, and what. */
    public record Line(String time, String key, List<Object> numbers) {
        public String in(Words words) {
            return words.say("morning." + key, numbers.toArray());
        }

        /** The class of the style sheet for what the bot does by itself; empty for the rest. */
        public String weight() {
            return BOT.contains(key) ? "bot" : "";
        }
    }
}
