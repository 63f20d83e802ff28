package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "kk, KK",
        "kk-KZ, KK",
        "KK_cyrl, KK",
        "ru, RU",
        "en, EN",
        "en-GB, EN",
        "EN, EN",
        "eng, RU",
        "k, RU",
        "uz, RU"
    })
    void aClientsCodeIsReadByItsLanguageAndAnyOtherIsRussian(String code, Language language) {
        assertThat(Language.of(code)).isEqualTo(language);
    }

    @Test
    void noneIsRussian() {
        assertThat(Language.of(null)).isEqualTo(Language.RU);
        assertThat(Language.of("")).isEqualTo(Language.RU);
    }
}
