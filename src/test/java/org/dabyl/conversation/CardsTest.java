package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.conversation.Samples.alert;
import static org.dabyl.conversation.Samples.over;
import static org.dabyl.conversation.Samples.presses;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Instructions;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Level;
import org.dabyl.alert.News;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Part;
import org.dabyl.alert.Plan;
import org.dabyl.alert.Topic;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardsTest {

    private static final List<String> COMING = List.of("a:abcdefgh23:c10", "a:abcdefgh23:c30", "a:abcdefgh23:c60");
    private static final String MARKUP = "<b>now</b> *x* $1 \\ {0} & [z](http://q)";

    private static final Optional<Instructions> MEETING =
            Optional.of(new Instructions("the school", "behind the mill", ""));

    private final Texts texts = new Texts();
    private final Cards cards = new Cards(texts, Districts.builtIn());

    @ParameterizedTest
    @EnumSource
    void comingStandsInTheFirstRowSoonestFirstAndCannotAfterIt(Language language) {
        Message card = card(alert(""), language);

        assertThat(presses(card)).containsExactly(COMING, List.of("a:abcdefgh23:no"));
        assertThat(card.silent()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theTitleNamesTheDistrictAndTheNumberInTheLanguageOfTheReader(Language language) {
        String name = Districts.builtIn().nameOf(alert("").district(), language.tag());

        assertThat(card(alert(""), language).title()).contains(name, "3");
    }

    @ParameterizedTest
    @EnumSource
    void withoutWordsOfTheAuthorTheStandardSentenceStands(Language language) {
        assertThat(card(alert(""), language).body())
                .startsWith(texts.get(language, Phrase.KIND_BULLDOZERS_SENTENCE) + " "
                        + texts.get(language, Phrase.LEVEL_CALL_SENTENCE));
        assertThat(card(alert(MARKUP), language).body()).startsWith(MARKUP + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTheResidentsSaysOnEveryCardThatNobodyConfirmedIt(Language language) {
        String warning = texts.get(language, Phrase.CARD_UNCONFIRMED);

        assertThat(card(Samples.from(Origin.RESIDENTS), language).body()).startsWith(warning);
        assertThat(cards.answered(Samples.from(Origin.RESIDENTS), new Answer.Here(), 0, Optional.empty(), language)
                        .body())
                .startsWith(warning);
        assertThat(card(Samples.from(Origin.CONFIRMED), language).body()).doesNotContain(warning);
        assertThat(card(Samples.from(Origin.ORGANISER), language).body()).doesNotContain(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "BULLDOZERS,KIND_BULLDOZERS,KIND_BULLDOZERS_SENTENCE",
        "POLICE,KIND_POLICE,KIND_POLICE_SENTENCE",
        "BAILIFFS,KIND_BAILIFFS,KIND_BAILIFFS_SENTENCE",
        "FIRE,KIND_FIRE,KIND_FIRE_SENTENCE"
    })
    void theKindStandsInTheTitleAndHasASentenceOfItsOwn(Kind kind, Phrase label, Phrase sentence) {
        for (Language language : Language.values()) {
            Message card = card(alert(Plan.call("").withKind(kind)), language);

            assertThat(card.title()).contains(texts.get(language, label));
            assertThat(card.body()).startsWith(texts.get(language, sentence));
        }
    }

    @Test
    void theKindThatIsNoneIsLeftToTheWords() {
        Message card = card(alert(Plan.call("gas leak").withKind(Kind.OTHER)), Language.EN);

        assertThat(card.title()).isEqualTo("🚨 Shanyrak-1 · alert 3");
    }

    @ParameterizedTest
    @EnumSource
    void toStandByIsToBeReadyAndToSayHowSoon(Language language) {
        Alert standBy = alert(Plan.call("").withLevel(Level.STAND_BY).withRendezvous("behind the mill"));
        Message card = card(standBy, language);
        Message answered = cards.answered(standBy, new Answer.Coming(30), 0, MEETING, language);

        assertThat(card.text())
                .contains(texts.get(language, Phrase.LEVEL_STAND_BY_SENTENCE))
                .contains(texts.get(language, Phrase.CARD_ASK_STAND_BY))
                .doesNotContain("🚨", texts.get(language, Phrase.LEVEL_CALL_SENTENCE));
        assertThat(presses(card)).containsExactly(COMING, List.of("a:abcdefgh23:no"));
        assertThat(answered.body())
                .contains(texts.get(language, Phrase.ANSWER_READY, 30))
                .doesNotContain("behind the mill");
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeNeverSoundsLikeAnAlarmAndAsksForNothing(Language language) {
        Alert notice = alert(Plan.call("water at noon").withLevel(Level.NOTICE));
        List<Message> messages = List.of(
                card(notice, language),
                Objects.requireNonNull(cards.update(notice, new News(Topic.NEWS, Part.ALL, "at one"))
                        .get(language)),
                Objects.requireNonNull(cards.standDown(over(notice, "")).get(language)));

        assertThat(messages).allSatisfy(message -> {
            assertThat(message.silent()).isTrue();
            assertThat(message.text()).doesNotContain("🚨");
            assertThat(presses(message)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theMusterPointIsForAllAndTheRendezvousForThoseWhoCome(Language language) {
        Alert alert = alert(Plan.call("").withMuster("the school").withRendezvous("behind the mill"));

        assertThat(card(alert, language).body()).contains("the school").doesNotContain("behind the mill");
        for (Answer answer : List.of(new Answer.Coming(10), new Answer.Here())) {
            assertThat(cards.answered(alert, answer, 0, MEETING, language).body())
                    .containsOnlyOnce("the school")
                    .contains("behind the mill");
        }
        for (Answer answer : List.of(new Answer.Cannot(), new Answer.Home())) {
            assertThat(cards.answered(alert, answer, 0, Optional.empty(), language)
                            .body())
                    .containsOnlyOnce("the school")
                    .doesNotContain("behind the mill");
        }
    }

    @Test
    void afterAnAnswerOneCanSayThatOneIsThere() {
        Message card = cards.answered(alert(""), new Answer.Coming(30), 0, Optional.empty(), Language.EN);

        assertThat(presses(card)).containsExactly(COMING, List.of("a:abcdefgh23:here"), List.of("a:abcdefgh23:no"));
        assertThat(card.body()).contains(texts.get(Language.EN, Phrase.ANSWER_COMING, 30));
    }

    @Test
    void whoIsThereCanSayThatTheyAreHome() {
        Message card = cards.answered(alert(""), new Answer.Here(), 0, Optional.empty(), Language.EN);

        assertThat(presses(card)).contains(List.of("a:abcdefgh23:home"));
    }

    @ParameterizedTest
    @CsvSource({"9,", "10,10", "14,10", "15,20", "1234,1230"})
    void theCrowdSeesRoundedCountsOnly(long present, Integer shown) {
        String body = cards.answered(alert(MARKUP), new Answer.Here(), present, Optional.empty(), Language.EN)
                .body();

        String others = texts.get(Language.EN, Phrase.CARD_OTHERS, "");
        if (shown == null) {
            assertThat(body).doesNotContain(others.strip());
        } else {
            assertThat(body).contains(texts.get(Language.EN, Phrase.CARD_OTHERS, shown));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndSaysWhyInTheOrganisersWordsAndHasNothingToPress(Language language) {
        Alert alert = alert("");

        Message plain = Objects.requireNonNull(cards.standDown(over(alert, "")).get(language));
        Message withReason =
                Objects.requireNonNull(cards.standDown(over(alert, MARKUP)).get(language));

        assertThat(plain.body()).isEqualTo(texts.get(language, Phrase.OVER_BODY));
        assertThat(withReason.body()).isEqualTo(MARKUP + "\n\n" + plain.body());
        assertThat(presses(withReason)).isEmpty();
        assertThat(presses(cards.over(alert, language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyEndingHasWordsOfItsOwn(Language language) {
        // only a drill is called off
        assertThat(Arrays.stream(Ending.values())
                        .filter(ending -> ending != Ending.CALLED_OFF)
                        .map(ending -> Objects.requireNonNull(
                                cards.standDown(over(alert(""), ending)).get(language)))
                        .map(Message::text))
                .doesNotHaveDuplicates();
        assertThat(cards.over(over(alert(""), Ending.FALSE_ALARM), language).body())
                .isEqualTo(texts.get(language, Phrase.FALSE_BODY));
    }

    @Test
    void newsIsTheOrganisersWords() {
        assertThat(Objects.requireNonNull(cards.update(alert(""), new News(Topic.NEWS, Part.ALL, MARKUP))
                                .get(Language.KK))
                        .body())
                .isEqualTo(MARKUP);
    }

    @ParameterizedTest
    @EnumSource
    void whoComesReadsWhereToComeAndTheNewestNews(Language language) {
        Instructions now = new Instructions("the school", MARKUP, "water is needed");

        assertThat(cards.answered(alert(""), new Answer.Coming(10), 0, Optional.of(now), language)
                        .body())
                .contains("the school", MARKUP, "water is needed");
    }

    private Message card(Alert alert, Language language) {
        return Objects.requireNonNull(cards.card(alert).get(language));
    }
}
