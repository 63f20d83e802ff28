package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** News goes to those it is for, by buttons or in one line, and says before how many these are. */
class NewsToSomeTest {

    private final Town town = Town.town();

    @Test
    void newsGoesToThoseItIsForAndToNobodyElse() {
        Phone coming = town.supporter("en", "medeu");
        Phone driver = town.supporter("ru", "medeu").writes("/status").expect("записаны");
        driver.presses("Машина").expect("Чем поможете");
        Phone silent = town.supporter("kk", "medeu");
        Phone organiser =
                town.organiser("en", "medeu").writes("/alert medeu now").expect("now");
        organiser.presses("Send").waitFor("Sent: under 5");
        Seen board = organiser.last();
        coming.expect("now").presses("10 min").expect("coming in 10 min");
        driver.expect("now").presses("30").expect("через 30");
        silent.expect("now");

        organiser.press(board.id(), board.button("News").data()).waitFor("for whom?");
        assertThat(organiser.last().labels())
                .contains("👥 All called: under 5", "🏃 Coming: 2", "✋ There: 0", "🚗 Car: under 5");
        organiser.presses("Car").waitFor("Car: under 5. Write the news");
        organiser.writes("fetch the water").waitFor("News on its way · 🚗 Car: under 5");
        driver.expect("fetch the water");

        organiser.writes("/update_coming use the north gate").waitFor("Coming: 2");
        coming.expect("use the north gate");
        driver.expect("use the north gate");
        organiser.writes("/update coming: is a word like others").waitFor("All called: under 5");
        silent.expect("coming: is a word");
        coming.expect("coming: is a word");
        driver.expect("coming: is a word");
        organiser.writes("/standdown").waitFor("over");
        silent.expect("Аяқталды");
        coming.expect("Over");
        driver.expect("Отбой");
        town.saysNothingElse(silent, coming, driver);
    }
}
