package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where no organiser answers, the residents' reports raise the alert; cutting off the organisers silences nobody. */
class QuorumTest {

    private static final Town TOWN = MovedTown.town();

    /** Everyone registers first: a week of the whole program's time passes once. */
    private static final List<Phone> BAKAY = residents("bakay", "kk", "ru", "en");

    private static final List<Phone> AKZHAR = residents("akzhar", "en", "en", "en");
    private static final List<Phone> DUMAN = residents("duman", "en", "en");
    private static final List<Phone> AKSAY = residents("aksay", "en", "en", "en");
    private static final List<Phone> KALKAMAN = residents("kalkaman", "en", "en", "en");

    @BeforeAll
    static void aWeekPasses() {
        TOWN.telegram().pass(Duration.ofDays(8));
    }

    @Test
    void threeResidentsRaiseTheAlertAndEveryCardSaysThatNobodyConfirmedIt() {
        Phone one = TOWN.organiser("en", "bakay");
        Phone other = TOWN.organiser("ru", "bakay");
        BAKAY.forEach(QuorumTest::reports);
        one.waitFor("reports that count 3 of 3");

        TOWN.telegram().pass(Duration.ofMinutes(2));

        BAKAY.get(0).waitFor("ешбір ұйымдастырушы растаған жоқ");
        BAKAY.get(1).waitFor("Ни один организатор этого не подтвердил");
        BAKAY.get(2).waitFor("No organiser has confirmed this");
        one.waitFor("Confirm it or call it off");
        other.waitFor("Подтвердите или отмените").presses("Подтвердить");
        one.waitFor("An organiser confirmed the residents’ alert");
        BAKAY.get(2).waitFor("An organiser has confirmed this alert");
        one.writes("/standdown").waitFor("over");
    }

    @Test
    void anyOrganiserCallsItOffAndEveryoneIsTold() {
        Phone organiser = TOWN.organiser("en", "akzhar");
        AKZHAR.forEach(QuorumTest::reports);
        organiser.waitFor("reports that count 3 of 3");
        TOWN.telegram().pass(Duration.ofMinutes(2));
        AKZHAR.forEach(phone -> phone.waitFor("No organiser has confirmed this"));
        organiser.waitFor("Confirm it or call it off").presses("Call it off").waitFor("Really call it off?");

        organiser.presses("Yes, call it off").waitFor("Done");

        AKZHAR.forEach(phone -> phone.waitFor("Nobody has to come"));
        organiser.writes("/board").waitFor("no alert now");
    }

    @Test
    void twoResidentsAndAnyNumberOfNewcomersRaiseNothing() {
        Phone organiser = TOWN.organiser("en", "duman");
        DUMAN.forEach(QuorumTest::reports);
        for (int i = 0; i < 4; i++) {
            reports(TOWN.supporter("en", "duman"));
        }
        organiser.waitFor("reports: 6");
        assertThat(organiser.last().text()).contains("reports that count 2 of 3");

        TOWN.telegram().pass(Duration.ofMinutes(11));

        DUMAN.getFirst().waitFor("No organiser has answered yet");
        organiser.writes("/board").waitFor("no alert now");
    }

    @Test
    void anOrganiserWhoAnswersKeepsItBack() {
        Phone organiser = TOWN.organiser("en", "aksay");
        AKSAY.forEach(QuorumTest::reports);
        organiser.waitFor("reports that count 3 of 3").presses("Seen, wait").waitFor("an organiser saw it");

        TOWN.telegram().pass(Duration.ofMinutes(3));

        organiser.writes("/board").waitFor("no alert now");
    }

    @Test
    void aFalseAlarmRaisesNothingAndThreeOfThemSuspend() {
        Phone organiser = TOWN.organiser("en", "kalkaman");
        Phone liar = KALKAMAN.getFirst();
        for (int i = 0; i < 3; i++) {
            liar.writes("/report bulldozers").waitFor("Your report counts");
            organiser
                    .waitFor("the alert may go out by itself")
                    .presses("False alarm")
                    .waitFor("Is it really false?");
            organiser.presses("Yes, false").waitFor("Done");
            liar.waitFor("says that it is a false alarm");
        }
        assertThat(liar.last().text()).contains("you cannot report until");
        liar.writes("/report bulldozers").expect("you cannot report until");
        KALKAMAN.subList(1, 3).forEach(QuorumTest::reports);
        TOWN.telegram().pass(Duration.ofMinutes(3));
        organiser.writes("/board").waitFor("no alert now");
    }

    private static void reports(Phone phone) {
        phone.writes("/report bulldozers").next();
    }

    private static List<Phone> residents(String code, String... languages) {
        return Stream.of(languages)
                .map(language -> TOWN.supporter(language, code))
                .toList();
    }
}
