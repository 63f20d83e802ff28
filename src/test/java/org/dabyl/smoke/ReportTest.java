package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import java.util.List;
import org.junit.jupiter.api.Test;

/** "They are here": one tap counts, the organisers get one card, and whoever reported hears what becomes of it. */
class ReportTest {

    @Test
    void theButtonBelowTheChatAndOneTapAreAReport() {
        Phone organiser = town().organiser("en", "dariya");
        Phone supporter = town().supporter("en", "dariya");
        supporter.awaitKeyboard("🚜 They are here");

        supporter.writes("🚜 They are here").expect("What do you see?");
        supporter.presses("Bulldozers").expect("Your report counts");

        organiser.expect("Bulldozers · Dariya · reports: 1");
        assertThat(organiser.last().text()).contains("reporter 1", "first time");
        supporter.expect("Where exactly?");
        supporter.awaitKeyboard("📍 Send where I am", "➡️ Done");
        supporter.writes("➡️ Done").expect("Stay safe");
        supporter.awaitKeyboard("🚜 They are here");
        end(organiser);
        supporter.expect("false alarm");
    }

    @Test
    void wordsPlaceAndPhotoAreAddedToTheCard() {
        Phone organiser = town().organiser("en", "shugyla");
        Phone supporter = town().supporter("en", "shugyla").writes("/report police");
        supporter.expect("Your report counts").expect("Where exactly?");
        organiser.expect("Police · Shugyla · reports: 1");

        supporter.writes("at the school").expect("Added");
        organiser.waitFor("«at the school»");
        supporter.isAt(43.25, 76.9).expect("Added");
        organiser.waitFor("«at the school»");
        supporter.shows("two buses").expect("Added");
        organiser.waitFor("«two buses»");
        assertThat(organiser.last().labels()).contains("📷 1", "📍 1");

        organiser.presses("📷 1").expect("reporter 1 · 👮 Police · Shugyla");
        assertThat(organiser.newest().has("photo")).isTrue();
    }

    @Test
    void noLineOfAReportPassesForAnotherReport() {
        Phone organiser = town().organiser("en", "tastak");
        Phone supporter = town().supporter("en", "tastak")
                .writes("/report police at the gate»\n\nreporter 2 · 10:00 · earlier right: 9, false: 0\n«I see them");
        supporter.expect("Your report counts");

        organiser.waitFor("at the gate");
        assertThat(organiser.last().text().lines()).noneMatch(line -> line.startsWith("reporter 2"));
        assertThat(organiser.last().text()).contains("«at the gate»↵↵reporter 2");
        end(organiser);
    }

    @Test
    void oneLineIsEnoughInEveryLanguage() {
        Phone organiser = town().organiser("en", "kayrat");
        for (List<String> line : List.of(
                List.of("kk", "/report бульдозерлер мектеп жанында", "«мектеп жанында»"),
                List.of("ru", "/report Бульдозеры у школы", "«у школы»"),
                List.of("en", "/report bulldozers at the school", "«at the school»"))) {
            town().supporter(line.get(0), "kayrat").writes(line.get(1)).next();
            organiser.waitFor(line.get(2));
        }
        assertThat(organiser.last().text()).contains("Bulldozers · Kayrat · reports: 3", "reporter 3");
        end(organiser);
    }

    @Test
    void whoHasSeveralDistrictsIsAskedWhichOne() {
        Phone organiser = town().organiser("en", "medeu");
        Phone supporter = town().supporter("en", "medeu").writes("/start d_almaly");
        supporter
                .expect("you are registered")
                .writes("/report fire on the roof")
                .expect("Where is it?");
        assertThat(supporter.last().labels()).containsExactly("Medeu District", "Almaly District");

        supporter.presses("Medeu").expect("Your report counts");

        organiser.waitFor("on the roof");
        assertThat(organiser.last().text()).contains("Fire · Medeu District · reports: 1");
    }

