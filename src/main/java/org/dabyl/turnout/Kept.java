package org.dabyl.turnout;

/**
 * An answer as {@code answers.lua} keeps it, of a person who said that they come, whatever they said later.
 *
 * @param within how soon they said
 * @param due the minute for which they said it, counted from 1970
 * @param came whether they said that they are there
 */
record Kept(Within within, long due, boolean came) {

    /** The mark of an answer that somebody gave who is not registered. */
    static final String GUEST = "g";

    /** Whether an answer is of such a person. */
    static boolean said(String form) {
        return !field(form, 5).isEmpty();
    }

    static Kept read(String form) {
        String code = field(form, 1);
        return new Kept(
                Within.tagged(field(form, 5)),
                Long.parseLong(field(form, 6)),
                code.equals("here") || code.equals("home"));
    }

    boolean dueBy(long minute) {
        return due <= minute;
    }

    private static String field(String form, int index) {
        return form.split("\\|", -1)[index];
    }
}
