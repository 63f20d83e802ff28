package org.dabyl.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource({"22-7, 22:00–07:00", "22:30-6:45, 22:30–06:45", "0-24, ''", "22 – 07, 22:00–07:00", "20-24, 20:00–00:00"
    })
    void peopleWriteThemInSeveralWays(String written, String read) {
        assertThat(Hours.parse(written).map(Hours::toString).orElse("")).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "25-7", "22-22", "22:60-7", "24:30-7", "always", "22-7-8"})
    void whatIsNoHoursIsRefused(String written) {
        assertThat(Hours.parse(written)).isEmpty();
    }

    @Test
    void aNightReachesOverMidnightAndEndsBeforeItsEnd() {
        Hours night = Hours.parse("22-7").orElseThrow();

        assertThat(night.contain(LocalTime.of(22, 0))).isTrue();
        assertThat(night.contain(LocalTime.of(3, 0))).isTrue();
        assertThat(night.contain(LocalTime.of(7, 0))).isFalse();
        assertThat(night.contain(LocalTime.of(21, 59))).isFalse();
    }

    @Test
    void anAfternoonLiesWithinOneDay() {
        Hours afternoon = Hours.parse("13-15").orElseThrow();

        assertThat(afternoon.contain(LocalTime.of(14, 0))).isTrue();
        assertThat(afternoon.contain(LocalTime.of(15, 0))).isFalse();
        assertThat(afternoon.contain(LocalTime.of(1, 0))).isFalse();
    }
}
