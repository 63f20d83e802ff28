package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.panic.PanicProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Locked, the program says nothing to anybody but what lets people leave; unlocked, it goes on where it stood. */
class PanicLockTest {

    private static final Town TOWN = Town.with("--dabyl.rate=20");

    @AfterEach
    void unlock() {
        TOWN.owner().writes("/panic unlock").waitFor("Unlocked");
    }

    @Test
    void anOrganiserLocksAndNothingGoesOutUntilTheOwnerUnlocks() {
        Phone supporter = TOWN.supporter("en", "bakay");
        Phone organiser = TOWN.organiser("en", "bakay");
        organiser.writes("/panic lock").expect("Locked");
        assertThat(Health.of(TOWN, "panic")).contains("OUT_OF_SERVICE", "locked");

        organiser.writes("/alert bakay they are here").expect("Paused");
        organiser.writes("/panic unlock").expect("Only the owner unlocks");
        supporter.writes("/status").expect("Paused");
        supporter.writes("/panic").expect("Paused");
        assertThat(supporter.unread()).isEmpty();

        TOWN.owner()
                .writes("/panic")
                .waitFor("Lock: nothing goes out")
                .presses("Unlock")
                .waitFor("Unlocked");
        assertThat(organiser.acts("unlocked everything")).isNotEmpty();
        assertThat(TOWN.owner().acts("locked everything")).isNotEmpty();
        organiser.writes("/alert bakay they are here").expect("they are here").presses("Send");
        supporter.expect("they are here");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void aBroadcastStandsStillInTheMiddleAndGoesOn() {
        TOWN.telegram().post("/persons/many", Map.of("id", 8_200_000_001L, "count", 120, "text", "/start d_karasu"));
        await().atMost(Duration.ofMinutes(1)).until(() -> registered("karasu") == 120);
        Phone organiser = TOWN.organiser("en", "karasu");
        organiser
                .writes("/alert karasu everybody come")
                .expect("everybody come")
                .presses("Send");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 0 && waiting() < 110);

        organiser.writes("/panic lock").waitFor("Locked");
        // what was under way at that moment still arrives
        await().atMost(Duration.ofSeconds(20)).until(() -> leased() == 0);
        long stood = waiting();
        long messages = messages();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> messages() == messages);
        assertThat(waiting()).isEqualTo(stood).isPositive();

        TOWN.owner().writes("/panic unlock").waitFor("Unlocked");
        organiser.waitFor("Sent: 120 of 120");
        organiser.writes("/standdown").waitFor("over");
        assertThat(TOWN.telegram().get("/statistics").path("duplicates").asLong())
                .isZero();
    }

    @Test
    void onesAnswersAreNotRecordedAndOneIsToldSo() {
        Phone supporter = TOWN.supporter("en", "ulzhan");
        Phone organiser = TOWN.organiser("en", "ulzhan");
        organiser.writes("/alert ulzhan come").expect("come").presses("Send");
        supporter.expect("come");
        organiser.writes("/panic lock").waitFor("Locked");

        supporter.presses("10 min");
        await().until(() -> supporter.toast().contains("Paused"));
        supporter.writes("/leave").expect("erased");

        TOWN.owner().writes("/panic unlock").waitFor("Unlocked");
        organiser.writes("/board").waitFor("Coming: 0");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void onTheMachineItIsLockedAndUnlockedBesideTheRunningProgram() {
        Phone supporter = TOWN.supporter("en", "duman");
        String data = "--dabyl.data=" + TOWN.program().getEnvironment().getProperty("dabyl.data");

        assertThat(PanicProgram.run("lock", data)).isZero();
        await().until(() -> Health.of(TOWN, "panic").contains("OUT_OF_SERVICE"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> supporter.writes("/status").expect("Paused"));

        assertThat(PanicProgram.run("unlock", data)).isZero();
        await().until(() -> Health.of(TOWN, "panic").contains("UP"));
        assertThat(PanicProgram.run("lock", "--dabyl.data=" + data + "-elsewhere"))
                .isEqualTo(1);
    }

    private static long waiting() {
        return all("waiting");
    }

    private static long all(String counter) {
        StringRedisTemplate redis = redis();
        return Objects.requireNonNull(redis.keys("*:" + counter + ":1")).stream()
                .mapToLong(key -> Objects.requireNonNull(redis.opsForSet().size(key)))
                .sum();
    }

    private static long leased() {
        return Objects.requireNonNull(redis().opsForZSet().zCard(bot().key("leases")));
    }

    private static long registered(String district) {
        return Objects.requireNonNull(redis().opsForSet().size(bot().key("district:" + district)));
    }

    private static long messages() {
        return TOWN.telegram().get("/statistics").path("messages").asLong();
    }

    private static BotId bot() {
        return TOWN.program().getBean(Fleet.class).bots().getFirst();
    }

    private static StringRedisTemplate redis() {
        return TOWN.program().getBean(StringRedisTemplate.class);
    }
}
