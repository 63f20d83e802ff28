package org.dabyl.alert;

/**
 * Something told to people while an alert runs.
 *
 * @param topic what it is about
 * @param to whom it is for
 * @param text in an organiser's words
 */
public record News(Topic topic, Part to, String text) {

    /** What is kept, sealed: {@code NEWS|COMING|text}. */
    String form() {
        return topic.name() + "|" + to.name() + "|" + text;
    }

    static News read(String form) {
        String[] fields = form.split("\\|", 3);
        return new News(Topic.valueOf(fields[0]), Part.valueOf(fields[1]), fields[2]);
    }
}
