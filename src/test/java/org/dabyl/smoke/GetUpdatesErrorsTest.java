package org.dabyl.smoke;

import static org.dabyl.smoke.OwnRedis.town;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with receiving, it goes on, and what was said meanwhile is heard. */
class GetUpdatesErrorsTest {

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    static Stream<Map<String, ?>> troubles() {
        return Stream.of(
                Map.of("status", 500, "times", 1),
                Map.of("status", 502, "html", true, "times", 1),
                Map.of("status", 429, "retry_after", 1, "times", 1),
                Map.of("status", 409, "description", "Conflict: terminated by other getUpdates request", "times", 1),
                Map.of("status", 400, "description", "Bad Request", "times", 1),
                Map.of("kind", "close", "times", 1),
                Map.of("kind", "outage", "times", 1),
                Map.of("kind", "delay", "delay_ms", 500, "times", 1));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatWasSaidMeanwhileIsHeard(Map<String, ?> trouble) {
        Phone phone = town().supporter("en", "kalkaman");
        town().telegram().post("/faults", with(trouble));
        // ends the poll that is under way, so that the next one is struck
        phone.writes("/status").expect("You are registered");
        phone.writes("/status").expect("You are registered");
    }

    private static Map<String, ?> with(Map<String, ?> trouble) {
        Map<String, Object> fault = new HashMap<>(trouble);
        fault.put("method", "getUpdates");
        return fault;
    }
}
