package org.dabyl.conversation;

import java.util.Set;

/** What a person can ask for by a button; its data is {@code verb:subject}, and can be forged. */
interface Pressable extends Offer {

    /** The verbs it answers to. */
    Set<String> verbs();

    /** Does it; false where the subject means nothing. */
    boolean press(Chat chat, String verb, String subject);
}
