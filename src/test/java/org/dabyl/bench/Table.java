package org.dabyl.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.dabyl.store.TestRedis;
import org.springframework.data.redis.core.RedisCallback;

/** What was measured, beside what was hoped for; printed at the end as one table, and line by line before. */
final class Table {

    private record Row(String what, String measured, String goal) {}

    private final List<Row> rows = new ArrayList<>();

    @FormatMethod
    void row(String what, String goal, @FormatString String form, Object... measured) {
        Row row = new Row(what, form.formatted(measured), goal);
        rows.add(row);
        System.err.println(line(row));
    }

    void print() {
        System.out.println();
        System.out.printf(
                "Machine: %d cores, %s %s, Redis %s (append-only file, fsync every second); simulated Telegram and"
                        + " Redis on the same machine%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                redisVersion());
        System.out.println(line(new Row("what", "measured", "goal")));
        System.out.println(line(new Row("---", "---", "---")));
        rows.forEach(row -> System.out.println(line(row)));
    }

    private static String line(Row row) {
        return "| %-58s | %-44s | %-10s |".formatted(row.what, row.measured, row.goal);
    }

    private static String redisVersion() {
        Properties info = TestRedis.template().execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("server"));
        return info == null ? "?" : info.getProperty("redis_version");
    }
}
