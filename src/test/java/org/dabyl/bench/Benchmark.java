package org.dabyl.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what the program promises about delivery, and prints one table:
 *
 * <pre>
 * ./mvnw -Pbench                      all of it but outage: about 20 minutes
 * ./mvnw -Pbench -Dbench=quick        smaller numbers: about 7 minutes
 * ./mvnw -Pbench -Dbench="rows=pace,answers recipients=900"
 * ./mvnw -Pbench -Dbench="rows=outage outage=1200"
 * </pre>
 *
 * <p>Options: {@code rows}, of pace, fast (the limit of paid broadcasts), capacity, outbox, growth, prompt, answers,
 * second, flood, wipe, outage;
 * {@code recipients} of pace, 3,000 (they take 104 s); {@code many}, the recipients of fast, capacity and outbox, 20,000;
 * {@code audiences} of growth; {@code supporters} of wipe; {@code presses} of prompt; {@code rounds} of answers, 6 alerts one after another;
 * {@code alerts} of second and flood, 10 one after another; {@code flood}, how often each presses a second, 10; {@code outage}, its
 * seconds, 60: the row takes 7 minutes more. {@code -Dbench.jvm} gives the measured process other JVM options than those of the image.
 *
 * <p>The program runs in a process of its own; the simulated Telegram, over HTTP, in this one.
 */
final class Benchmark {

    private static final List<String> QUICK =
            List.of("recipients=600", "many=10000", "audiences=10000,100000", "presses=100", "rounds=3", "alerts=3");

    private Benchmark() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        // Lettuce and Tomcat leave threads behind, also where this fails
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
            thread.getThreadGroup().uncaughtException(thread, e);
            System.exit(1);
        });
        run(arguments);
        System.exit(0);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            for (String option : argument.equals("quick") ? QUICK : List.of(argument)) {
                if (option.contains("=")) {
                    options.put(option.split("=", 2)[0], option.split("=", 2)[1]);
                }
            }
        }
        Table table = new Table();
        try {
            for (String row :
                    list(options, "rows", "pace,fast,capacity,outbox,growth,prompt,answers,second,flood,wipe")) {
                measure(table, row, options);
            }
        } finally {
            table.print();
        }
    }

    private static void measure(Table table, String row, Map<String, String> options)
            throws IOException, InterruptedException {
        int many = number(options, "many", 20_000);
        table.begin("rows=" + row);
        switch (row) {
            case "pace" -> Pacing.free(table, number(options, "recipients", 3000));
            case "fast" -> Pacing.paid(table, many);
            case "capacity" -> Capacity.overHttp(table, many);
            case "outbox" -> Capacity.ofTheOutbox(table, many);
            case "growth" -> {
                for (String audience : list(options, "audiences", "10000,100000,1000000")) {
                    Growth.run(table, Integer.parseInt(audience));
                }
            }
            case "prompt" -> Answers.promptness(table, number(options, "presses", 200));
            case "answers" -> {
                int rounds = number(options, "rounds", 6);
                Answers.capacity(table, 30, 1, rounds);
                Answers.capacity(table, 0, 4, rounds);
            }
            case "second" -> Second.run(table, number(options, "alerts", 10));
            case "flood" -> {
                int alerts = number(options, "alerts", 10);
                int perSecond = number(options, "flood", 10);
                for (boolean registered : new boolean[] {false, true}) {
                    Flooding.run(table, registered, false, perSecond, alerts);
                    Flooding.run(table, registered, true, perSecond, alerts);
                }
            }
            case "outage" -> Outage.run(table, number(options, "outage", 60));
            case "wipe" -> Wiping.run(table, number(options, "supporters", 100_000));
            default -> throw new IllegalArgumentException("no such row: " + row);
        }
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
    }

    private static List<String> list(Map<String, String> options, String name, String otherwise) {
        return List.of(options.getOrDefault(name, otherwise).split(","));
    }
}