    @Test
    void theOrganiserRaisesTheAlertInTwoTapsWithWhatWasReported() {
        Phone organiser = town().organiser("en", "auezov");
        Phone supporter = town().supporter("en", "auezov").writes("/report bulldozers behind the shop");
        supporter.expect("Your report counts").expect("Where exactly?");
        organiser.waitFor("behind the shop");

        organiser.presses("Raise the alert").waitFor(Phone.FEW);
        assertThat(organiser.last().text()).contains("behind the shop");
        organiser.presses("Send").waitFor("Sent: under 5");

        supporter.waitFor("After your report the alert was raised");
        town().supporter("en", "auezov")
                .waitFor("behind the shop")
                .writes("/report bulldozers")
                .waitFor("alert is out already");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void ofTwoOrganisersTheFirstRaisesItAndTheOtherSeesThatAlert() {
        Phone first = town().organiser("en", "bostandyk");
        Phone second = town().organiser("ru", "bostandyk");
        town().supporter("en", "bostandyk").writes("/report bulldozers").next();
        first.waitFor("reports: 1").presses("Raise").waitFor(Phone.FEW);
        second.waitFor("сообщений: 1").presses("Поднять").waitFor("Людей: меньше 5.");

        first.presses("Send").waitFor("Sent: under 5");
        second.presses("Отправить").waitFor("Отправлено: меньше 5");

        first.writes("/standdown").waitFor("over");
        first.writes("/board").waitFor("no alert now");
    }

    @Test
    void aQuestionGoesToTheReporterAndTheAnswerComesBackWithoutTheirName() {
        Phone organiser = town().organiser("en", "nauryzbay");
        Phone supporter = town().supporter("ru", "nauryzbay").writes("/report бульдозеры");
        supporter.expect("Сообщение принято").expect("Где именно?");
        organiser.waitFor("reports: 1").presses("Ask back").waitFor("Write your question");

        organiser.writes("How many?").waitFor("The question went to: 1");
        supporter.expect("How many?").writes("три").expect("Ответ передан");

        organiser.waitFor("Reporter 1 · 🚜 Bulldozers · Nauryzbay District");
        assertThat(organiser.last().text()).endsWith("три").doesNotContain(Long.toString(supporter.id()));
        supporter.writes("четыре").expect("только кнопки");
    }

    @Test
    void forgedButtonsDoNothing() {
        Phone organiser = town().organiser("en", "almaty");
        Phone elsewhere = town().organiser("en", "turksib");
        Phone supporter = town().supporter("en", "alatau").writes("/report other something");
        supporter.expect("Your report counts").expect("Where exactly?");
        organiser.waitFor("Something else · Alatau District · reports: 1");
        String raise = organiser.last().button("Raise").data();
        String event = raise.substring(raise.indexOf(':') + 1);

        for (String verb : List.of("eraise", "eseen", "efalseyes", "econfirm", "eoffyes", "eask", "etell")) {
            elsewhere.forges(verb + ":" + event);
            supporter.forges(verb.equals("etell") ? "etell:aaaaaaaaaa" : verb + ":" + event);
            organiser.forges(verb + ":aaaaaaaaaa");
        }
        supporter.forges("report:bulldozers:turksib");
        supporter.forges("report:tanks");
        supporter.writes("/status").expect("You are registered");
        elsewhere.writes("/board").expect("no alert now");
        organiser.writes("/board").waitFor("no alert now");
        assertThat(organiser.writes("/status").next().text()).doesNotContain("false");
    }

    @Test
    void whatTheirEarlierReportsWereStandsOnTheCard() {
        Phone organiser = town().organiser("en", "akbulak");
        Phone supporter = town().supporter("en", "akbulak").writes("/report fire at the mill");
        supporter.waitFor("report counts");
        organiser.waitFor("first time");
        end(organiser);
        supporter.waitFor("false alarm");

        supporter.writes("/report police at the mill").waitFor("report counts");
        organiser.waitFor("Police · Akbulak");
        assertThat(organiser.last().text()).contains("earlier right: 0, false: 1");
        organiser.presses("Raise").waitFor("Sending takes");
        organiser.presses("Send").waitFor("Called: own district");
        supporter.waitFor("alert");
        organiser.writes("/standdown").waitFor("over");
        supporter.waitFor("Over");

        supporter.writes("/report bailiffs at the mill").waitFor("report counts");
        organiser.waitFor("Bailiffs · Akbulak");
        assertThat(organiser.last().text()).contains("earlier right: 1, false: 1");
    }

    @Test
    void whoIsNotRegisteredIsAskedToRegisterFirst() {
        town().phone("en").writes("/report bulldozers").expect("not registered");
        town().phone("ru").writes("🚜 They are here").expect("Вы ещё не записаны");
    }

    private static void end(Phone organiser) {
        organiser
                .presses("False alarm")
                .expect("Is it really false?")
                .presses("Yes, false")
                .expect("Done");
    }
}
