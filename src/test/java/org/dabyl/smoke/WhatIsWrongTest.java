package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whatever is wrong, the operator reads it once, with what to do, sees it in the health, and reads that it is well again. */
@ExtendWith(OutputCaptureExtension.class)
class WhatIsWrongTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Town TOWN = Town.with();

    /**
     * One trouble.
     *
     * @param health whose health tells it, and by which words
     * @param begins a pattern of the line that tells it
     * @param ends a pattern of the line that tells its end
     */
    record Wrong(
            String name,
            Consumer<Town> breaks,
            Consumer<Town> heals,
            Map.Entry<String, String> health,
            String begins,
            String ends) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Wrong> troubles() {
        return List.of(
                new Wrong(
                        "Telegram is not there",
                        town -> town.telegram().fails(Map.of("method", "*", "kind", "outage", "for_ms", 60_000)),
                        town -> town.telegram().works(),
                        Map.entry("telegram", "unreachable"),
                        "Bot 1000001: Telegram cannot be reached; trying on\\. Is this machine online",
                        "Bot 1000001: Telegram answers"),
                new Wrong(
                        "the token is refused",
                        town -> town.telegram().fails(Map.of("method", "*", "status", 401)),
                        town -> town.telegram().works(),
                        Map.entry("telegram", "revoked"),
                        "Bot 1000001: Telegram refuses the token\\. .* set it and start again",
                        "Bot 1000001: Telegram answers"),
                new Wrong(
                        "Telegram tells to wait for long",
                        WhatIsWrongTest::paused,
                        town -> redis(town).delete("{1000001}:pause"),
                        Map.entry("delivery", "paused by Telegram"),
                        "Bot 1000001 is told by Telegram to wait for \\d{4} s: .*Do not start it anew",
                        "Bot 1000001 sends again"),
                new Wrong(
                        "the books do not balance",
                        town -> redis(town).opsForSet().add(waiting(town), "somebody"),
                        town -> redis(town).opsForSet().remove(waiting(town), "somebody"),
                        Map.entry("delivery", "unbalanced=1"),
                        "Dispatch \\S+ does not balance: .*Somebody may not have been reached",
                        "Dispatch \\S+ balances again"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void itIsSaidOnceWithWhatToDoAndWhenItIsWellAgain(Wrong wrong, CapturedOutput log) {
        long ended = lines(log, wrong.ends());
        String health = wrong.health().getKey();

        wrong.breaks().accept(TOWN);
        await().atMost(PATIENCE)
                .until(() -> Health.of(TOWN, health).contains(wrong.health().getValue()));
        assertThat(Health.of(TOWN, health)).contains("DOWN");
        await().atMost(PATIENCE).until(() -> lines(log, wrong.begins()) > 0);

        wrong.heals().accept(TOWN);
        await().atMost(PATIENCE).until(() -> Health.of(TOWN, health).contains("UP"));
        await().atMost(PATIENCE).until(() -> lines(log, wrong.ends()) > ended);
        assertThat(lines(log, wrong.begins())).isEqualTo(1);
        assertThat(log.getAll()).doesNotContain(String.valueOf(TOWN.owner().id()), "1000001:rehearsal", "somebody");
    }

    private static void paused(Town town) {
        town.telegram().fails(Map.of("method", "sendMessage", "status", 429, "retry_after", 9_999, "times", 1));
        town.owner().writes("/help");
    }

    /** Where those wait whom a finished alert calls. */
    private static String waiting(Town town) {
        String dispatches = "{1000001}:dispatches";
        if (!redis(town).hasKey(dispatches)) {
            town.supporter("en", "karasu");
            town.owner().writes("/alert karasu Come").waitFor("Sending takes");
            town.owner().presses("Send").waitFor("Sent: under 5");
        }
        String first =
                redis(town).opsForZSet().range(dispatches, 0, 0).iterator().next();
        return "{1000001}:dispatch:" + first + ":waiting:1";
    }

    private static StringRedisTemplate redis(Town town) {
        return town.program().getBean(StringRedisTemplate.class);
    }

    private static long lines(CapturedOutput log, String pattern) {
        return Pattern.compile(pattern).matcher(log.getAll()).results().count();
    }
}
