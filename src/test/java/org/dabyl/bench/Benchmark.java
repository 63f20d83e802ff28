package org.dabyl.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures what the program promises about delivery, and prints one table:
 *
 * <pre>
 * ./mvnw -Pbench
 * ./mvnw -Pbench -Dspring-boot.run.arguments="rows=pace,answers recipients=3000"
 * </pre>
 *
 * <p>Options: {@code rows}, of pace, fast (the limit of paid broadcasts), capacity, outbox, growth, prompt, answers;
 * {@code recipients} of pace, 900 (3,000 take 104 s); {@code many}, the recipients of fast, capacity and outbox, 20,000;
 * {@code audiences} of growth; {@code presses} of prompt. {@code -Dbench.jvm} gives the measured process other JVM options.
 *
 * <p>The program runs in a process of its own; the simulated Telegram, over HTTP, in this one.
 */
final class Benchmark {

    private Benchmark() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Table table = new Table();
        try {
            for (String row : list(options, "rows", "pace,fast,capacity,outbox,growth,prompt,answers")) {
                measure(table, row, options);
            }
        } finally {
            table.print();
        }
        // Lettuce and Tomcat leave threads behind
        System.exit(0);
    }

    private static void measure(Table table, String row, Map<String, String> options)
            throws IOException, InterruptedException {
        int many = number(options, "many", 20_000);
        switch (row) {
            case "pace" -> Pacing.run(table, 30, number(options, "recipients", 900));
            case "fast" -> Pacing.run(table, 1000, many);
            case "capacity" -> Capacity.overHttp(table, many);
            case "outbox" -> Capacity.ofTheOutbox(table, many);
            case "growth" -> {
                for (String audience : list(options, "audiences", "10000,100000,1000000")) {
                    Growth.run(table, Integer.parseInt(audience));
                }
            }
            case "prompt" -> Answers.promptness(table, number(options, "presses", 200));
            case "answers" -> {
                Answers.capacity(table, 30, 1);
                Answers.capacity(table, 0, 4);
            }
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
