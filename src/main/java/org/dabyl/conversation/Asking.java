package org.dabyl.conversation;

import java.util.Set;

/** Something that asks a person to write; the {@link Questions} remember {@code question:subject}. */
interface Asking extends Offer {

    /** The questions it asks. */
    Set<String> questions();

    /** What the person wrote; from an organiser it is at most {@link org.dabyl.alert.Alerts#LONGEST_TEXT} long. */
    void answered(Chat chat, String question, String subject, String text);

    /** A location in place of a text; false where the question is not about a place, and stays. */
    default boolean answered(Chat chat, String question, String subject, Said.Place place) {
        return false;
    }
}
