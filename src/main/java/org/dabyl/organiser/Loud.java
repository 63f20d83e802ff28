package org.dabyl.organiser;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.district.DistrictCode;
import org.jspecify.annotations.Nullable;

/** Which acts are told at once and with a sound; the same wish of the same organiser only once in half an hour. */
public final class Loud {

    /** As long as a wish to suspend somebody waits for the second. */
    static final Duration ONCE_IN = Duration.ofMinutes(30);

    private record Wish(int by, Act act, Set<DistrictCode> where, String about) {}

    private Loud() {}

    /** Of these, the oldest first, those that ring. */
    public static Set<Entry> of(List<Entry> entries) {
        Map<Wish, Instant> rang = new HashMap<>();
        Set<Entry> loud = new HashSet<>();
        for (Entry entry : entries) {
            Wish wish = new Wish(entry.by(), entry.act(), entry.where(), entry.about());
            if (entry.act().loud() && (entry.act().always() || over(rang.get(wish), entry.at()))) {
                rang.put(wish, entry.at());
                loud.add(entry);
            }
        }
        return loud;
    }

    private static boolean over(@Nullable Instant rang, Instant now) {
        return rang == null || !now.isBefore(rang.plus(ONCE_IN));
    }
}
