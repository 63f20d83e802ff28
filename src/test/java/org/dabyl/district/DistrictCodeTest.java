package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictCodeTest {

    @Test
    void whatAPersonTypesIsForgiven() {
        assertThat(DistrictCode.parse("  Shanyrak_1 ")).contains(new DistrictCode("shanyrak-1"));
        assertThat(DistrictCode.parse("shanyrak\u20131")).contains(new DistrictCode("shanyrak-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "шанырак-1", "a b", "a\nb", "a/b", "0123456789-0123456789-0123456789-01234567"})
    void whatIsNoCodeIsRefused(String text) {
        assertThat(DistrictCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new DistrictCode(text));
    }

    @Test
    void theLongestCodeFitsADeepLink() {
        assertThat(DistrictCode.parse("x".repeat(40))).isPresent();
        assertThat(DistrictCode.parse("x".repeat(41))).isEmpty();
    }
}
