package org.dabyl.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;

/** The essence of an update that is still text. */
final class TestEssence {

    private TestEssence() {}

    /** What is no JSON stays as it is: Telegram's answer could not be read in the first place. */
    static String of(String update) {
        try {
            return Essence.of(Json.ANSWERS.readTree(update));
        } catch (JsonProcessingException e) {
            return update;
        }
    }
}
