package org.dabyl.rehearsal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The rehearsal's time, JSON in and out. GET tells {@code now} and {@code speed}; POST takes {@code advance}, an ISO 8601 duration
 * such as {@code PT3M}, and {@code speed}, 1 to 60, and tells the same.
 */
@OnlyInRehearsal
@RestController
@RequestMapping("/rehearsal/clock")
class ClockController {

    private final RehearsalClock clock;

    ClockController(RehearsalClock clock) {
        this.clock = clock;
    }

    @GetMapping
    JsonNode read() {
        return Shapes.object().put("now", clock.instant().toString()).put("speed", clock.speed());
    }

    @PostMapping
    JsonNode move(@RequestBody Move move) {
        if (move.advance() != null) {
            clock.pass(move.advance());
        }
        if (move.speed() != null) {
            clock.speed(move.speed());
        }
        return read();
    }

    /** What to do with the clock. */
    record Move(@Nullable Duration advance, @Nullable Integer speed) {}
}
