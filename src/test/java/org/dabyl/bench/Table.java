package org.dabyl.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.dabyl.store.TestRedis;
import org.springframework.data.redis.core.RedisCallback;

/** What was measured, beside what was hoped for; printed at the end as one table, and line by line before. */
final class Table {

    private record Row(String option, String what, String measured, String goal, String load) {}

    private final List<Row> rows = new ArrayList<>();
    private String option = "";

    /** What follows is measured by {@code -Dbench=<option>} alone. */
    void begin(String option) {
        this.option = option;
    }

    @FormatMethod
    void row(String what, String goal, @FormatString String form, Object... measured) {
        Row row = new Row(option, what, form.formatted(measured), goal, load());
        rows.add(row);
        System.err.println(line(row));
    }

    void print() {
        System.out.println();
        System.out.printf(
                "./mvnw -Pbench -Dbench=\"rows=...\" measures a row again. Machine: %d cores, %s %s, the program with %s;%n"
                        + "Redis %s (append-only file, fsync every second); simulated Telegram and Redis on the same"
                        + " machine. Load: how many were running or waiting to, on average of the last minute.%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Program.options(),
                redisVersion());
        System.out.println(line(new Row("option", "what", "measured", "goal", "load")));
        System.out.println(line(new Row("---", "---", "---", "---", "---")));
        rows.forEach(row -> System.out.println(line(row)));
    }

    private static String line(Row row) {
        return "| %-13s | %-66s | %-44s | %-10s | %-4s |"
                .formatted(row.option, row.what, row.measured, row.goal, row.load);
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String redisVersion() {
        Properties info = TestRedis.template().execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("server"));
        return info == null ? "?" : info.getProperty("redis_version");
    }
}
