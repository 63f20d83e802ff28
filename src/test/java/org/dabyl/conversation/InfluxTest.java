package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.district.DistrictCode;
import org.dabyl.smoke.Phone;
import org.dabyl.smoke.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class InfluxTest {

    private static final DistrictCode DISTRICT = DistrictCode.parse("ozhet").orElseThrow();

    private final Town town = Town.with("--dabyl.influx.at-least=15", "--dabyl.influx.times=10");
    private final Influx influx = town.program().getBean(Influx.class);

    @Test
    void whoComesSlowlyIsNoticedWithinTheDayAndToldOnce() {
        Phone organiser = town.organiser("en", "ozhet");
        // never 15 in an hour, and 60 after six of them
        for (int hour = 0; hour < 6; hour++) {
            register(10);
            town.telegram().pass(Duration.ofHours(1));
        }
        assertThat(organiser.texts()).noneMatch(text -> text.contains("registrations"));
        register(1);
        organiser.waitFor("61 registrations within a day");
        register(20);
        organiser.writes("/organisers").waitFor("How many organisers");

        assertThat(organiser.texts().stream().filter(text -> text.contains("within a day")))
                .hasSize(1);
    }

    @Test
    void whatIsUsualIsNotTold() {
        Phone organiser = town.organiser("en", "kayrat");
        DistrictCode usual = DistrictCode.parse("kayrat").orElseThrow();
        for (int day = 0; day < 8; day++) {
            for (int n = 0; n < 14; n++) {
                influx.joined(usual);
            }
            town.telegram().pass(Duration.ofDays(1));
        }
        // ten times as many as on a usual day would be 140
        for (int hour = 0; hour < 9; hour++) {
            for (int n = 0; n < 14; n++) {
                influx.joined(usual);
            }
            town.telegram().pass(Duration.ofHours(1));
        }
        organiser.writes("/organisers").waitFor("How many organisers");
        assertThat(organiser.texts()).noneMatch(text -> text.contains("registrations"));
    }

    private void register(int people) {
        for (int n = 0; n < people; n++) {
            influx.joined(DISTRICT);
        }
    }
}
