package org.dabyl.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The morning of 5 April in Shanyrak, as a list of scenes: who does what at which time, and what is then told as it happens. It was
 * longer and harder; this is what a bot can have a part in.
 */
final class Story {
    /** The day begins so long before the first report, at 10:30. */
    static final Duration BEFORE = Duration.ofMinutes(2);

    /** The key of the last line. */
    static final String END = "end";

    /** All that the story knows of the bot: how the data of two organisers' buttons begin. Not found, they stay unpressed. */
    private static final String CONFIRM = "econfirm:";

    private static final String WIDEN = "ring:";

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration HOUR_AFTER = Duration.ofMinutes(61);

    private final Cast cast;
    private final Crowd crowd;
    private final Gathering gathering;
    private final RehearsalClock clock;
    private final Instant dawn;
    private final List<Scene> scenes = new ArrayList<>();
    private @Nullable Instant stoodDown;
    private @Nullable Instant askedHome;
    private int reports;
    private int there;

    Story(Cast cast, Crowd crowd, Gathering gathering, RehearsalClock clock) {
        this.cast = cast;
        this.crowd = crowd;
        this.gathering = gathering;
        this.clock = clock;
        this.dawn = clock.instant();
        fact(0, "quiet", () -> true);
        residentsReport();
        theAlertWidens();
        peopleArrive();
        theOrganiserIsBack();
        itIsOver();
    }

    /** What is left to happen, in the order it should. */
    List<Scene> scenes() {
        return scenes;
    }

    Instant dawn() {
        return dawn;
    }

    int reports() {
        return reports;
    }

    /** How many of the crowd and of those with a name have said that they are there. */
    int there() {
        return there + (int) crowd.view().arrived();
    }

    private void residentsReport() {
        reports(cast.aigul(), 2, "report.aigul");
        fact(
                2.5,
                "photo",
                () -> cast.aigul().isAnswered()
                        && cast.aigul().shares(43.2772, 76.8306)
                        && cast.aigul().shows(Photograph.ofTheGate(), ""));
        reports(cast.gulnar(), 3, "report.gulnar");
        reports(cast.dauren(), 3.6, "report.dauren");
    }

    private void reports(Actor actor, double minutes, String key) {
        fact(minutes, "", () -> actor.pressesKey("/report"));
        fact(minutes + 0.1, key, () -> counted(actor.pressesFirst()));
    }

    private boolean counted(boolean reported) {
        reports += reported ? 1 : 0;
        return reported;
    }

    private void theAlertWidens() {
        fact(4, "alert", () -> called(Circle.DISTRICT), this::calledSoFar);
        fact(4, "ring.neighbours", () -> called(Circle.NEIGHBOURS), this::calledSoFar);
        fact(4, "ring.around", () -> called(Circle.AROUND), this::calledSoFar);
        fact(4, "ring.city", () -> called(Circle.CITY), this::calledSoFar);
    }

    private boolean called(Circle circle) {
        return gathering.first(circle).isPresent();
    }

    private List<Object> calledSoFar() {
        return List.of(gathering.called());
    }

    private void peopleArrive() {
        arrives(cast.aigul(), 5, 1, "there.aigul");
        fact(7, "cannot.dauren", () -> cast.dauren().cannot(day()));
        arrives(cast.saule(), 9, 12, "there.saule");
        arrives(cast.timur(), 14, 14, "there.timur");
        fact(15, "remark.timur", () -> stoodDown == null && cast.timur().writes(words(cast.timur(), "say.water")));
        arrives(cast.marat(), 16, 21, "there.marat");
        fact(10, "there.ten", () -> crowd.view().arrived() >= 10);
        arrives(cast.olga(), 36, 15, "there.olga");
        fact(20, "there.fifty", () -> crowd.view().arrived() >= 50);
    }

    /** Says that they come, and so many minutes later that they are there. */
    private void arrives(Actor actor, double minutes, double onTheWay, String key) {
        fact(minutes, "", () -> actor.comes(0, day()));
        fact(minutes + onTheWay, key, () -> arrived(actor));
    }

    private boolean arrived(Actor actor) {
        boolean arrived = stoodDown == null && actor.arrives();
        there += arrived ? 1 : 0;
        return arrived;
    }

    private void theOrganiserIsBack() {
        fact(32, "confirm", () -> cast.yerlan().presses(CONFIRM));
        fact(34, "widen", () -> cast.yerlan().presses(WIDEN));
    }

    private void itIsOver() {
        fact(65, "over", () -> {
            gathering.end();
            stoodDown = clock.instant();
            return cast.yerlan().writes("/standdown " + words(cast.yerlan(), "say.over"));
        });
        fact(66, "told", this::everyoneKnows, () -> List.of(gathering.told()));
        fact(75, "later", this::anHourPasses);
        fact(76, "asked", this::asked, () -> List.of(gathering.asked()));
        fact(76, "home.safe", () -> since(askedHome, 8), () -> List.of(gathering.home()));
        fact(76, END, () -> since(askedHome, 9) || since(dawn, LONGEST.toMinutes()));
    }

    private boolean everyoneKnows() {
        return gathering.told() + crowd.view().blocked() >= gathering.called();
    }

    /** The hour after which people are asked whether they are home is not watched. */
    private boolean anHourPasses() {
        if (stoodDown == null || !(everyoneKnows() || since(stoodDown, 30))) {
            return false;
        }
        Duration rest = Duration.between(clock.instant(), stoodDown.plus(HOUR_AFTER));
        clock.pass(rest.isNegative() ? Duration.ZERO : rest);
        return true;
    }

    private boolean asked() {
        if (gathering.asked() > 0) {
            askedHome = clock.instant();
        }
        return askedHome != null;
    }

    private boolean since(@Nullable Instant moment, long minutes) {
        return moment != null && !clock.instant().isBefore(moment.plus(Duration.ofMinutes(minutes)));
    }

    private long day() {
        return dawn.getEpochSecond();
    }

    private static String words(Actor actor, String key) {
        return Words.in(actor.person.language()).say("morning." + key);
    }

    private void fact(double minutes, String key, BooleanSupplier act) {
        fact(minutes, key, act, List::of);
    }

    private void fact(double minutes, String key, BooleanSupplier act, Supplier<List<Object>> numbers) {
        scenes.add(new Scene(Duration.ofSeconds(Math.round(minutes * 60)), key, act, numbers));
    }
}
