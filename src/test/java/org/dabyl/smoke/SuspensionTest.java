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
        agent.writes("/board").waitFor("Sent: under 5");
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
                .waitFor("Sent: under 5");
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
                .waitFor("Sent: under 5");
        other.waitFor("Sent: under 5");
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
                .waitFor("Sent: under 5");
        other.waitFor("Sent: under 5");
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
        other.presses("Send").waitFor("Sent: under 5");
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
        other.writes("/alert algabas Again").waitFor("Again").presses("Send").waitFor("Sent: under 5");
        ours.shows("Again");
        other.writes("/standdown").waitFor("over");
        await().atMost(Duration.ofSeconds(20)).until(town::still);
        assertThat(theirs.said())
                .extracting(Seen::text)
                .hasSize(1)
                .first(STRING)
                .contains("They are here");
        assertThat(agent.everything()).doesNotContain("had bound a channel");
        back(other, number, "Another organiser has to do the same");
        back(town.owner(), number, "is back");
        agent.writes("/log").waitFor("What organisers did");
        assertThat(agent.last().text()).doesNotContain("had bound a channel");
    }

    @Test
    void whatTheySendCountsOnAndStaysAsTheyPlannedIt() {
        Phone agent = town.organiser("en", "ulzhan-2");
        Phone other = town.organiser("en", "ulzhan-2");
        other.writes("/alert ulzhan-2 They are here").waitFor("They are here");
        int before = alert(other.presses("Send").waitFor("Sent: under 5"));
        other.writes("/standdown").waitFor("over");
        cutOff(agent, other);

        agent.writes("/alert ulzhan-2 A trap").waitFor("A trap").presses("Needed");
        agent.waitFor("A trap").presses("20").waitFor("A trap");
        assertThat(alert(agent.presses("Send").waitFor("Sent: under 5"))).isEqualTo(before + 1);
        assertThat(agent.last().text()).contains("Needed: 20");
        agent.presses("Need 50").waitFor("Needed: 50");
        agent.writes("/need 7").waitFor("Needed now: 7").waitFor("🔴 Needed: 7");
        agent.writes("/need_car 4").waitFor("Needed now: 🚗 Car 4").waitFor("Car 0 of 4");
        agent.writes("/need many").waitFor("whole number");
        agent.writes("8").waitFor("Needed now: 8").waitFor("🔴 Needed: 8");
        agent.writes("/others 9").waitFor("There without Telegram: 9").waitFor("🔴 Needed: 8");
        agent.writes("/board").waitFor("Needed: 8");
        agent.writes("/standdown").waitFor("alert " + (before + 1) + " · over");

        agent.writes("/alert ulzhan-2 A rumour").waitFor("A rumour").presses("Notice");
        agent.waitFor("A rumour").presses("Send").waitFor("Sent: under 5");
        agent.writes("/board").waitFor("Sent: under 5");
        assertThat(agent.last().labels()).contains("📣 News").noneMatch(label -> label.contains("Need"));
        agent.writes("/falsealarm").waitFor("over: false alarm");
    }

    @Test
    void theirNewsGoesToThePartTheyChooseAsFarAsTheySee() {
        Phone agent = town.organiser("en", "karasu");
        Phone other = town.organiser("en", "karasu");
        Phone resident = town.supporter("en", "karasu");
        cutOff(agent, other);
        agent.writes("/alert karasu A trap").waitFor("A trap").presses("Send").waitFor("Sent: under 5");

        agent.writes("/update")
                .waitFor("for whom?")
                .presses("All called: under 5")
                .waitFor("All called: under 5. Write the news");
        agent.writes("Another trap").waitFor("News on its way");
        agent.writes("/update_coming Another trap").waitFor("News on its way");
        agent.writes("/update_car").waitFor("Car");
        agent.writes("/muster").waitFor("where everyone shall come");
        agent.writes("At the trap").waitFor("The muster point is on its way");
        agent.writes("/standdown").waitFor("over");
        assertThat(resident.unread()).isEmpty();
        assertThat(agent.texts()).noneMatch(text -> text.contains("did not work"));
    }

    @Test
    void whatEverybodyMayAskIsAnsweredAsToAnOrganiser() {
        Phone agent = town.organiser("en", "kayrat");
        Phone other = town.organiser("en", "kayrat");
        Phone watcher = town.supporter("en", "kayrat").writes("/watch Wed 9-12");
        watcher.expect("Wed 09:00–12:00");
        cutOff(agent, other);
        watcher.writes("/watch Thu 9-12").waitFor("Thu 09:00–12:00");
        other.writes("/watch").waitFor("Wed 1 · Thu 1");

        agent.writes("/watch").waitFor("Kayrat: Mon 0 · Tue 0 · Wed 1 · Thu 0");
        agent.writes("/language").waitFor("Language").presses("Русский").waitFor("по-русски");
        agent.writes("/watch").waitFor("ср 1 · чт 0");
        agent.writes("/organisers").waitFor("Сколько организаторов");
        agent.writes("/log").waitFor("Что делали организаторы");
    }

    @Test
    void theLogShowsThemWhatTheyDidAndNothingOfTheOthers() {
        Phone agent = town.organiser("en", "dariya");
        Phone other = town.organiser("en", "dariya");
        other.writes("/invite dariya").waitFor("?start=o_");
        cutOff(agent, other);
        other.writes("/alert dariya They are here").waitFor("They are here");
        other.presses("Send").waitFor("Sent: under 5");

        agent.writes("/alert dariya A trap | of mine").waitFor("A trap").presses("Send");
        int sent = alert(agent.waitFor("Sent: under 5"));
        agent.writes("/invite").waitFor("For which district").presses("Dariya").waitFor("?start=o_");
        agent.writes("/log").waitFor("What organisers did");

        assertThat(agent.last().text().lines().map(line -> line.replaceAll(".*organiser \\d+: ", "")))
                .containsSubsequence(
                        "made an invitation for an organiser · Dariya",
                        "raised alert " + sent + " · Dariya — A trap | of mine",
                        "made an invitation for an organiser · Dariya")
                .noneMatch(line -> line.contains("They are here"));
        other.writes("/log").waitFor("What organisers did");
        assertThat(other.last().text()).contains("They are here").doesNotContain("trap");
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void theyLockAndWipeNothingAndAreToldSoByNobody() {
        Phone agent = town.organiser("en", "zerdeli");
        Phone other = town.organiser("en", "zerdeli");
        Phone resident = town.supporter("en", "zerdeli");
        cutOff(agent, other);

        agent.writes("/panic").waitFor("Lock: nothing goes out").presses("Wipe everything");
        agent.waitFor("A second organiser has to confirm");
        agent.writes("/panic word trapped trapped").waitFor("Only the owner");
        agent.writes("/panic lock")
                .waitFor("Locked. Nothing goes out")
                .writes("/board")
                .waitFor("Paused");
        agent.writes("/panic")
                .waitFor("Lock: nothing goes out")
                .presses("Unlock")
                .waitFor("Only the owner unlocks");
        agent.writes("/status").waitFor("not registered");

        assertThat(other.everything()).doesNotContain("asks to WIPE", "asks to wipe", "locked everything");
        other.writes("/alert zerdeli They are here").waitFor("They are here").presses("Send");
        resident.expect("They are here");
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void whileEverythingIsLockedTheyAreAnsweredAsOrganisers() {
        Town own = Town.with("--dabyl.acts.pause=1s");
        Phone agent = own.organiser("en", "zerdeli");
        Phone other = own.organiser("en", "zerdeli");
        String number = number(agent, other);
        suspend(other, number, "Another organiser has to do the same");
        suspend(own.owner(), number, "is suspended");
        other.writes("/panic lock").waitFor("Locked. Nothing goes out");

        agent.writes("/board").waitFor("Paused");
        agent.writes("/panic").waitFor("Lock: nothing goes out");
        assertThat(agent.last().labels()).contains("🔓 Unlock");
        agent.presses("Unlock").waitFor("Only the owner unlocks");
        agent.writes("/leave").waitFor("You are still an organiser");
        agent.waitFor("Step down as an organiser too?");
        agent.writes("/panic wipe").waitFor("A second organiser has to confirm");

        other.writes("/panic").waitFor("Lock: nothing goes out");
        assertThat(own.owner().everything()).doesNotContain("asks to WIPE");
        own.owner().writes("/panic unlock").waitFor("Unlocked");
    }

    @Test
    void anyInvitationWelcomesThemAsItWelcomesAnOrganiser() {
        Phone agent = town.organiser("en", "zerdeli");
        Phone other = town.organiser("en", "zerdeli");
        String welcome = other.writes("/start o_old")
                .waitFor("You are an organiser")
                .last()
                .text();
        String link = invitation(other, "zerdeli");
        cutOff(agent, other);

        agent.writes("/start o_old").waitFor("You are an organiser");
        assertThat(agent.last().text()).isEqualTo(welcome);
        agent.opens(link).waitFor("You are an organiser");

        town.phone("en").opens(link).waitFor("You are an organiser");
        agent.writes("/alert zerdeli A trap").waitFor("A trap").presses("Send").waitFor("Sent:");
        other.writes("/board").expect("no alert now");
    }

    @Test
    void whoIsNewIsToldSoAlsoWhenCutOff() {
        Phone other = town.organiser("en", "zerdeli");
        Phone agent = town.phone("en").opens(invitation(other, "zerdeli"));
        agent.waitFor("You are an organiser").writes("/panic wipe").waitFor("do not count as one of two yet");
        cutOff(agent, other);

        agent.writes("/panic wipe").waitFor("do not count as one of two yet");
    }

    @Test
    void theyAreAskedForWhichDistrictAChannelIsAndBindNone() {
        Phone agent = town.organiser("en", "algabas");
        Phone other = town.organiser("en", "algabas");
        cutOff(agent, other);

        Square.channel(town.telegram(), "Trap", agent);

        agent.waitFor("which district").presses("Algabas");
        await().until(() -> agent.toast().contains("did not work just now"));
        other.writes("/channels").waitFor("Channels");
        assertThat(other.last().text()).doesNotContain("Trap");
    }

    @Test
    void ofAnAlertThatRanAlreadyTheySeeWhatTheySaw() {
        Phone agent = town.organiser("en", "trudovik");
        Phone other = town.organiser("en", "trudovik");
        Phone comes = town.supporter("en", "trudovik");
        Phone later = town.supporter("en", "trudovik");
        other.writes("/alert trudovik They are here").waitFor("They are here").presses("Send");
        comes.waitFor("They are here").presses("10 min").waitFor("coming");
        other.waitFor("Coming: 1");
        agent.waitFor("Coming: 1");
        cutOff(agent, other);
        later.waitFor("They are here").presses("10 min").waitFor("coming");
        other.writes("/board").waitFor("Coming: 2").presses("Widen: neighbours").waitFor("own district, neighbours");

        agent.writes("/board").waitFor("Coming: 1");
        assertThat(agent.last().text()).contains("Called: own district\n", "Sent: under 5");
        agent.presses("Need 50").waitFor("Needed: 50");
        agent.writes("/update").waitFor("for whom?");
        assertThat(agent.last().labels()).anyMatch(label -> label.endsWith("Coming: 1"));
        assertThat(other.writes("/board").waitFor("Coming: 2").last().text()).doesNotContain("Needed");
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void aBoardThatWaitsWhileTheyAreCutOffShowsThemNothingMore() {
        Phone agent = town.organiser("en", "duman");
        Phone other = town.organiser("en", "duman");
        Phone resident = town.supporter("en", "duman");
        other.writes("/alert duman They are here").waitFor("They are here").presses("Send");
        other.waitFor("Sent: under 5");
        agent.waitFor("Sent: under 5");
        String number = number(agent, other);
        suspend(other, number, "Another organiser has to do the same");
        town.owner().writes("/suspend").waitFor("Two of you together").presses(number);
        town.owner().waitFor("Suspend organiser " + number);
        BusyChat busy = BusyChat.of(town, agent, Duration.ofSeconds(8));
        long before = busy.until();
        resident.waitFor("They are here").presses("10 min").waitFor("coming");
        await().until(() -> busy.until() > before);

        town.owner().presses("Yes, suspend").waitFor("is suspended");

        other.waitFor("Coming: 1");
        agent.writes("/status").waitFor("not registered");
        assertThat(agent.everything()).doesNotContain("Coming: 1");
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void whoIsASupporterTooIsCalledLikeAnyNeighbour() {
        Phone agent = town.organiser("en", "bakay");
        Phone other = town.organiser("en", "bakay");
        agent.writes("/start d_bakay").waitFor("registered");
        cutOff(agent, other);

        other.writes("/alert bakay They are here").waitFor("They are here").presses("Send");

        agent.waitFor("They are here").presses("10 min").waitFor("coming");
        other.waitFor("Coming: 1").writes("/standdown").waitFor("over");
    }

    @Test
    void whatTheyWereAskedLapsesWhenTheyDoSomethingElse() {
        Phone agent = town.organiser("en", "madeniet");
        Phone other = town.organiser("en", "madeniet");
        agent.writes("/start d_madeniet").waitFor("registered");
        cutOff(agent, other);

        agent.writes("/alert madeniet A trap")
                .waitFor("A trap")
                .presses("Own text")
                .waitFor("Write what");
        agent.writes("/status").waitFor("You are registered").writes("Another trap");
        agent.waitFor("Nobody will read this");
        agent.writes("/alert madeniet A trap").waitFor("A trap").presses("Send").waitFor("Sent: under 5");
        // nothing stands behind the alert in this button
        agent.forges(agent.last().button("Stand down").data().replace("over:", "overyes:") + ":x");
        agent.writes("/board").waitFor("Sent: under 5");
        agent.writes("/update_car").waitFor("Car").writes("🚜 They are here").waitFor("What do you see?");
        agent.writes("/update_car").waitFor("Car").writes("/status").waitFor("You are registered");
        agent.presses("10 min").waitFor("10 min").writes("Another trap").waitFor("Nobody will read this");
    }

    private void cutOff(Phone agent, Phone other) {
        String number = number(agent, other);
        suspend(other, number, "Another organiser has to do the same");
        suspend(town.owner(), number, "is suspended");
    }

    /** The number of the alert whose board was read last. */
    private static int alert(Phone reader) {
        return Pattern.compile("alert (\\d+)")
                .matcher(reader.last().text())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
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
