package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.conversation.Samples.over;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Instructions;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Level;
import org.dabyl.alert.News;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Part;
import org.dabyl.alert.Plan;
import org.dabyl.alert.TestAlerts;
import org.dabyl.alert.Topic;
import org.dabyl.channel.Binding;
import org.dabyl.channel.Place;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuEntry;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.report.Sighting;
import org.dabyl.report.State;
import org.dabyl.report.TestReports;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Missing;
import org.dabyl.turnout.Tally;
import org.dabyl.turnout.Within;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telegram's limits, as the Bot API states them, and what still reads on a small phone. */
@ExtendWith(TestRedis.class)
class LimitsTest {

    private static final int MOST_DATA_BYTES = 64;
    private static final int MOST_TOAST = 200;
    private static final int MOST_LABEL = 30;
    private static final int MANY = 1_000_000;
    private static final String LONGEST = "Ұ".repeat(Alerts.LONGEST_TEXT);
    private static final String PLACE = "Ұ".repeat(Plan.LONGEST_PLACE);
    private static final Plan FULL = Plan.call(LONGEST)
            .withKind(Kind.BAILIFFS)
            .withMuster(PLACE)
            .withRendezvous(PLACE)
            .withNeeded(Plan.MOST_NEEDED)
            .withNeeded(Skill.CAR, Plan.MOST_NEEDED)
            .withNeeded(Skill.CAMERA, Plan.MOST_NEEDED)
            .withNeeded(Skill.FIRST_AID, Plan.MOST_NEEDED)
            .withNeeded(Skill.LAW, Plan.MOST_NEEDED)
            .withNeeded(Skill.TRANSLATION, Plan.MOST_NEEDED);

    private final SettableClock clock = new SettableClock();
    private final Texts texts = new Texts();
    private final Districts districts = Districts.builtIn();
    private final Cards cards = new Cards(texts, districts);
    private final HomeCards homeCards = new HomeCards(texts, districts);
    private final BoardRenderer boards = new BoardRenderer(texts, districts, clock);

