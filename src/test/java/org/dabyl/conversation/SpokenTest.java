package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alert karasu come",
                "/ALERT@dabyl_bot  karasu come ",
                "/alert\u00a0karasu\u202fcome",
                "/alert\nkarasu come",
                "\u200e/alert karasu come",
                "\ufeff/alert karasu come",
                "\u200b\u2068 /alert karasu come",
                "\u00a0/\u200ealert\u200f \u200ekarasu come",
                "／alert karasu come",
                "／alert@dabyl_bot\u3000karasu come"
            })
    void aCommandIsReadHoweverItsSpacesAndLettersAreWritten(String text) {
        assertThat(Spoken.of(text)).contains(new Spoken("alert", "karasu come"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u200e", "they are here", "yes / no", "\u200ethey / are", "-/alert", "⁄alert"})
    void aTextIsNoCommand(String text) {
        assertThat(Spoken.of(text)).isEmpty();
    }

    /** Telegram may bring 4,096 of anything. */
    @Test
    void whatNeverEndsIsReadToo() {
        assertThat(Spoken.of("\u200e".repeat(4096))).isEmpty();
        assertThat(Spoken.of("/".repeat(4096))).contains(new Spoken("/".repeat(4095), ""));
        assertThat(Spoken.of("/" + "\u200b".repeat(4095))).contains(new Spoken("", ""));
    }
}
