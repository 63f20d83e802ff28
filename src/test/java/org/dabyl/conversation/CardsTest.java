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
import org.dabyl.alert.News;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Part;
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
        assertThat(card(alert(""), language).body()).startsWith(texts.get(language, Phrase.CARD_STANDARD_TEXT));
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
        assertThat(Arrays.stream(Ending.values())
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