    @ParameterizedTest
    @EnumSource
    void theLongestMessagesOfAnAlertFit(Language language) {
        for (Level level : Level.values()) {
            assertThat(messages(language, level)).hasSizeGreaterThan(8).allSatisfy(message -> {
                assertThat(message.text()).hasSizeLessThanOrEqualTo(Message.LONGEST);
                Samples.rows(message).forEach(row -> assertThat(row).allSatisfy(LimitsTest::fits));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePreviewShowsTheLongestTextAndFits(Language language) {
        var fleet = TestFleet.of(7);
        Draft draft = new Draft(Samples.ID, TestFleet.person(7, 1).chat(), longestCode(language), FULL);
        Previews previews = new Previews(
                cards, districts, fleet, new DeliverySettings(29, Duration.ofSeconds(30)), (chat, code) -> MANY);

        Message preview = previews.render(chat(language), draft);

        assertThat(preview.body()).startsWith(LONGEST);
        assertThat(preview.text()).hasSizeLessThanOrEqualTo(Message.LONGEST);
        assertThat(Samples.presses(preview).getFirst()).containsExactly("send:abcdefgh23");
        for (var buttons : List.of(
                PlanButtons.all(chat(language), draft),
                PlanButtons.kinds(chat(language), draft),
                PlanButtons.needs(chat(language), draft),
                PlanButtons.wants(chat(language), draft))) {
            Message shown = previews.render(chat(language), draft, buttons);
            assertThat(Samples.presses(shown).getFirst()).containsExactly("send:abcdefgh23");
            Samples.rows(shown).forEach(row -> assertThat(row).allSatisfy(LimitsTest::fits));
        }
    }

    @Test
    void aCardInTwoLanguagesFitsAndCarriesEveryAnswerAndTheWayToRegister() {
        PublicCards posts = new PublicCards(cards, texts, TestFleet.of(7));
        List<Language> all = List.of(Language.values());
        Alert alert = over(Samples.alert(LONGEST), LONGEST);

        Message card = posts.card(alert, new BotId(7), all);

        assertThat(Samples.rows(card)).hasSize(4);
        assertThat(Samples.presses(card).getFirst())
                .containsExactly("a:abcdefgh23:c10", "a:abcdefgh23:c30", "a:abcdefgh23:c60");
        assertThat(Samples.rows(card).getLast().getFirst().link()).isEqualTo("https://t.me/bot_7?start=d_shanyrak-1");
        Samples.rows(card).forEach(row -> assertThat(row)
                .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(MOST_LABEL)));
        assertThat(List.of(
                        card,
                        posts.update(alert, new News(Topic.MUSTER, Part.ALL, LONGEST), all),
                        posts.standDown(alert, all)))
                .allSatisfy(message -> assertThat(message.text()).hasSizeLessThanOrEqualTo(Message.LONGEST));
    }

    @ParameterizedTest
    @EnumSource
    void aGuestsToastFits(Language language) {
        Alert standBy = Samples.alert(Plan.call("").withLevel(Level.STAND_BY));
        assertThat(cards.confirmation(standBy, new Answer.Coming(Answer.LONGEST_MINUTES), language) + "\n"
                        + texts.get(language, Phrase.GUEST_INVITED))
                .hasSizeLessThanOrEqualTo(MOST_TOAST);
    }

    @ParameterizedTest
    @EnumSource
    void theFullestCardOfAReportFits(Language language) {
        var supporters = TestSupporters.of(TestFleet.of(7), clock);
        EventRenderer renderer = new EventRenderer(
                texts,
                districts,
                new ReportKinds(texts),
                TestReports.records(clock),
                TestReports.quorums(TestVault.create(), supporters, clock));
        String words = "Ұ".repeat(Sighting.LONGEST_WORDS);
        for (State state : State.values()) {
            Message card =
                    renderer.render(TestReports.full(longestCode(language), state, words, 1000, clock), language);

            assertThat(card.text()).contains(words).hasSizeLessThanOrEqualTo(Message.LONGEST);
            assertThat(card.text()).doesNotContain("{", "}");
            Samples.rows(card).stream()
                    .flatMap(List::stream)
                    .filter(button -> button.link() == null)
                    .forEach(LimitsTest::fits);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyButtonOfAReportIsReadable(Language language) {
        Stream.of(
                        Phrase.REPORT_BUTTON,
                        Phrase.REPORT_DONE,
                        Phrase.REPORT_BULLDOZERS,
                        Phrase.REPORT_POLICE,
                        Phrase.REPORT_BAILIFFS,
                        Phrase.REPORT_FIRE,
                        Phrase.REPORT_OTHER,
                        Phrase.EVENT_FALSE_YES,
                        Phrase.EVENT_OFF_YES,
                        Phrase.ASK_BACK_BUTTON)
                .forEach(phrase -> assertThat(texts.get(language, phrase)).hasSizeLessThanOrEqualTo(MOST_LABEL));
        Stream.of(
                        Phrase.REPORT_TOAST,
                        Phrase.EVENT_DONE,
                        Phrase.EVENT_SEEN_TOAST,
                        Phrase.EVENT_CONFIRMED_TOAST,
                        Phrase.EVENT_RAISING,
                        Phrase.EVENT_RAISED,
                        Phrase.EVENT_UNCONFIRMED,
                        Phrase.EVENT_CONFIRMED,
                        Phrase.EVENT_FALSE,
                        Phrase.EVENT_OFF,
                        Phrase.EVENT_PHOTO_ELSEWHERE)
                .forEach(phrase -> assertThat(texts.get(language, phrase)).hasSizeLessThanOrEqualTo(MOST_TOAST));
    }

    @ParameterizedTest
    @EnumSource
    void everyButtonIsReadable(Language language) {
        List<Phrase> plain = List.of(
                Phrase.CARD_CANNOT,
                Phrase.CARD_HERE,
                Phrase.CARD_HOME,
                Phrase.PREVIEW_REWORD,
                Phrase.PREVIEW_DROP,
                Phrase.MORE_PAGES,
                Phrase.NEAREST,
                Phrase.SHARE_LOCATION,
                Phrase.MUTE_OFF,
                Phrase.STAND_DOWN_YES,
                Phrase.STAND_DOWN_FALSE,
                Phrase.KEEP_OPEN,
                Phrase.BACK,
                Phrase.BOARD_UPDATE,
                Phrase.REMARKS_NEWER,
                Phrase.REMARKS_OLDER,
                Phrase.BOARD_MUSTER,
                Phrase.BOARD_RENDEZVOUS,
                Phrase.BOARD_STAND_DOWN,
                Phrase.BOARD_BRING,
                Phrase.BOARD_HANDOVER,
                Phrase.BOARD_ENOUGH,
                Phrase.BOARD_RECALL,
                Phrase.BOARD_CALL_NOW,
                Phrase.RING_HOLD,
                Phrase.RING_RELEASE);
        plain.forEach(phrase -> assertThat(texts.get(language, phrase)).hasSizeLessThanOrEqualTo(MOST_LABEL));
        Stream.of(
                        "⏳ " + texts.get(language, Phrase.PREVIEW_SEND, MANY),
                        texts.get(language, Phrase.CARD_COMING_SOON, 60),
                        texts.get(language, Phrase.MUTE_HOURS, 24),
                        texts.get(language, Phrase.PART_ALL) + ": " + MANY,
                        texts.get(language, Phrase.PART_INVOLVED) + ": " + MANY,
                        texts.get(language, Phrase.ALERT_BUTTON, 1000, longestName(language)),
                        texts.get(language, Phrase.RING_WIDEN_PEOPLE, texts.get(language, Phrase.RING_PARENT), MANY),
                        texts.get(
                                language, Phrase.RING_WIDEN_PEOPLE, texts.get(language, Phrase.RING_NEIGHBOURS), MANY),
                        "⏳ " + texts.get(language, Phrase.PREVIEW_SEND, texts.people(language, 1)),
                        texts.get(
                                language,
                                Phrase.RING_WIDEN_PEOPLE,
                                texts.get(language, Phrase.RING_PARENT),
                                texts.people(language, 1)),
                        texts.get(
                                language,
                                Phrase.RING_WIDEN_PEOPLE,
                                texts.get(language, Phrase.RING_NEIGHBOURS),
                                texts.people(language, 1)),
                        "✅ " + texts.get(language, Phrase.MINUTES, 60),
                        "✅ " + longestName(language))
                .forEach(label -> assertThat(label).hasSizeLessThanOrEqualTo(MOST_LABEL));
        Stream.of(
                        Phrase.SKILL_CAR,
                        Phrase.SKILL_CAMERA,
                        Phrase.SKILL_FIRST_AID,
                        Phrase.SKILL_LAW,
                        Phrase.SKILL_TRANSLATION)
                .forEach(skill -> assertThat("✅ " + texts.get(language, skill)).hasSizeLessThanOrEqualTo(MOST_LABEL));
    }

    @ParameterizedTest
    @EnumSource
    void everyToastFits(Language language) {
        Alert standBy = Samples.alert(Plan.call("").withLevel(Level.STAND_BY));
        Stream.of(
                        texts.get(language, Phrase.STALE_BUTTON),
                        texts.get(language, Phrase.ANSWER_OVER),
                        texts.get(language, Phrase.ANSWER_COUNTED),
                        texts.get(language, Phrase.PREVIEW_GONE),
                        texts.get(language, Phrase.KEPT_OPEN, MANY),
                        texts.get(language, Phrase.HOME_ASKED),
                        texts.get(language, Phrase.HOME_ASKED_JUST_NOW),
                        texts.get(language, Phrase.HOME_ANSWERED),
                        texts.get(language, Phrase.HOME_GONE),
                        texts.get(language, Phrase.SENDING),
                        texts.get(language, Phrase.ENOUGH_NOBODY),
                        texts.get(language, Phrase.RECALLED),
                        texts.get(language, Phrase.RING_CALLING, texts.get(language, Phrase.RING_PARENT)),
                        texts.get(language, Phrase.RING_HELD),
                        texts.get(language, Phrase.RING_RELEASED),
                        texts.get(language, Phrase.STOOD_DOWN, MANY),
                        texts.get(language, Phrase.REGISTERED, longestName(language)),
                        texts.get(language, Phrase.UNREGISTERED, longestName(language)),
                        cards.confirmation(standBy, new Answer.Coming(Answer.LONGEST_MINUTES), language),
                        cards.confirmation(standBy, new Answer.Cannot(), language),
                        cards.confirmation(standBy, new Answer.Here(), language),
                        cards.confirmation(standBy, new Answer.Home(), language))
                .forEach(toast -> assertThat(toast).isNotBlank().hasSizeLessThanOrEqualTo(MOST_TOAST));
    }

    @ParameterizedTest
    @EnumSource
    void menusAndDescriptionsFit(Language language) {
        MenuWords menus = new MenuWords(texts);

        assertThat(menus.description(language)).hasSizeLessThanOrEqualTo(512);
        assertThat(menus.shortDescription(language)).hasSizeLessThanOrEqualTo(120);
        assertThat(menus.organiser(language))
                .hasSizeLessThanOrEqualTo(100)
                .containsAll(menus.supporter(language))
                .allSatisfy(entry -> {
                    assertThat(entry.command()).matches("[a-z0-9_]{1,32}");
                    assertThat(entry.description()).isNotBlank().hasSizeLessThanOrEqualTo(256);
                })
                .extracting(MenuEntry::command)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theWholeHelpFits(Language language) {
        assertThat(texts.get(language, Phrase.HELP_SUPPORTER) + texts.get(language, Phrase.HELP_ORGANISER))
                .hasSizeLessThan(Message.LONGEST);
    }

    @ParameterizedTest
    @EnumSource
    void theListOfChannelsFitsHoweverTheyAreCalled(Language language) {
        Vault vault = TestVault.create();
        List<Binding> most = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Address group = new Address(new BotId(1), vault.seal(new ChatId(-1000 - i)));
            Place place = new Place(group, false, "🚨".repeat(255));
            most.add(new Binding(place, longest(language).code(), ChannelViews.USUAL, Optional.empty()));
        }

        ChannelViews views = new ChannelViews(texts, districts);
        Message first = views.list(most, 0, language);
        Message second = views.list(most, 1, language);

        assertThat(first.text()).hasSizeLessThanOrEqualTo(Message.LONGEST);
        assertThat(Stream.of(first, second)
                        .flatMap(page -> Samples.presses(page).stream())
                        .flatMap(List::stream)
                        .filter(data -> data.startsWith("unbind:")))
                .as("each can be unbound")
                .containsExactlyInAnyOrderElementsOf(
                        most.stream().map(binding -> "unbind:" + binding.tag()).toList());
        assertThat(Samples.presses(first).getLast()).containsExactly("channels:1");
        assertThat(Samples.presses(second).getLast()).containsExactly("channels:0");
    }

    @Test
    void ofVeryManyAlertsTheNewestCanBeChosen() {
        List<Message> sent = new ArrayList<>();
        Incoming incoming = new Incoming(TestFleet.person(7, 1), Language.EN, 1, new Said.Text("/update"));
        Chat chat = new Chat(incoming, Language.EN, Optional.empty(), texts, new NoPost() {
            @Override
            public OptionalLong send(Address to, Message message) {
                sent.add(message);
                return OptionalLong.of(1);
            }
        });
        OpenAlerts open =
                new OpenAlerts(new TestAlerts(TestVault.create(), clock).alerts(), TestOrganisers.create(), districts);

        open.choose(chat, Collections.nCopies(150, Samples.alert("")), "news");

        assertThat(Samples.presses(sent.getFirst())).hasSizeBetween(20, 100);
    }

    @ParameterizedTest
    @EnumSource
    void aDistrictsButtonFitsWithTheLongestCodeAndName(Language language) {
        District known = longest(language);
        District district = new District(
                new DistrictCode("q".repeat(40)),
                null,
                Set.of(),
                known.names(),
                known.centre(),
                known.outline(),
                known.zone(),
                known.quorum());

        fits(DistrictButtons.toggle(district, Set.of(), language));
        fits(DistrictButtons.toggle(district, Set.of(district.code()), language));
    }

    private List<Message> messages(Language language, Level level) {
        Alert alert = new Alert(
                Samples.ID,
                MANY,
                longestCode(language),
                FULL.withLevel(level),
                true,
                Instant.parse("2026-04-05T05:30:00Z"),
                Ending.STOOD_DOWN,
                "",
                Origin.RESIDENTS);
        Alert over = over(alert, LONGEST);
        List<Message> messages = new ArrayList<>(List.of(
                Objects.requireNonNull(cards.card(alert).get(language)),
                Objects.requireNonNull(cards.update(alert, new News(Topic.RENDEZVOUS, Part.ALL, LONGEST))
                        .get(language)),
                Objects.requireNonNull(cards.standDown(over).get(language)),
                cards.over(over, language),
                cards.home(over, language),
                Objects.requireNonNull(homeCards.question(over).get(language)),
                Objects.requireNonNull(homeCards.list(over, missing(), false).get(language)),
                boards.render(alert, new Situation(progress(), 0, tally(), history(), MANY), language),
                boards.render(over, new Situation(progress(), 0, tally(), history(), MANY), language)));
        AskingCards asking = new AskingCards(cards, texts);
        for (Map<Language, Message> all : List.of(
                cards.ring(alert),
                asking.silent(alert),
                asking.late(alert),
                asking.enough(alert),
                asking.again(alert))) {
            messages.add(Objects.requireNonNull(all.get(language)));
        }
        for (Answer answer : List.of(
                new Answer.Coming(Answer.LONGEST_MINUTES), new Answer.Cannot(), new Answer.Here(), new Answer.Home())) {
            messages.add(cards.answered(
                    alert, answer, MANY, Optional.of(new Instructions(PLACE, PLACE, LONGEST)), language));
        }
        return messages;
    }

    private static void fits(Button button) {
        assertThat(button.label()).isNotBlank().hasSizeLessThanOrEqualTo(MOST_LABEL);
        assertThat(Objects.requireNonNull(button.data()).getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(1, MOST_DATA_BYTES);
    }

    private static Progress progress() {
        return new Progress(7L * MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY);
    }

    private Tally tally() {
        TreeMap<Long, Long> coming = new TreeMap<>();
        long now = clock.millis() / 60_000;
        LongStream.range(now, now + 60).forEach(minute -> coming.put(minute, (long) MANY));
        return new Tally(
                coming, MANY, MANY, MANY, MANY, MANY, filled(Within.class, (long) MANY), filled(Skill.class, (long)
                        MANY));
    }

    private static History history() {
        return new History(filled(Within.class, new History.Seen(MANY, MANY / 2)));
    }

    private static <E extends Enum<E>, V> Map<E, V> filled(Class<E> type, V value) {
        Map<E, V> map = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            map.put(constant, value);
        }
        return map;
    }

    private List<Missing> missing() {
        return LongStream.range(0, 200)
                .mapToObj(each -> new Missing(MANY, each % 2 == 0, clock.instant()))
                .toList();
    }

    private DistrictCode longestCode(Language language) {
        return longest(language).code();
    }

    private String longestName(Language language) {
        return longest(language).name(language.tag());
    }

    private District longest(Language language) {
        return districts.all().stream()
                .max(Comparator.comparingInt(
                        district -> district.name(language.tag()).length()))
                .orElseThrow();
    }

    private Chat chat(Language language) {
        Incoming incoming = new Incoming(TestFleet.person(7, 1), language, 1, new Said.Text("/alert"));
        return new Chat(incoming, language, Optional.empty(), texts, new NoPost());
    }
}
