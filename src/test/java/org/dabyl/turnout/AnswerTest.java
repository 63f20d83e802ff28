package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.Coming(0),
                new Answer.Coming(10),
                new Answer.Coming(Answer.LONGEST_MINUTES),
                new Answer.Cannot(),
                new Answer.Here(),
                new Answer.Home());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aCodeIsReadBack(Answer answer) {
        assertThat(Answer.parse(answer.code())).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "c", "c-1", "c1441", "c99999", "c1e3", "c١٠", "C10", "c10 ", " c10", "c10|no", "c10\n", "NO",
                "here!", "yes", "tally"
            })
    void aForgedCodeIsRefused(String forged) {
        assertThat(Answer.parse(forged)).isEmpty();
    }

    @Test
    void minutesOutOfRangeAreRefused() {
        assertThat(Answer.coming(-1)).isEmpty();
        assertThat(Answer.coming(Answer.LONGEST_MINUTES + 1)).isEmpty();
        assertThat(Answer.coming(0)).isPresent();
        assertThat(Answer.coming(Answer.LONGEST_MINUTES)).isPresent();
    }
}
