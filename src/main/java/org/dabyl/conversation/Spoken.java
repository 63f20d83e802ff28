package org.dabyl.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command as it was written: its name, and what stands behind it. */
record Spoken(String name, String rest) {

    /** What other apps put before and between what is copied, and nobody sees: marks of direction, of no width, of the order of bytes. */
    private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}]*";

    /** With the slash of keyboards for wide letters, too. */
    private static final Pattern COMMAND =
            Pattern.compile(UNSEEN + "[/／]" + UNSEEN + "([^\\s\\p{Z}]*)" + UNSEEN + "(.*)", Pattern.DOTALL);

    /** Some keyboards and copied texts bring spaces that do not break a line. */
    private static final Pattern UNBROKEN = Pattern.compile("[\\u00a0\\u2007\\u202f]");

    private static final Pattern MARKS = Pattern.compile("\\p{Cf}");

    /** Empty where the text is no command. */
    static Optional<Spoken> of(String text) {
        Matcher command = COMMAND.matcher(UNBROKEN.matcher(text).replaceAll(" "));
        if (!command.matches()) {
            return Optional.empty();
        }
        // "/help@some_bot" is how clients write it in groups and sometimes elsewhere
        String name = MARKS.matcher(command.group(1)).replaceAll("").split("@", 2)[0];
        return Optional.of(
                new Spoken(name.toLowerCase(Locale.ROOT), command.group(2).strip()));
    }
}
