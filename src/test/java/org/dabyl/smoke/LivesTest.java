package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.dabyl.alert.Alerts;
import org.dabyl.store.Life;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Purge;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.data.redis.core.StringRedisTemplate;

/** After everything that can happen each key is in the table of lives, and none outlives what that says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivesTest {

    private static final Town TOWN = Fleet.of(2, "--dabyl.alert.clear-after=off");
    private static WholeStory story;

    @BeforeAll
    static void everythingHappens() {
        story = new WholeStory(TOWN.telegram(), TOWN.owner(), 6_283_185_307L, true);
        story.happens();
    }

    @Test
    @Order(1)
    void everyKeyIsInTheTableAndDiesInTime() {
        walk();
    }

    @Test
    @Order(2)
    void aDayAfterTheEndOnlyCountsRemain() {
        assertThat(keysThatName("coming")).anyMatch(key -> key.contains(":answers"));
        assertThat(keysThatName("coming")).anyMatch(key -> key.contains(":numbers"));

        later(Duration.ofHours(25));

        SortedMap<String, String> all = Dump.of(TOWN);
        assertThat(all.keySet())
                .anyMatch(key -> key.endsWith(":tally"))
                .anyMatch(key -> key.endsWith(":curve"))
                .noneMatch(key ->
                        key.matches(".*:alert:[^:]+:(answers|answer:.*|remarks|remarks:by|numbers|numbered|called|late"
                                + "|before-.*|reminded|overdue|overdue-asked|standing-by)"));
        assertThat(keysThatName("coming"))
                .isNotEmpty()
                .allMatch(
                        key -> key.matches(".*:(supporters|district:.*|report-records|dispatch:.*|report:.*|sent:.*)"));
        walk();
    }

    @Test
    @Order(3)
    void whoAnswersThenIsToldThatAnswersAreCounted() {
        Phone late = story.the("silent");
        late.presses("Home safe");

        await().until(() -> late.toast().contains("its answers are counted"));
        assertThat(Dump.of(TOWN).keySet()).noneMatch(key -> key.matches(".*:alert:.*:answers"));
    }

    @Test
    @Order(4)
    void daysLaterNothingIsOverdue() {
        later(Duration.ofDays(3));

        assertThat(Dump.of(TOWN).keySet()).noneMatch(key -> key.matches("\\{dabyl}:(reports|report:.*|alerts-over)"));
        walk();
    }

    private static void later(Duration time) {
        TOWN.telegram().pass(time);
        TOWN.program().getBean(Purge.class).tick();
        assertThat(Health.of(TOWN, "purge")).contains("UP");
    }

    private static List<String> keysThatName(String who) {
        String sealed = TOWN.program()
                .getBean(Vault.class)
                .seal(new ChatId(story.the(who).id()))
                .value();
        return Dump.of(TOWN).entrySet().stream()
                .filter(entry -> (entry.getKey() + entry.getValue()).contains(sealed))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void walk() {
        assertThat(TOWN.program().getBean(Alerts.class).open()).isEmpty();
        StringRedisTemplate redis = TOWN.program().getBean(StringRedisTemplate.class);
        List<String> wrong = new ArrayList<>();
        for (String key : Dump.of(redis).keySet()) {
            List<Life> lives = Life.of(key);
            if (lives.size() != 1) {
                wrong.add(key + " is " + lives.size() + " times in the table");
            } else {
                lives.getFirst().longest().ifPresent(longest -> {
                    long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
                    // -2: gone since it was listed
                    if (left == -1 || left > longest.toMillis()) {
                        wrong.add(key + " has " + left + " ms left");
                    }
                });
            }
        }
        assertThat(wrong)
                .as(
                        "add each new key to org.dabyl.store.Life: its name, what it holds, how long it lives, and have the code take the"
                                + " time from there; ReadmeTest then shows the row for the README")
                .isEmpty();
    }
}
