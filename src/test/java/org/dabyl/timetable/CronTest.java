package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CronTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    @Test
    void aMonthlyTimeIsOnTheFirstSuchDay() {
        Cron cron = Cron.monthly(DayOfWeek.SATURDAY, ELEVEN, ALMATY);

        assertThat(cron.next(Instant.parse("2026-04-05T05:30:00Z"))).isEqualTo("2026-05-02T06:00:00Z");
        assertThat(cron.next(Instant.parse("2026-05-02T06:00:00Z"))).isEqualTo("2026-06-06T06:00:00Z");
    }

    @Test
    void elevenStaysElevenOverSummerTime() {
        Cron cron = Cron.weekly(DayOfWeek.SATURDAY, ELEVEN, BERLIN);

        assertThat(cron.next(Instant.parse("2026-03-23T00:00:00Z"))).isEqualTo("2026-03-28T10:00:00Z");
        assertThat(cron.next(Instant.parse("2026-03-28T10:00:00Z"))).isEqualTo("2026-04-04T09:00:00Z");
        assertThat(cron.next(Instant.parse("2026-10-24T09:00:00Z"))).isEqualTo("2026-10-31T10:00:00Z");
    }

    @Test
    void elevenStaysElevenWhereAlmatyChangedForGood() {
        Cron cron = Cron.weekly(DayOfWeek.SATURDAY, ELEVEN, ALMATY);

        assertThat(cron.next(Instant.parse("2024-02-20T00:00:00Z"))).isEqualTo("2024-02-24T05:00:00Z");
        assertThat(cron.next(Instant.parse("2024-02-24T05:00:00Z"))).isEqualTo("2024-03-02T06:00:00Z");
    }
}
