package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process is killed while everything that happens by time waits, and once more when the first of it is seen; others go on. Each
 * step happens once; a kill may double one message that was under way.
 */
@ExtendWith(TestRedis.class)
@SuppressWarnings("NullAway.Init")
class RestartTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Crew crew = Crew.moved(Map.of(
            "SPRING_DATA_REDIS_HOST", "127.0.0.1",
            "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()),
            "DABYL_LEASE", "2s",
            "DABYL_RECEIVERLEASE", "2s",
            // rings have a story of their own
            "DABYL_RINGS_AFTER", "9d",
            "DABYL_ALERT_IDLE", "7h",
            "DABYL_QUORUM_REPORTS", "2",
            "DABYL_QUORUM_DAYS", "0"));
    private final List<Expected> expected = new ArrayList<>();
    private Phone owner;
    private Instance alive;
    private int people = 3_000;
    private int kills;

    /** What somebody is to be told; once seen it counts, though the chat may show it no more. */
    private static final class Expected {

        private final Phone phone;
        private final String text;
        private final int times;
        private boolean seen;

        Expected(Phone phone, String text, int times) {
            this.phone = phone;
            this.text = text;
            this.times = times;
        }

        boolean seen() {
            seen = seen || phone.holds(text) >= times;
            return seen;
        }

        String text() {
            return text;
        }

        /** How often it was said too often; not what is gone. */
        long doubled() {
            return Math.max(0, phone.holds(text) - times);
        }
    }

    @BeforeEach
    void start() {
        owner = crew.owner(3_000);
        alive = crew.startReady();
    }

    @AfterEach
    void endAll() {
        crew.close();
    }

    @Test
    void everyStepThatHappensByTimeHappensOnceThoughProcessesAreKilled() {
        Phone first = resident("shanyrak-1");
        Phone second = resident("shanyrak-1");
        // who registered today counts towards no quorum
        crew.pass(Duration.ofHours(25));
        Phone silent = resident("akzhar");
        Phone late = resident("akzhar");
        Phone lawyer = resident("akzhar").writes("/status").expect("You are registered");
        lawyer.presses("Legal help").expect("You can help with");
        Phone changing = resident("kayrat");
        Phone waiting = resident("kayrat");
        Phone ready = resident("dariya");
        Phone alone = resident("tastak");
        Phone watcher = resident("duman");
        Phone drilled = resident("algabas");
        owner.writes("/invite algabas").waitFor("?start=o_");
        Phone other = crew.phone(++people, "en").opens(owner.last().link()).expect("You are an organiser");
        ZonedDateTime drill = now().plusDays(2).with(LocalTime.NOON);
        owner.writes("/drill algabas weekly " + day(drill) + " 12:00").waitFor("Next:");
        ZonedDateTime shift = now().plusHours(5).truncatedTo(ChronoUnit.HOURS);
        watcher.writes("/watch " + day(shift) + " " + shift.getHour() + "-"
                        + shift.plusHours(2).getHour())
                .expect(":00");

        owner.writes("/alert akzhar");
        raised("Come now");
        late.expect("Come now").presses("10 min").expect("coming in 10 min");
        owner.writes("/alert kayrat").waitFor("Come now").presses("Needed").waitFor("Come now");
        owner.presses("Another number").waitFor("How many people").writes("1");
        raised("Come now");
        changing.expect("Come now").presses("60 min").expect("coming in 60 min");
        owner.writes("/alert dariya").waitFor("Come now").presses("Be ready");
        raised("wait for the call");
        ready.expect("wait for the call");
        first.writes("/report bulldozers at the school").waitFor("report counts");
        second.writes("/report bulldozers at the school").waitFor("report counts");
        alone.writes("/report police").waitFor("report counts");

        killAndPass(Duration.ofSeconds(150));
        once(first, "No organiser has confirmed this");
        once(second, "No organiser has confirmed this");
        once(first, "went out by itself");
        once(waiting, "Enough people are coming. Stand by");
        seenThroughAKill();

        owner.writes("/board")
                .waitFor("Which alert?")
                .presses("Dariya")
                .waitFor("Dariya")
                .presses("Make it a call");
        await().atMost(PATIENCE).until(() -> owner.toast().contains("Sending"));
        changing.presses("Can’t").expect("can’t come");
        killAndPass(Duration.ofMinutes(4));
        once(ready, "It is a call now: come");
        once(waiting, "More people are needed after all");
        once(silent, "You have not answered yet");
        once(owner, "Tastak: its organisers do not answer a report");
        seenThroughAKill();

        killAndPass(Duration.ofMinutes(15));
        once(late, "You should be there by now");
        once(alone, "No organiser has answered yet");
        seen();

        other.writes("/alert algabas They are here").waitFor("Sending takes").presses("Send");
        other.waitFor("Sent:");
        owner.writes("/standdown").waitFor("Which alert?").presses("Akzhar").waitFor("Is it really over?");
        owner.presses("Yes, it is over");
        await().atMost(PATIENCE).until(() -> owner.toast().contains("is over"));
        killAndPass(Duration.ofSeconds(1));
        once(silent, "Over");
        once(late, "Over");
        seen();
        await().untilAsserted(() ->
                assertThat(said()).as("who said that they come to what is over").isEqualTo(1));

        killAndPass(Duration.ofMinutes(61));
        await().atMost(PATIENCE).until(() -> late.holds("Are you home safe?") == 1);
        once(owner, "Algabas · alert 5: its organisers have been silent for");
        killAndPass(Duration.ofMinutes(31));
        expected.add(new Expected(late, "Are you home safe?", 2));
        seen();
        killAndPass(Duration.between(now(), shift.minusMinutes(59)));
        once(watcher, "Your watch begins soon");
        once(lawyer, "Not home yet?");
        seen();
        killAndPass(Duration.between(now(), shift.plusMinutes(1)));
        once(watcher, "Your watch has begun");
        seen();
        killAndPass(Duration.ofMinutes(10));
        once(owner, "has not reported in");
        seen();

        killAndPass(Duration.ofHours(5));
        once(owner, "Kayrat · alert 2: still running?");
        once(owner, "Dariya · alert 3: still running?");
        once(owner, "Shanyrak-1 · alert 4: still running?");
        seen();
        killAndPass(Duration.ofMinutes(31));
        once(waiting, "Ended by itself");
        once(ready, "Ended by itself");
        once(first, "Ended by itself");
        seenThroughAKill();

        killAndPass(Duration.between(now(), drill.plusSeconds(5)));
        once(drilled, "This is a drill");
        once(other, "Are you there?");
        seen();
        // or else they would be reminded that it is a drill
        drilled.waitFor("This is a drill").presses("Can’t").waitFor("can’t come");
        killAndPass(Duration.ofMinutes(21));
        once(drilled, "The drill is over");
        once(other, "Result of the drill");
        seen();
        killAndPass(Duration.ofHours(25));
        once(owner, "has not answered for two days: Algabas");
        seen();
        assertThat(said()).as("and to what was forgotten").isEqualTo(2);

        long doubled = expected.stream().mapToLong(Expected::doubled).sum();
        assertThat(doubled).as("at most one message a kill").isBetween(0L, (long) kills);
        assertThat(expected)
                .filteredOn(each -> each.doubled() > 1)
                .extracting(Expected::text)
                .isEmpty();
    }

    /** Kills the process in the middle of its waiting, lets time pass, and starts another. */
    private void killAndPass(Duration time) {
        // what is seen is not yet noted, and would be done again later
        await().atMost(PATIENCE).until(() -> due() == 0 && underWay() == 0);
        replace(time);
    }

    private void replace(Duration time) {
        crew.kill(alive);
        kills++;
        crew.pass(time);
        alive = crew.start();
    }

    private void once(Phone phone, String text) {
        expected.add(new Expected(phone, text, 1));
    }

    private void seen() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(expected)
                .filteredOn(each -> !each.seen())
                .extracting(Expected::text)
                .as(() -> "not seen; the process says:\n" + alive.log())
                .isEmpty());
    }

    /** Kills the process once the first of it is seen, in the middle of the rest. */
    private void seenThroughAKill() {
        long before = expected.stream().filter(Expected::seen).count();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> expected.stream().filter(Expected::seen).count() > before);
        replace(Duration.ZERO);
        seen();
    }

    private long due() {
        return numberOf(Timetable.KEY, (double) crew.telegram().now().toEpochMilli());
    }

    /** Steps and messages. */
    private static long underWay() {
        return numberOf(Timetable.KEY + ":leased", Double.MAX_VALUE)
                + numberOf(new BotId(Crew.BOT).key("leases"), Double.MAX_VALUE);
    }

    private static long numberOf(String key, double upTo) {
        Long number = TestRedis.template().opsForZSet().count(key, 0, upTo);
        return number == null ? 0 : number;
    }

    /** Sends what the preview before the owner shows. */
    private void raised(String text) {
        owner.waitFor(text).presses("Send").waitFor("Sent:");
    }

    private Phone resident(String code) {
        return crew.phone(++people, "en").writes("/start d_" + code).expect("you are registered");
    }

    /** How many were learnt from who had said that they come. */
    private static long said() {
        Map<String, String> experience =
                TestRedis.template().<String, String>opsForHash().entries("{dabyl}:experience");
        return experience.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(":said"))
                .mapToLong(entry -> Long.parseLong(entry.getValue()))
                .sum();
    }

    private ZonedDateTime now() {
        return crew.telegram().now().atZone(ALMATY);
    }

    private static String day(ZonedDateTime time) {
        return time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
