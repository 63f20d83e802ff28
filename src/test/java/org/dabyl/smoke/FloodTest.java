package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dabyl.delivery.BotId;
import org.dabyl.rehearsal.Postbag;
import org.dabyl.rehearsal.Tap;
import org.dabyl.supporter.Supporters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** New accounts in bulk neither delay an alert, nor fill the database, nor go unnoticed. */
@Timeout(180)
class FloodTest {

    private static final int STRANGERS = 1_000;
    private static final long FIRST = 4_200_000_000L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Queue<Tap.Call> CALLS = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private static Town town;

    @SuppressWarnings("NullAway.Init")
    private static Postbag postbag;

    @SuppressWarnings("NullAway.Init")
    private static Phone karasu;

    @SuppressWarnings("NullAway.Init")
    private static Phone ulzhan;

    @BeforeAll
    static void start() {
        // what holds with a token; the rehearsal lets a crowd in
        town = Town.with(
                Tap.on(CALLS::add),
                "--dabyl.quota.strangers=200",
                "--dabyl.quota.newcomers=1000",
                "--dabyl.quota.registrations=60",
                "--dabyl.quota.registrations-refill=1m",
                "--dabyl.influx.at-least=20",
                "--dabyl.influx.times=10");
        postbag = Postbag.of(town.program());
        karasu = town.supporter("en", "karasu");
        ulzhan = town.supporter("en", "ulzhan");
        LongStream.range(FIRST, FIRST + STRANGERS).forEach(id -> postbag.person(id, "en"));
    }

    @Test
    void aThousandStrangersPressingTenTimesASecondStandInFrontOfNoAlert() {
        Broadcast alert = new Broadcast(town, "karasu", 40);
        // a second of it lies at Telegram before the organiser presses, and it goes on behind
        long start = System.nanoTime();
        pressedTenTimesEach();
        CALLS.clear();
        alert.begin();
        pressedTenTimesEach();

        alert.reachesEverybody(Duration.ofSeconds(60));
        karasu.waitFor("Trouble").presses("10 min");
        alert.organiser().waitFor("Coming: 1");
        await().atMost(Duration.ofSeconds(60)).until(() -> postbag.waiting() == 0);

        long seconds = 1 + (System.nanoTime() - start) / 1_000_000_000;
        List<Tap.Call> calls = List.copyOf(CALLS);
        long organiser = alert.organiser().id();
        int raised = first(calls, call -> chat(call) == organiser);
        int card = first(calls, call -> chat(call) != organiser && isOfTheAlert(call));
        // a second of the pace at most goes to strangers between the organiser's board and the first card
        assertThat(calls.subList(Math.min(raised, card), card))
                .filteredOn(FloodTest::toAStranger)
                .hasSizeLessThan(30);
        // 200 at once and 20 a second are answered, each by an edit that misses and a message
        assertThat(calls).filteredOn(FloodTest::toAStranger).hasSizeLessThan((int) (2 * (220 + 20 * seconds)));
        // who is refused five times is not even answered any more
        assertThat(calls)
                .filteredOn(call -> call.method().equals("answerCallbackQuery"))
                .hasSizeLessThan(STRANGERS * 8);
    }

    @Test
    void newAccountsInBulkAreBoundedAndToldToTheOrganisersOnce() {
        Phone organiser = town.organiser("en", "ulzhan");
        long registered = supporters();
        for (long id = FIRST + STRANGERS; id < FIRST + STRANGERS + 200; id++) {
            postbag.person(id, "en");
            postbag.add(text(id, "/start d_ulzhan"));
        }
        organiser.waitFor("registrations within this hour");
        assertThat(organiser.last().text()).contains("Ulzhan", "write nothing in an alert");
        await().atMost(Duration.ofSeconds(60)).until(() -> said("Very many people are registering"));
        ulzhan.writes("/status").waitFor("You are registered");
        organiser.writes("/invite ulzhan").waitFor("?start=o_");

        assertThat(organiser.unread()).noneMatch(seen -> seen.text().contains("registrations within this hour"));
        assertThat(supporters() - registered).isBetween(20L, 80L);
    }

    private static long supporters() {
        return town.program().getBean(Supporters.class).number(new BotId(1_000_001));
    }

    private static boolean said(String text) {
        return CALLS.stream()
                .anyMatch(call -> call.body().path("text").asString("").contains(text));
    }

    private static void pressedTenTimesEach() {
        for (int times = 0; times < 10; times++) {
            for (long id = FIRST; id < FIRST + STRANGERS; id++) {
                postbag.add(press(id));
            }
        }
    }

    private static int first(List<Tap.Call> calls, Predicate<Tap.Call> which) {
        return IntStream.range(0, calls.size())
                .filter(i -> which.test(calls.get(i)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfTheAlert(Tap.Call call) {
        return call.body().path("text").asString("").contains("Trouble");
    }

    private static long chat(Tap.Call call) {
        return call.body().path("chat_id").asLong(0);
    }

    private static boolean toAStranger(Tap.Call call) {
        return chat(call) >= FIRST && chat(call) < FIRST + STRANGERS;
    }

    private static ObjectNode press(long id) {
        return read("""
                {"callback_query":{"id":"%s","from":{"id":%d,"is_bot":false,"first_name":"x","language_code":"en"},
                "message":{"message_id":1,"chat":{"id":%d,"type":"private"},"date":1},"data":"page:0"}}""".formatted(postbag.press(id), id, id));
    }

    private static ObjectNode text(long id, String text) {
        return read("""
                {"message":{"message_id":1,"from":{"id":%d,"is_bot":false,"first_name":"x","language_code":"en"},
                "chat":{"id":%d,"type":"private"},"date":1,"text":"%s"}}""".formatted(id, id, text));
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
