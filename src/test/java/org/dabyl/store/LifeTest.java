package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifeTest {

    private static final Pattern KEY = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @EnumSource
    void aKeyIsOfOneKind(Life life) {
        String keys = life.row().substring(0, life.row().indexOf(" | "));
        assertThat(KEY.matcher(keys).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(
                                Life.of("{1000001}:" + key.replace("`", "").replaceAll("<[^>]+>", "x7")))
                        .containsExactly(life));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{dabyl}:alert:x:unheard", "{dabyl}:alert:x:answers:more", "supporterss", "{1}:{2}:muted"})
    void whatIsNotInTheTableIsOfNoKind(String key) {
        assertThat(Life.of(key)).isEmpty();
    }
}
