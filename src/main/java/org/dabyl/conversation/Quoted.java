package org.dabyl.conversation;

/** What somebody wrote, where it stands among lines of the bot: no line of it passes for one of those. */
final class Quoted {

    private static final String ANY_LINE_BREAK = "\\R";

    private Quoted() {}

    /** In one line, which is no longer than the text was. */
    static String inLine(String text) {
        return text.replaceAll(ANY_LINE_BREAK, "↵");
    }

    /** Every line but the first is marked. */
    static String lines(String text) {
        return text.replaceAll(ANY_LINE_BREAK, "\n┃ ");
    }
}
