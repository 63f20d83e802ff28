package org.dabyl.bench;

import java.time.Duration;
import java.util.Properties;

/** The processor time that each part has used; unlike the clock, it tells the same on a machine that does other things as well. */
record Cpu(double program, double telegram, double redis) {

    private static final double MICROS = 1_000_000;

    /** Until now, in seconds. */
    static Cpu of(Stage stage) {
        Properties redis = stage.info("cpu");
        return new Cpu(
                seconds(stage.program.cpu()),
                seconds(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO)),
                Double.parseDouble(redis.getProperty("used_cpu_user"))
                        + Double.parseDouble(redis.getProperty("used_cpu_sys")));
    }

    /** What was used since, in microseconds for each of so many. */
    String since(Cpu before, int count) {
        return "%.0f + %.0f + %.0f µs"
                .formatted(
                        (program - before.program) * MICROS / count,
                        (telegram - before.telegram) * MICROS / count,
                        (redis - before.redis) * MICROS / count);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
