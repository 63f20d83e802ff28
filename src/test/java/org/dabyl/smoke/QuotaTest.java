package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dabyl.Dabyl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Nobody spends what the others need; an answer to a call counts all the same. */
@Timeout(120)
class QuotaTest {

    private static final int STRANGER = 5;
    private static final int SUPPORTER = 3;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext program;

    @SuppressWarnings("NullAway.Init")
    private static Telegram telegram;

    @SuppressWarnings("NullAway.Init")
    private static Phone owner;

    private static long people = 4_100_000_000L;

    @BeforeAll
    static void start(@TempDir Path folder) {
        program = SpringApplication.run(
                Dabyl.class,
                "--server.port=0",
                "--dabyl.rehearsal.phones=false",
                "--dabyl.quota.stranger=" + STRANGER,
                "--dabyl.quota.supporter=" + SUPPORTER,
                "--dabyl.quota.organiser=6",
                "--dabyl.quota.refill=20m",
                "--dabyl.data=" + folder.resolve("data"),
                "--dabyl.keyset=" + folder.resolve("keyset.json"));
        telegram = new Telegram(Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")));
        owner = phone();
        owner.opens(Log.ownerLink(program)).expect("You are the owner");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aFloodOfAStrangerGetsTheBucketsRepliesAndDelaysNobody() {
        Phone supporter = phone().writes("/start d_duman").expect("you are registered");
        Phone stranger = phone();
        long before = messagesOnceQuiet();
        for (int i = 0; i < 200; i++) {
            stranger.writes("hello " + i);
        }
        long start = System.nanoTime();
        supporter.writes("/status").expect("You are registered");
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        await().atMost(Duration.ofSeconds(20)).until(() -> messages() == before + STRANGER + 1);
        await().during(Duration.ofSeconds(2)).until(() -> messages() == before + STRANGER + 1);
        assertThat(waited).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerOverTheQuotaCountsAndShowsNoMoreThanAToast() {
        Phone supporter = phone().writes("/start d_karasu").expect("you are registered");
        Seen registered = supporter.last();
        owner.writes("/alert karasu Come").waitFor("Come").presses("Send");
        supporter.expect("Come");
        Seen card = supporter.last();
        for (int i = 0; i < 3; i++) {
            supporter.writes("/status");
        }
        supporter.expect("You are registered").expect("You are registered");

        supporter.press(card.id(), card.rows().getFirst().getFirst().data());
        owner.waitFor("Coming: 1");
        assertThat(supporter.toast()).isNotEmpty();
        supporter.press(registered.id(), registered.button("30").data());
        await().atMost(Duration.ofSeconds(10)).until(() -> supporter.toast().contains("Too fast"));
        supporter.writes("/no");
        owner.waitFor("Coming: 0");
        assertThat(supporter.unread()).isEmpty();
    }

    private static Phone phone() {
        long id = ++people;
        telegram.person(id, "en");
        return new Phone(telegram, id);
    }

    /** A greeting may be more than one message. */
    private static long messagesOnceQuiet() {
        AtomicLong last = new AtomicLong();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    long now = messages();
                    return last.getAndSet(now) == now;
                });
        return last.get();
    }

    private static long messages() {
        return telegram.get("/statistics").path("messages").asLong();
    }
}
