package org.dabyl.panic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class WordTest {

    private static final String KEY = "{dabyl}:panic-word";

    private final Word word = new Word(TestRedis.template());

    @Test
    void onlyTheLastWordIsTheWord() {
        assertThat(word.is("бұлбұл ұшты")).isFalse();
        word.set("earlier one");
        word.set("бұлбұл ұшты");

        assertThat(word.is("бұлбұл ұшты")).isTrue();
        assertThat(word.is("earlier one")).isFalse();
        assertThat(word.is("")).isFalse();
    }

    @Test
    void whatIsKeptDoesNotTellItAndIsNeverTheSame() {
        word.set("Zugvogel7");
        String first = TestRedis.template().opsForValue().get(KEY);
        word.set("Zugvogel7");

        assertThat(TestRedis.template().opsForValue().get(KEY)).isNotEqualTo(first);
        assertThat(first)
                .startsWith("210000$")
                .doesNotContain("Zugvogel7")
                .doesNotContain(Base64.getEncoder().encodeToString("Zugvogel7".getBytes(StandardCharsets.UTF_8)));
    }
}
