package org.dabyl.district;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file says about alerts that residents raise without an organiser; what it leaves out is null, and set for the program.
 *
 * @param on whether residents can raise one at all
 * @param reports how many independent residents have to report the same, 2 to 1000
 * @param minutes how long the organisers have to answer, 1 to 1440
 * @param days how long a resident has to be registered for the district, 0 to 3650
 */
public record Quorum(
        @Nullable Boolean on,
        @Nullable Integer reports,
        @Nullable Integer minutes,
        @Nullable Integer days) {

    public static final int LEAST_REPORTS = 2;
    public static final int MOST_REPORTS = 1000;
    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 1440;
    public static final int LEAST_DAYS = 0;
    public static final int MOST_DAYS = 3650;

    private static final Set<String> NAMES = Set.of("reports", "minutes", "days");
    private static final Quorum UNSAID = new Quorum(null, null, null, null);

    static Quorum read(@Nullable Json json) {
        if (json == null) {
            return UNSAID;
        }
        if (json instanceof Json.Flag flag) {
            return new Quorum(flag.value(), null, null, null);
        }
        if (!(json instanceof Json.Members members)) {
            throw new WrongLine(json.line(), "quorum must be an object, true or false");
        }
        members.values().forEach(Quorum::expectKnown);
        return new Quorum(
                true,
                number(members, "reports", LEAST_REPORTS, MOST_REPORTS),
                number(members, "minutes", LEAST_MINUTES, MOST_MINUTES),
                number(members, "days", LEAST_DAYS, MOST_DAYS));
    }

    /** What is said here, and where nothing is, what is said for the district above. */
    Quorum within(Quorum above) {
        return new Quorum(
                on == null ? above.on : on,
                reports == null ? above.reports : reports,
                minutes == null ? above.minutes : minutes,
                days == null ? above.days : days);
    }

    /** A misspelt number would be taken for the usual one. */
    private static void expectKnown(String name, Json json) {
        if (!NAMES.contains(name)) {
            throw new WrongLine(json.line(), "quorum knows no \"%s\", but reports, minutes and days", name);
        }
    }

    private static @Nullable Integer number(Json.Members members, String name, int least, int most) {
        Json json = members.get(name);
        if (json == null) {
            return null;
        }
        double figure = json.figure(name);
        if (figure != Math.rint(figure) || figure < least || figure > most) {
            throw new WrongLine(json.line(), "%s must be a whole number from %d to %d", name, least, most);
        }
        return (int) figure;
    }
}
