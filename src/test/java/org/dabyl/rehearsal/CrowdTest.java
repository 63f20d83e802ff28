package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrowdTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "1:a";
    private static final String CARD = """
            {"inline_keyboard": [[{"text": "10 мин", "callback_data": "y10"}, {"text": "30 мин", "callback_data": "y30"}],
             [{"text": "Карта", "url": "https://example.org"}], [{"text": "Не могу", "callback_data": "no"}]]}""";
    private static final String ANSWERED = """
            {"inline_keyboard": [[{"text": "Я на месте", "callback_data": "here"}],
             [{"text": "10 мин", "callback_data": "y10"}, {"text": "Не могу", "callback_data": "no"}]]}""";

    private final SettableClock clock = new SettableClock();
    private final SimulatedTelegram telegram =
            new SimulatedTelegram(clock, Limits.NONE, List.of(new RehearsalBot(TOKEN, "a_bot")));
    private final Crowd crowd = crowd();
    private final List<JsonNode> taken = new ArrayList<>();
    private int offset;

    @Test
    void twentyASecondOpenTheirLinks() {
        crowd.bring(List.of("shanyrak-1", "bakay"), 100);
        pass(Duration.ofSeconds(1));
        List<JsonNode> updates = updates();
        assertThat(updates).hasSize(20);
        assertThat(updates).extracting(CrowdTest::text).contains("/start d_shanyrak-1", "/start d_bakay");
    }

    @Test
    void nobodyIsHurriedPastABotThatDoesNotAnswer() {
        crowd.bring(List.of("bakay"), 500);
        crowd.speed(60);
        pass(Duration.ofSeconds(5));
        List<JsonNode> waiting = updates();
        assertThat(waiting).hasSize(60);
        waiting.subList(0, 10).forEach(update -> welcome(update, "null"));
        pass(Duration.ofSeconds(1));
        assertThat(updates()).hasSize(10);
    }

    @Test
    void whereTheCrowdIsPausedNothingHappens() {
        crowd.bring(List.of("bakay"), 10);
        crowd.speed(0);
        pass(Duration.ofMinutes(5));
        assertThat(updates()).isEmpty();
    }

    @Test
    void theLanguagesAreMixed() {
        registered(400, "null");
        long kazakh = languages("kk");
        long russian = languages("ru");
        assertThat(kazakh).isBetween(150L, 240L);
        assertThat(russian).isBetween(150L, 240L);
        assertThat(languages("en")).isEqualTo(400 - kazakh - russian).isPositive();
    }

    @Test
    void mostAnswerACardOnceAndSomeNever() {
        registered(1000, "null");
        call();
        pass(Duration.ofMinutes(20));
        List<JsonNode> presses = presses();
        assertThat(presses.size()).isBetween(540, 650);
        assertThat(presses)
                .extracting(press -> press.path("from").path("id").asLong())
                .doesNotHaveDuplicates();
        assertThat(presses)
                .extracting(press -> press.path("data").asString())
                .contains("y10", "y30", "no")
                .doesNotContain("");
        assertThat(crowd.view().received()).isEqualTo(1000);
        assertThat(crowd.view().blocked()).isBetween(3L, 20L);
    }

    @Test
    void theWelcomesOwnButtonsAreNoCall() {
        registered(50, CARD);
        pass(Duration.ofMinutes(20));
        assertThat(presses()).isEmpty();
    }

    @Test
    void thoseWhoComePressTheNewButtonWhenTheyArriveAndSomeNever() {
        registered(400, "null");
        call();
        pass(Duration.ofMinutes(20));
        List<JsonNode> coming = presses().stream()
                .filter(press -> press.path("data").asString().startsWith("y"))
                .toList();
        coming.forEach(this::acknowledge);
        pass(Duration.ofMinutes(2));
        assertThat(presses()).isEmpty();
        pass(Duration.ofHours(3));
        List<JsonNode> arrivals = presses();
        assertThat(arrivals).allMatch(press -> press.path("data").asString().equals("here"));
        assertThat(arrivals.size()).isBetween(coming.size() * 60 / 100, coming.size() * 90 / 100);
        assertThat(crowd.view().arrived()).isEqualTo(arrivals.size());
    }

    @Test
    void aSeedRepeatsTheSameMorning() {
        CrowdTest again = new CrowdTest();
        assertThat(morning()).isNotEmpty().isEqualTo(again.morning());
    }

    @Test
    void speedShortensTheWait() {
        registered(200, "null");
        call();
        crowd.speed(60);
        pass(Duration.ofSeconds(4));
        assertThat(presses().size()).isGreaterThan(100);
    }

    @Test
    void noMoreThanTenThousandComeAndAResetSendsThemAway() {
        assertThat(crowd.bring(List.of("bakay"), 20_000)).isEqualTo(Crowd.MOST);
        crowd.disperse();
        assertThat(crowd.view()).isEqualTo(CrowdView.EMPTY);
    }

    private List<String> morning() {
        registered(100, "null");
        call();
        pass(Duration.ofMinutes(20));
        return presses().stream()
                .map(press -> press.path("from").path("id").asString()
                        + press.path("data").asString())
                .toList();
    }

    private Crowd crowd() {
        Crowd crowd = new Crowd(telegram, clock, 5);
        telegram.listen(crowd::notice);
        return crowd;
    }

    private void registered(int count, String markup) {
        crowd.bring(List.of("bakay"), count);
        while (crowd.view().registered() < count) {
            pass(Duration.ofSeconds(1));
            updates().forEach(update -> welcome(update, markup));
        }
        pass(Duration.ofSeconds(5));
    }

    private void pass(Duration time) {
        for (long beat = 0; beat < time.toMillis(); beat += 100) {
            clock.pass(Duration.ofMillis(100));
            crowd.tick();
            taken.addAll(poll());
        }
    }

    private void welcome(JsonNode update, String markup) {
        send(update.path("message").path("chat").path("id").asLong(), "Вы записаны", markup);
    }

    private void call() {
        telegram.bot(null).chats.keySet().stream().sorted().forEach(chat -> send(chat, "Бульдозеры", CARD));
    }

    private void acknowledge(JsonNode press) {
        telegram.call(
                        TOKEN,
                        "editMessageText",
                        new Parameters()
                                .with("chat_id", press.path("from").path("id").asString())
                                .with(
                                        "message_id",
                                        press.path("message").path("message_id").asString())
                                .with("text", "Ждём вас")
                                .with("reply_markup", ANSWERED))
                .join();
    }

    private void send(long chat, String text, String markup) {
        Parameters parameters =
                new Parameters().with("chat_id", Long.toString(chat)).with("text", text);
        if (!markup.equals("null")) {
            parameters.with("reply_markup", markup);
        }
        assertThat(telegram.call(TOKEN, "sendMessage", parameters).join().status())
                .isEqualTo(200);
    }

    private long languages(String language) {
        return telegram.desk().persons.values().stream()
                .filter(person -> person.language().equals(language))
                .count();
    }

    private List<JsonNode> presses() {
        return updates().stream()
                .map(update -> update.path("callback_query"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Everything new, also presses that Telegram would have forgotten by now: they are taken while time passes. */
    private List<JsonNode> updates() {
        List<JsonNode> all = new ArrayList<>(taken);
        taken.clear();
        all.addAll(poll());
        return all;
    }

    private List<JsonNode> poll() {
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            JsonNode batch = telegram.call(
                            TOKEN, "getUpdates", new Parameters().with(JSON.readTree("{\"offset\": " + offset + "}")))
                    .join()
                    .body()
                    .path("result");
            if (batch.isEmpty()) {
                return all;
            }
            batch.values().forEach(all::add);
            offset = all.getLast().path("update_id").asInt() + 1;
        }
    }

    private static String text(JsonNode update) {
        return update.path("message").path("text").asString();
    }
}
