package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdTest {

    @RepeatedTest(20)
    void aNewIdIsReadBack() {
        AlertId id = AlertId.random(new Random());

        assertThat(AlertId.parse(id.value())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abcdefghi",
                "abcdefghijk",
                "ABCDEFGHIJ",
                "abcdefghi1",
                "abcdefgh:*",
                "abcdefghij\n",
                "әbcdefghij"
            })
    void aForgedIdIsRefused(String forged) {
        assertThat(AlertId.parse(forged)).isEmpty();
    }
}
