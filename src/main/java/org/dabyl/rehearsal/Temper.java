package org.dabyl.rehearsal;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How members of the crowd behave: believable guesses, not measurements. Of those who get a card 1 % block the bot, 40 % stay
 * silent, and of the rest three in five say they come; half an hour late or never is common.
 */
final class Temper {
    static final double BLOCKS = 0.01;
    static final double SILENT = 0.40;
    static final double COMES = 0.60;
    static final double ARRIVES = 0.75;
    private static final double MEDIAN_ANSWER_SECONDS = 40;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})");
    private static final Pattern REFUSAL =
            Pattern.compile("(?iu)can.?t|cannot|not com|не могу|не смогу|не приду|алмай|мүмкін емес|❌|🚫");

    private final Random random;

    Temper(long seed) {
        random = new Random(seed);
    }

    /** kk and ru nearly half each, a few en. */
    String language() {
        double dice = random.nextDouble();
        return dice < 0.48 ? "kk" : dice < 0.95 ? "ru" : "en";
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Seconds until the phone is looked at: log-normal, so that most are quick and some are very late. */
    double answerSeconds() {
        return MEDIAN_ANSWER_SECONDS * Math.exp(random.nextGaussian());
    }

    /** Seconds until one who said so many minutes is there. */
    double arrivalSeconds(int minutes) {
        return minutes * 60 * Math.exp(0.35 * random.nextGaussian());
    }

    /** One of the buttons that say "coming": the soonest for half of the people. */
    JsonNode coming(List<JsonNode> row) {
        int place = 0;
        while (place < row.size() - 1 && random.nextBoolean()) {
            place++;
        }
        return row.get(place);
    }

    /** The button that reads like a refusal, else the first of the last row. */
    static JsonNode refusal(List<List<JsonNode>> laterRows) {
        return laterRows.stream()
                .flatMap(List::stream)
                .filter(button ->
                        REFUSAL.matcher(button.path("text").asString("")).find())
                .findFirst()
                .orElseGet(() -> laterRows.getLast().getFirst());
    }

    /** The minutes that a button names, or a quarter of an hour. */
    static int minutes(JsonNode button) {
        Matcher number = NUMBER.matcher(button.path("text").asString(""));
        return number.find() ? Math.max(1, Integer.parseInt(number.group(1))) : 15;
    }
}
