package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two organisers cut a third off at once; that one is answered as ever, reaches nobody and learns nothing. */
class SuspensionTest {

    private final Town town = Council.town();

    @Test
    void twoOthersSuspendAndWhatTheSuspendedOneSendsReachesNobody() {
        Phone agent = town.organiser("en", "kalkaman");
        Phone other = town.organiser("en", "kalkaman");
        Phone resident = town.supporter("en", "kalkaman");
        String link = invitation(agent, "kalkaman");
        agent.writes("/alert kalkaman An old draft").expect("An old draft");
        String oldDraft = agent.last().button("Send").data();
        String number = number(agent, other);

        suspend(other, number, "Another organiser has to do the same");
        assertThat(town.owner().acts("wants organiser " + number + " suspended"))
                .contains("Kalkaman");
        suspend(town.owner(), number, "is suspended");

        assertThat(agent.unread()).isEmpty();
        agent.forges(oldDraft);
        agent.writes("/alert kalkaman Come to the trap").waitFor("Come to the trap");
        agent.presses("Send").waitFor("Sent:");
        agent.writes("/update Another trap").waitFor("News on its way");
        agent.writes("/board").waitFor("Sent: 1 of 1");
        agent.writes("/standdown").waitFor("over");
        agent.writes("/board").waitFor("no alert now");
        Phone friend = town.phone("en").opens(invitation(agent, "kalkaman"));
        friend.expect("already used or is too old");
        town.phone("en").opens(link).expect("already used or is too old");
        agent.writes("/organisers").waitFor("How many organisers");
        assertThat(agent.last().text()).doesNotContain("suspended");
        agent.writes("/log").waitFor("What organisers did");
        assertThat(agent.acts()).noneMatch(line -> line.contains("suspended"));

        assertThat(resident.unread()).isEmpty();
        other.writes("/board").expect("no alert now");
        assertThat(other.acts()).noneMatch(line -> line.contains("trap"));
        other.writes("/organisers").expect(number + " suspended");
    }

    @Test
    void theyLearnNothingOfWhatHappensAndAreHadBackByTwo() {
        Phone agent = town.organiser("en", "akzhar");
        Phone other = town.organiser("en", "akzhar");
        String number = number(agent, other);
        suspend(other, number, "Another organiser has to do the same");
        suspend(town.owner(), number, "is suspended");

        other.writes("/alert akzhar They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: 0 of 0");
        String board = other.last().button("Stand down").data();
        agent.forges(board.replace("over:", "overyes:"));
        agent.forges(board.replace("over:", "ring:") + ":1");
        agent.writes("/board").expect("no alert now");
        assertThat(other.acts()).noneMatch(line -> line.contains("stood down"));
        other.writes("/standdown").waitFor("over");

        back(other, number, "Another organiser has to do the same");
        back(town.owner(), number, "is back");
        agent.writes("/alert akzhar It is me")
                .waitFor("It is me")
                .presses("Send")
                .waitFor("Sent: 0 of 0");
        other.waitFor("Sent: 0 of 0");
        agent.writes("/standdown").waitFor("over");
    }

    @Test
    void oneAloneSuspendsNobodyAndWhoSharesNoDistrictHasNoVote() {
        Phone agent = town.organiser("en", "tastak");
        Phone other = town.organiser("en", "tastak");
        Phone elsewhere = town.organiser("en", "duman");
        String number = number(agent, other);

        suspend(other, number, "Another organiser has to do the same");
        suspend(other, number, "Another organiser has to do the same");
        elsewhere.forges("suspyes:" + number);
        agent.forges("suspyes:" + number);

        elsewhere.writes("/suspend").waitFor("Two of you together");
        assertThat(elsewhere.last().labels()).noneMatch(label -> label.contains(number));
        agent.writes("/alert tastak Still me")
                .expect("Still me")
                .presses("Send")
                .waitFor("Sent: 0 of 0");
        other.waitFor("Sent: 0 of 0");
        agent.writes("/standdown").waitFor("over");
    }

