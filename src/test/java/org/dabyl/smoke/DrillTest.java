package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.drill.Drills;
import org.junit.jupiter.api.Test;

/** A drill goes the way of an alert, says that it is one, and shows who was reached. */
class DrillTest {

    private static final Town TOWN = MovedTown.town();

    @Test
    void aDrillIsPreviewedSentAnsweredCountedAndEndsByItself() {
        Phone organiser = TOWN.organiser("en", "kokkaynar");
        Phone aigul = TOWN.supporter("kk", "kokkaynar");
        Phone serik = TOWN.supporter("ru", "kokkaynar");
        organiser.writes("/drill kokkaynar At the school").expect("🎓 DRILL").presses("Send");
        organiser.waitFor("🎓 DRILL · 🚨");

        aigul.waitFor("🎓 ОҚУ ДАБЫЛЫ");
        serik.waitFor("🎓 УЧЕБНАЯ").presses("10").waitFor("🎓 УЧЕБНАЯ");
        organiser.waitFor("Coming: 1");
        passTo(1);
        aigul.writes("/no").waitFor("🎓 ОҚУ ДАБЫЛЫ");
        organiser.waitFor("Can’t come: 1");
        passTo(5);
        passTo(15);

        organiser.waitFor("Result of the drill");
        assertThat(organiser.last().text())
                .contains(
                        "Reached: under 5",
                        "within 1 min: 1",
                        "within 15 min: 2",
                        "Out of reach: 0",
                        "Organisers not reached: 0");
        TOWN.telegram().pass(Duration.ofMinutes(5));
        serik.waitFor("Учебная тревога окончена. Спасибо");
        assertThat(serik.last().text()).startsWith("🎓 УЧЕБНАЯ");
    }

    /** Until the answers of the first so many minutes are counted. */
    private static void passTo(int minutes) {
        Alert drill = TOWN.program().getBean(Alerts.class).open().getFirst();
        Instant now = TOWN.telegram().now();
        TOWN.telegram().pass(Duration.between(now, drill.openedAt().plus(Duration.ofMinutes(minutes))));
        Drills drills = TOWN.program().getBean(Drills.class);
        await().until(() -> drills.answered(drill.id()).containsKey(minutes));
    }

    @Test
    void anAlertInEarnestGoesFirstAndCallsTheDrillOff() {
        Phone organiser = TOWN.organiser("en", "algabas");
        Phone phone = TOWN.supporter("en", "algabas");
        organiser.writes("/drill algabas").expect("Drills").presses("Hold one now");
        organiser.waitFor("This is a drill").presses("Send").waitFor("Sent: under 5");
        phone.waitFor("🎓 DRILL");

        organiser
                .writes("/alert algabas They are here")
                .waitFor("They are here")
                .presses("Send");

        phone.waitFor("They are here");
        phone.waitFor("The drill is called off");
        organiser.writes("/drill algabas again").waitFor("there is a real alert");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void drillsComeRoundByThemselvesUntilTheyAreSwitchedOff() {
        Phone organiser = TOWN.organiser("en", "akbulak");
        Phone phone = TOWN.supporter("en", "akbulak");
        organiser.writes("/drill akbulak weekly Sat 11:00").expect("Weekly: Sat, 11:00. Next: ");

        TOWN.telegram().passTo(DayOfWeek.SATURDAY, LocalTime.of(11, 0));

        phone.waitFor("🎓 DRILL");
        organiser.writes("/drill akbulak off").waitFor("None by itself");
        TOWN.telegram().pass(Duration.ofMinutes(21));
        phone.waitFor("The drill is over");
    }
}
