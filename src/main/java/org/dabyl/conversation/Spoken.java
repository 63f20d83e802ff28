package org.dabyl.conversation;

import java.util.Locale;

/** A command as it was written: its name, and what stands behind it. */
record Spoken(String name, String rest) {

    static Spoken read(String text) {
        // some keyboards and copied texts bring spaces that do not break a line
        String[] words =
                text.substring(1).replaceAll("[\\u00a0\\u2007\\u202f]", " ").split("\\s+", 2);
        // "/help@some_bot" is how clients write it in groups and sometimes elsewhere
        String name = words[0].split("@", 2)[0].toLowerCase(Locale.ROOT);
        return new Spoken(name, words.length > 1 ? words[1].strip() : "");
    }
}
