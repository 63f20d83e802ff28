package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alert karasu come",
                "/ALERT@dabyl_bot  karasu come ",
                "/alert\u00a0karasu\u202fcome",
                "/alert\nkarasu come"
            })
    void aCommandIsReadHoweverItsSpacesAndLettersAreWritten(String text) {
        assertThat(Spoken.read(text)).isEqualTo(new Spoken("alert", "karasu come"));
    }
}
