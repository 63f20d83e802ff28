package org.dabyl.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A town whose program runs several bots. */
final class Fleet {

    static final String ONE = "dabyl_one_bot";
    static final String TWO = "dabyl_two_bot";
    static final String THREE = "dabyl_three_bot";

    private Fleet() {}

    /** Bots 1000001 and on. */
    static Town of(int bots, String... more) {
        List<String> settings = new ArrayList<>(settings(bots));
        Stream.of(more).forEach(settings::add);
        return Town.with(settings.toArray(String[]::new));
    }

    static List<String> settings(int bots) {
        List<String> names = List.of(ONE, TWO, THREE);
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < bots; i++) {
            settings.add("--dabyl.rehearsal.bots[" + i + "].token=" + token(i));
            settings.add("--dabyl.rehearsal.bots[" + i + "].username=" + names.get(i));
        }
        return settings;
    }

    static String token(int bot) {
        return 1_000_001 + bot + ":rehearsal";
    }

    /** Telegram refuses the bot's token from now on. */
    static void revoke(Town town, String username) {
        town.telegram().fails(Map.of("bot", username, "status", 401, "description", "Unauthorized"));
    }
}