    @Test
    void theOwnerCanBeCutOffToo() {
        Town own = Town.with("--dabyl.acts.pause=1s");
        Phone one = own.organiser("en", "duman");
        Phone two = own.organiser("en", "duman");
        Phone resident = own.supporter("en", "duman");
        one.writes("/suspend")
                .waitFor("Two of you together")
                .presses("All districts")
                .waitFor("Suspend organiser");
        one.presses("Yes, suspend").waitFor("Another organiser has to do the same");
        two.writes("/suspend")
                .waitFor("Two of you together")
                .presses("All districts")
                .waitFor("Suspend organiser");
        two.presses("Yes, suspend").waitFor("is suspended");
        // a draft written before the step that ends the old ones would end with them
        await().atMost(Duration.ofSeconds(20)).until(own::still);

        own.owner()
                .writes("/alert duman A trap")
                .waitFor("A trap")
                .presses("Send")
                .waitFor("Sent:");

        two.writes("/board").expect("no alert now");
        assertThat(resident.unread()).isEmpty();
    }

    @Test
    void whatTheyBoundGetsNothingMoreAndTheOthersAreToldWhichItWas() {
        Phone agent = town.organiser("en", "algabas");
        Phone other = town.organiser("en", "algabas");
        Square theirs = Square.channel(town.telegram(), "Trap", agent);
        agent.waitFor("which district").presses("Algabas").waitFor("now gets the alerts");
        Square ours = Square.channel(town.telegram(), "Ours", other);
        other.waitFor("which district").presses("Algabas").waitFor("now gets the alerts");
        other.writes("/alert algabas They are here").waitFor("They are here");
        other.presses("Send").waitFor("Sent: 0 of 0");
        theirs.shows("They are here");
        ours.shows("They are here");
        String number = number(agent, other);

        suspend(other, number, "Another organiser has to do the same");
        suspend(town.owner(), number, "is suspended");

        assertThat(other.acts("organiser " + number + ": had bound a channel or group"))
                .contains("Algabas — Trap");
        other.writes("/channels").waitFor("Ours — Algabas");
        assertThat(other.last().text()).doesNotContain("Trap");
        other.writes("/update To the back gate").waitFor("News on its way");
        ours.shows("To the back gate");
        other.writes("/standdown").waitFor("over");
        ours.shows("🟢");
        other.writes("/alert algabas Again").waitFor("Again").presses("Send").waitFor("Sent: 0 of 0");
        ours.shows("Again");
        other.writes("/standdown").waitFor("over");
        await().atMost(Duration.ofSeconds(20)).until(town::still);
        assertThat(theirs.said()).extracting(Seen::text).hasSize(1).first(STRING).contains("They are here");
        assertThat(agent.everything()).doesNotContain("had bound a channel");
        back(other, number, "Another organiser has to do the same");
        back(town.owner(), number, "is back");
        agent.writes("/log").waitFor("What organisers did");
        assertThat(agent.last().text()).doesNotContain("had bound a channel");
    }

    private static String invitation(Phone organiser, String code) {
        return organiser.writes("/invite " + code).waitFor("?start=o_").last().link();
    }

    /** The number of the one of two organisers of a district: the other's list names it alone. */
    private static String number(Phone of, Phone reader) {
        String all = reader.writes("/organisers").waitFor("How many").last().text();
        String own = of.writes("/suspend")
                .waitFor("Two of you together")
                .last()
                .labels()
                .toString();
        String district = all.lines().reduce((first, last) -> last).orElseThrow();
        return Pattern.compile("\\d{2,}")
                .matcher(district.substring(district.indexOf('(')))
                .results()
                .map(MatchResult::group)
                .filter(number -> !own.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private static void suspend(Phone by, String number, String answer) {
        by.writes("/suspend").waitFor("Two of you together").presses(number).waitFor("Suspend organiser " + number);
        by.presses("Yes, suspend").waitFor(answer);
    }

    private static void back(Phone by, String number, String answer) {
        by.writes("/suspend").waitFor("Two of you together").presses(number).waitFor("Reinstate organiser " + number);
        by.presses("Yes, reinstate").waitFor(answer);
    }
}
