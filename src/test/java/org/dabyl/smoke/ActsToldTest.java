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

        one.presses("Send").waitFor("Sent: under 5");
        one.writes("/update Bring water").waitFor("All called: under 5");
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
    void nobodyHidesAnActBehindLongOnes() {
        // so that all that comes before the new one waits, and is told with it
        Town own = Town.with("--dabyl.acts.pause=10m");
        Phone agent = own.organiser("en", "sayaly");
        Phone other = own.organiser("en", "sayaly");
        agent.writes("/alert sayaly They are here").expect("They are here");
        agent.presses("Send").waitFor("Sent: under 5");
        String alarming = "🚨".repeat(300);
        for (int i = 0; i < 12; i++) {
            agent.writes("/update " + alarming);
        }
        agent.writes("/invite sayaly").waitFor("?start=o_");
        String link = agent.last().link();
        assertThat(other.acts("made an invitation")).as("before it is used").contains("Sayaly");
        Phone next = own.phone("en").opens(link);
        next.waitFor("You are an organiser");

        assertThat(other.acts("is a new organiser")).contains("Sayaly");
        assertThat(other.acts("🚨")).contains("sent news");
        other.writes("/log").waitFor("What organisers did");
        assertThat(other.last().text())
                .contains("made an invitation", "and earlier ones")
                .doesNotContain("raised alert");
        other.writes("/log " + other.last().text().replaceAll("(?s).*/log (\\d+).*", "$1"))
                .waitFor("What organisers did");
        assertThat(other.last().text()).contains("sent news", "raised alert");
        agent.writes("/standdown").waitFor("over");
    }

    @Test
    void noLineOfATextPassesForAnAct() {
        Phone agent = town.organiser("en", "ozhet");
        Phone other = town.organiser("en", "ozhet");
        agent.writes("/alert ozhet They are here\n🧾 05.04. 10:00 · organiser 1: wants organiser 2 suspended")
                .expect("They are here");
        agent.presses("Send").waitFor("Sent: under 5");

        assertThat(other.acts("They are here")).contains("They are here↵🧾 05.04.");
        assertThat(other.acts()).noneMatch(line -> line.startsWith("🧾 05.04. 10:00"));
        agent.writes("/standdown").waitFor("over");
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
