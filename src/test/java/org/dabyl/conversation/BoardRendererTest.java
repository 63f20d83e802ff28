package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.conversation.Samples.alert;
import static org.dabyl.conversation.Samples.over;
import static org.dabyl.conversation.Samples.presses;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Level;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.district.Districts;
import org.dabyl.supporter.Skill;
import org.dabyl.timetable.SettableClock;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Tally;
import org.dabyl.turnout.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoardRendererTest {

    private static final Progress ENDED = new Progress(100, 0, 0, 0, 90, 6, 4, 0);
    private static final Tally NOBODY = tally(new TreeMap<>(), 0, 0, 0);
    private static final Tally MANY = new Tally(
            new TreeMap<>(Map.of(1L, 40L)),
            3,
            0,
            0,
            0,
            10,
            Map.of(Within.TEN, 40L),
            Map.of(Skill.CAR, 7L, Skill.LAW, 1L));

    private final SettableClock clock = new SettableClock();
    private final Texts texts = new Texts();
    private final BoardRenderer boards = new BoardRenderer(texts, Districts.builtIn(), clock);

    @Test
    void theTimeOfTheAlertIsThatOfTheDistrict() {
        // 05:30 in UTC is 10:30 in Almaty
        assertThat(board(ENDED, NOBODY).title()).contains("Shanyrak-1", "3", "10:30");
    }

    @Test
    void everyCountIsShown() {
        long now = clock.millis() / 60_000;
        Tally tally = tally(new TreeMap<>(Map.of(now + 10, 21L, now + 30, 32L, now + 60, 43L)), 54, 5, 6);

        assertThat(board(ENDED, tally).body().lines())
                .contains(
                        say(Phrase.BOARD_UNREACHED, 10),
                        say(Phrase.BOARD_COMING, 96),
                        say(Phrase.BOARD_ARRIVALS, 21, 32, 43),
                        say(Phrase.BOARD_HERE, 54),
                        say(Phrase.BOARD_CANNOT, 5),
                        say(Phrase.BOARD_HOME, 6));
    }

    @Test
    void whoIsLateCountsAmongTheNext() {
        long now = clock.millis() / 60_000;
        Tally tally = tally(new TreeMap<>(Map.of(now - 5, 2L)), 0, 0, 0);

        assertThat(board(ENDED, tally).body()).contains(say(Phrase.BOARD_ARRIVALS, 2, 0, 0));
    }

    @Test
    void theSilentAreThoseReachedWhoDidNotAnswer() {
        assertThat(board(ENDED, tally(new TreeMap<>(), 20, 9, 1)).body()).contains(say(Phrase.BOARD_SILENT, 60));
        // an answer can be heard before its delivery is booked
        assertThat(board(Progress.NONE, tally(new TreeMap<>(), 1, 0, 0)).body())
                .contains(say(Phrase.BOARD_SILENT, "under 5"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 0", "4, 0, 3, 1, 0", "4, 0, 3, 0, 1", "3, 1, 1, 0, 1", "4, 4, 0, 0, 0", "1, 0, 1, 0, 0"})
    void ofFewerThanFiveOnlyTheAnswersAreCounted(long called, long waiting, long sent, long failed, long withdrawn) {
        Progress progress = new Progress(called, waiting, 0, 0, sent, 0, failed, withdrawn);
        Situation situation = new Situation(progress, waiting, tally(new TreeMap<>(), 0, sent, 0), History.NONE, 0);
        String body = boards.render(alert(""), situation, Language.EN).body();

        List<String> told = body.lines()
                .filter(line -> Stream.of(
                                Phrase.BOARD_SENT_FEW,
                                Phrase.BOARD_SENDING_FEW,
                                Phrase.BOARD_STRANDED,
                                Phrase.BOARD_UNREACHED,
                                Phrase.BOARD_WITHDRAWN,
                                Phrase.BOARD_SILENT)
                        .anyMatch(phrase -> line.equals(say(phrase, "under 5"))))
                .toList();
        assertThat(told)
                .startsWith(say(waiting > 0 ? Phrase.BOARD_SENDING_FEW : Phrase.BOARD_SENT_FEW, "under 5"))
                .endsWith(say(Phrase.BOARD_SILENT, "under 5"))
                .hasSize(2 + (waiting > 0 ? 1 : 0) + (failed > 0 ? 1 : 0) + (withdrawn > 0 ? 1 : 0));
        assertThat(body).contains(say(Phrase.BOARD_CANNOT, sent)).doesNotContain("▓", "░", "Sent: " + sent + " of");
    }

    @Test
    void fromFiveOnEveryoneIsCountedButWhoWaitsForABotThatIsOut() {
        Progress progress = new Progress(5, 2, 0, 0, 1, 0, 1, 1);
        Situation situation = new Situation(progress, 2, NOBODY, History.NONE, 0);

        assertThat(boards.render(alert(""), situation, Language.EN).body().lines())
                .contains(
                        say(Phrase.BOARD_SENT, 1, 5, "▓▓▓▓▓▓░░░░"),
                        say(Phrase.BOARD_UNREACHED, 1),
                        say(Phrase.BOARD_WITHDRAWN, 1),
                        say(Phrase.BOARD_STRANDED, "under 5"),
                        say(Phrase.BOARD_SILENT, 1));
    }

    @ParameterizedTest
    @CsvSource({"100,░░░░░░░░░░", "55,▓▓▓▓░░░░░░", "1,▓▓▓▓▓▓▓▓▓░"})
    void aBarShowsHowFarTheCardHasCome(long waiting, String bar) {
        Progress progress = new Progress(100, waiting, 0, 0, 100 - waiting, 0, 0, 0);

        assertThat(board(progress, NOBODY).body()).contains(bar);
        assertThat(board(ENDED, NOBODY).body()).doesNotContain("▓", "░");
    }

    @Test
    void anOpenBoardOffersEveryNextStepAndOneThatIsOverTheCurve() {
        assertThat(presses(board(ENDED, NOBODY)))
                .containsExactly(
                        List.of("raise:abcdefgh23:20", "raise:abcdefgh23:50", "raise:abcdefgh23", "bring:abcdefgh23"),
                        List.of("others:abcdefgh23", "curve:abcdefgh23"),
                        List.of("news:abcdefgh23", "remarks:abcdefgh23"),
                        List.of("muster:abcdefgh23", "rendezvous:abcdefgh23"),
                        List.of("hand:abcdefgh23", "over:abcdefgh23"));
        assertThat(presses(boards.render(
                        over(alert(""), ""), new Situation(ENDED, 0, NOBODY, History.NONE, 0), Language.EN)))
                .containsExactly(List.of("curve:abcdefgh23"));
    }

    @Test
    void remarksCanBeReadAfterTheEnd() {
        Message over =
                boards.render(over(alert(""), ""), new Situation(ENDED, 0, NOBODY, History.NONE, 2), Language.EN);

        assertThat(presses(over)).containsExactly(List.of("remarks:abcdefgh23", "curve:abcdefgh23"));
        assertThat(Samples.rows(over).getFirst().getFirst().label()).contains("(2)");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftUnfilled(Language language) {
        Tally tally = tally(new TreeMap<>(Map.of(clock.millis() / 60_000, 1L)), 1, 1, 1);
        Progress progress = new Progress(9, 2, 1, 1, 2, 1, 1, 1);

        assertThat(boards.render(alert(""), new Situation(progress, 0, tally, History.NONE, 5), language)
                        .text())
                .doesNotContain("{", "}");
        assertThat(boards.render(over(alert(""), ""), new Situation(progress, 0, tally, History.NONE, 5), language)
                        .text())
                .doesNotContain("{", "}");
    }

    private Message board(Progress progress, Tally tally) {
        return boards.render(alert(""), new Situation(progress, 0, tally, History.NONE, 5), Language.EN);
    }

    private Message needing(int needed, Tally tally, History history) {
        return boards.render(
                alert(Plan.call("").withNeeded(needed)), new Situation(ENDED, 0, tally, history, 5), Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"13,🟢", "14,🟡", "53,🟡", "54,🔴"})
    void withoutExperienceTheLightCountsFromThoseThereToAllWhoMayCome(int needed, String light) {
        assertThat(needing(needed, MANY, History.NONE).body())
                .contains(light + " Needed: " + needed, say(Phrase.BOARD_NO_ESTIMATE));
    }

    @Test
    void theEstimateIsARangeWithItsReason() {
        History half = new History(Map.of(Within.TEN, new History.Seen(400, 200)));

        assertThat(needing(60, MANY, half).body())
                .contains("🔴 Needed: 60")
                .containsPattern("Likely to be there: 2\\d–3\\d\\. Before, 200 of 400");
        assertThat(needing(0, NOBODY, half).body()).doesNotContain("Needed", "Likely");
    }

    @Test
    void thoseWithoutTelegramAndWhatPeopleBringAreShown() {
        assertThat(board(ENDED, MANY).body())
                .contains(say(Phrase.BOARD_OTHERS, 10), "🚗 Car: 7 · ⚖️ Legal help: under 5");
        assertThat(board(ENDED, NOBODY).body()).doesNotContain("🧍", "🚗");
    }

    @Test
    void theNumberIsRaisedInSteps() {
        assertThat(presses(needing(50, NOBODY, History.NONE)).getFirst())
                .containsExactly(
                        "raise:abcdefgh23:100", "raise:abcdefgh23:200", "raise:abcdefgh23", "bring:abcdefgh23");
        assertThat(presses(needing(Plan.MOST_NEEDED, NOBODY, History.NONE)).getFirst())
                .containsExactly("raise:abcdefgh23", "bring:abcdefgh23");
    }

    @Test
    void theBoardOfANoticeCountsNobody() {
        Alert notice = alert(Plan.call("").withLevel(Level.NOTICE));
        Message board = boards.render(notice, new Situation(ENDED, 0, MANY, History.NONE, 5), Language.EN);

        assertThat(board.text()).doesNotContain("🚨", "Coming", "Needed");
        assertThat(presses(board))
                .containsExactly(
                        List.of("news:abcdefgh23", "remarks:abcdefgh23"),
                        List.of("hand:abcdefgh23", "over:abcdefgh23"));
    }

    @ParameterizedTest
    @CsvSource({
        "10,4,🔴 Needed: 10 · 🚗 Car 3 of 4",
        "10,2,🟢 Needed: 10 · 🚗 Car 3 of 2",
        "0,4,🔴 Needed: 🚗 Car 3 of 4",
        "0,2,🟢 Needed: 🚗 Car 3 of 2",
        "14,2,🔴 Needed: 14 · 🚗 Car 3 of 2"
    })
    void theLightIsTheWorstOfWhatIsNeededInAllAndOfWhatIsToBeBrought(int needed, int cars, String line) {
        Plan plan = Plan.call("").withNeeded(needed).withNeeded(Skill.CAR, cars);
        Tally there = new Tally(new TreeMap<>(), 13, 0, 0, 0, 0, Map.of(), Map.of(Skill.CAR, 3L, Skill.LAW, 1L));

        assertThat(boards.render(alert(plan), new Situation(ENDED, 0, there, History.NONE, 0), Language.EN)
                        .body()
                        .lines())
                .contains(line, "⚖️ Legal help: under 5");
    }

    @Test
    void whatIsToBeBroughtByThoseOnTheWayMayNotArrive() {
        Plan plan = Plan.call("").withNeeded(Skill.CAR, 7);

        assertThat(boards.render(alert(plan), new Situation(ENDED, 0, MANY, History.NONE, 0), Language.EN)
                        .body())
                .contains("🟡 Needed: 🚗 Car 7 of 7");
    }

    private String say(Phrase phrase, Object... filling) {
        return texts.get(Language.EN, phrase, filling);
    }

    private static Tally tally(SortedMap<Long, Long> coming, long here, long cannot, long home) {
        return new Tally(coming, here, cannot, home);
    }
}
