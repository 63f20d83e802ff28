package org.dabyl.delivery;

/**
 * A message to a phone, as plain text: nothing in it is read as markup.
 *
 * @param title its first line, shown bold; empty for none
 * @param body the rest; title and body together at most 4096 characters
 * @param keyboard what stands below
 * @param silent whether the phone stays quiet
 */
public record Message(String title, String body, Keyboard keyboard, boolean silent) {

    /** The most characters (UTF-16) that Telegram takes in one message. */
    public static final int LONGEST = 4096;

    public static Message of(String body, Keyboard keyboard) {
        return new Message("", body, keyboard, false);
    }

    public static Message titled(String title, String body, Keyboard keyboard) {
        return new Message(title, body, keyboard, false);
    }

    /** The same, on which the phone stays quiet. */
    public Message quietly() {
        return new Message(title, body, keyboard, true);
    }

    /** Title and body as one text. */
    public String text() {
        return title.isEmpty() ? body : body.isEmpty() ? title : title + "\n" + body;
    }
}
