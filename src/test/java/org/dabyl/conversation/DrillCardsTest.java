package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.News;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Part;
import org.dabyl.alert.Plan;
import org.dabyl.alert.Topic;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.timetable.SettableClock;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A drill is never mistaken for an alert. */
class DrillCardsTest {

    private static final News NEWS = new News(Topic.NEWS, Part.ALL, "news");

    private final Texts texts = new Texts();
    private final Districts districts = Districts.builtIn();
    private final Cards cards = new Cards(texts, districts);
    private final BoardRenderer boards = new BoardRenderer(texts, districts, new SettableClock());
    private final PublicCards posts = new PublicCards(cards, texts, TestFleet.of(7));

    @ParameterizedTest
    @EnumSource
    void everyMessageOfADrillBeginsWithItsMark(Language language) {
        String mark = texts.get(language, Phrase.DRILL_MARK);
        for (Ending ending : List.of(Ending.STOOD_DOWN, Ending.CALLED_OFF)) {
            Alert drill = drill("words", ending);
            Tally nobody = new Tally(new TreeMap<>(), 0, 0, 0);
            List<Message> all = List.of(
                    Objects.requireNonNull(cards.card(drill).get(language)),
                    Objects.requireNonNull(cards.update(drill, NEWS).get(language)),
                    Objects.requireNonNull(cards.standDown(drill).get(language)),
                    cards.answered(drill, new Answer.Here(), 20, Optional.empty(), language),
                    cards.over(drill, language),
                    boards.render(drill, new Situation(Progress.NONE, 0, nobody, History.NONE, 0), language),
                    posts.card(drill, new BotId(7), List.of(language)),
                    posts.update(drill, NEWS, List.of(language)),
                    posts.standDown(drill, List.of(language)));

            assertThat(all).allSatisfy(message -> assertThat(message.title()).startsWith(mark));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardOfADrillNeverSaysThatTheyHaveCome(Language language) {
        String note = texts.get(language, Phrase.DRILL_NOTE);
        for (String words : List.of("", "words")) {
            Alert drill = drill(words, Ending.STOOD_DOWN);
            List<Message> all = List.of(
                    Objects.requireNonNull(cards.card(drill).get(language)),
                    cards.answered(drill, new Answer.Cannot(), 20, Optional.empty(), language),
                    posts.card(drill, new BotId(7), List.of(language)));

            assertThat(all).allSatisfy(message -> assertThat(message.body())
                    .contains(note)
                    .doesNotContain(texts.get(language, Phrase.KIND_BULLDOZERS_SENTENCE)));
        }
    }

    private static Alert drill(String words, Ending ending) {
        return new Alert(
                Samples.ID,
                3,
                new DistrictCode("shanyrak-1"),
                Plan.call(words).asDrill(),
                false,
                Instant.parse("2026-04-05T05:30:00Z"),
                ending,
                "",
                Origin.ORGANISER);
    }
}
