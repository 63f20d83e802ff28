package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What an organiser does is told to the other organisers of the district, by a number, once, and kept in a log. */
class ActsToldTest {

    private static final String LOG = "{dabyl}:acts";

    private final Town town = Council.town();

    @Test
    void theOthersOfTheDistrictLearnWhatAnOrganiserDoes() {
        Phone one = town.organiser("en", "kalkaman");
        Phone other = town.organiser("ru", "kalkaman");
        Phone elsewhere = town.organiser("en", "ulzhan");
        String number = one.acts("is a new organiser · Kalkaman").replaceAll(".*organiser (\\d+):.*", "$1");
        one.writes("/alert kalkaman They are here").expect("They are here");

        one.presses("Send").waitFor("Sent: 0 of 0");
        one.writes("/update Bring water").waitFor("All called: 0");
        one.writes("/others 20").waitFor("20");
        one.writes("/standdown They left").waitFor("over");

        String raised = other.acts("тревога");
        assertThat(raised).contains("Калкаман").doesNotContain("организатор " + number + ":");
        assertThat(other.acts("новость")).contains("Bring water");
        assertThat(other.acts("без Telegram")).contains("20");
        assertThat(other.acts("отбой")).contains("They left");
        assertThat(town.owner().acts("They left")).contains("stood down alert");
        assertThat(other.acts()).doesNotHaveDuplicates();
        assertThat(one.acts()).noneMatch(line -> line.contains("Bring water"));
        assertThat(elsewhere.acts()).noneMatch(line -> line.contains("Kalkaman"));
        assertThat(other.acts()).noneMatch(line -> line.contains(Long.toString(one.id())));
    }

    @Test
    void thatAWordIsSetOrDoesNotFitIsToldAndNeverTheWord() {
        Phone other = town.organiser("en", "kalkaman");
        town.owner().writes("/panic word nightingale").waitFor("The word is set");
        other.acts("set the word");

        town.owner().writes("/panic wipe nightingown").waitFor("that is not the word");
        other.acts("nothing was wiped");
        other.writes("/log").waitFor("set the word");
        assertThat(other.texts()).noneMatch(text -> text.contains("nighting"));
    }

    @Test
    void theLogShowsTheLastActsToThoseWhomTheyConcern() {
        Phone one = town.organiser("en", "akzhar");
        Phone other = town.organiser("en", "ulzhan");
        one.writes("/drill akzhar weekly Sat 11:00").waitFor("Drills");
        one.writes("/invite akzhar").waitFor("Invitation");

        one.writes("/log").waitFor("What organisers did");
        assertThat(one.last().text())
                .contains("planned drills · Akzhar", "made an invitation", "Nothing was removed or changed");
        other.writes("/log").waitFor("What organisers did");
        assertThat(other.last().text()).doesNotContain("Akzhar").contains("Ulzhan");
        Phone supporter = town.supporter("en", "akzhar");
        supporter.writes("/log").waitFor("no such command");
    }

    @Test
    void aLogThatSomebodyChangedIsToldToTheOrganisersAndByTheHealth() {
        try (Tampered tampered = new Tampered()) {
            assertThat(Health.of(town, "acts")).contains("UP");

            tampered.change();

            assertThat(Health.of(town, "acts")).contains("DOWN", "CHANGED");
            town.owner().writes("/log").waitFor("Somebody tampered");
        }
        await().until(() -> Health.of(town, "acts").contains("UP"));
    }

    /** Changes the newest act in the database, and puts it back. */
    private final class Tampered implements AutoCloseable {

        private final StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
        private final List<String> before =
                Objects.requireNonNull(redis.opsForList().range(LOG, 0, 0));

        void change() {
            redis.opsForList().set(LOG, 0, before.getFirst().replace("JOINED", "RAISED"));
        }

        @Override
        public void close() {
            redis.opsForList().set(LOG, 0, before.getFirst());
        }
    }
}
