package org.dabyl.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole morning that plays by itself: its people register, eight days pass, then the {@link Story} happens at the speed that is
 * wanted. It makes phones do what persons do, and tells what they show. Moved by {@link #tick}; thread-safe.
 */
final class Morning {
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZONE);
    private static final LocalTime BEGINS = LocalTime.of(10, 30).minus(Story.BEFORE);

    /** Who reports has to have been registered for more than a week. */
    private static final Duration REGISTERED = Duration.ofDays(8);

    /** What the bot still says after it has answered the last who registered belongs to the days before. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final Duration LONGEST_GATHERING = Duration.ofMinutes(3);

    /** At this speed the lines can be read: a morning takes about four minutes. */
    private static final int USUAL = 20;

    /** How far it is. */
    enum Stage {
        NONE,
        REGISTERING,
        PLAYING,
        OVER
    }

    private final Phones phones;
    private final SimulatedTelegram telegram;
    private final Crowd crowd;
    private final Gathering gathering;
    private final RehearsalClock clock;
    private final Clock machine;
    private final @Nullable OwnerLink ownerLink;
    private final List<Scene.Line> lines = new ArrayList<>();
    private final List<Scene> pending = new ArrayList<>();
    private Stage stage = Stage.NONE;
    private int wanted = USUAL;
    private Instant since = Instant.EPOCH;
    private Instant growing = Instant.EPOCH;
    private int registered;
    private String ended = "";
    private @Nullable Cast cast;
    private @Nullable Story story;

    Morning(
            Phones phones,
            SimulatedTelegram telegram,
            Crowd crowd,
            Gathering gathering,
            RehearsalClock clock,
            Clock machine,
            @Nullable OwnerLink ownerLink) {
        this.phones = phones;
        this.telegram = telegram;
        this.crowd = crowd;
        this.gathering = gathering;
        this.clock = clock;
        this.machine = machine;
        this.ownerLink = ownerLink;
    }

    /** Begins, once and again after the end; nothing where one is playing, or where the page has no phones. */
    synchronized void begin() {
        if (underWay() || phones.find(Phones.ORGANISER).isEmpty()) {
            return;
        }
        boolean first = cast == null;
        wanted = wanted == 0 ? USUAL : wanted;
        cast = Cast.of(phones, telegram);
        lines.clear();
        ended = "";
        story = null;
        stage = Stage.REGISTERING;
        since = machine.instant();
        growing = since;
        registered = 0;
        becomeOwner(cast.yerlan());
        cast.register();
        if (first) {
            for (Circle circle : Circle.values()) {
                crowd.bring(circle.codes(), circle.people);
            }
        }
        crowd.speed(RehearsalClock.FASTEST);
    }

    /** How fast it plays, 1 to 60; 0 halts it, and the bot's clock with it. */
    synchronized void speed(int times) {
        wanted = Math.clamp(times, 0, RehearsalClock.FASTEST);
        if (stage != Stage.REGISTERING) {
            crowd.speed(wanted);
            if (stage == Stage.PLAYING && wanted == 0) {
                clock.halt();
            } else {
                // a crowd that stands still does not stop the bot's clock
                clock.speed(Math.max(1, wanted));
            }
        }
    }

    /** Does what is due. */
    synchronized void tick() {
        if (stage == Stage.REGISTERING && gathered()) {
            dayBreaks();
        } else if (stage == Stage.PLAYING && wanted > 0 && story != null) {
            play(story);
        }
    }

    /** Ends where it is. */
    synchronized void forget() {
        stage = Stage.NONE;
        cast = null;
        story = null;
        pending.clear();
        lines.clear();
        gathering.rest();
        clock.speed(clock.speed());
    }

    synchronized MorningView view() {
        CrowdView people = crowd.view();
        return new MorningView(
                stage.name().toLowerCase(Locale.ROOT),
                stage == Stage.PLAYING ? TIME.format(clock.instant()) : ended,
                wanted,
                List.copyOf(lines),
                people.registered(),
                people.wanted(),
                story == null ? 0 : story.reports(),
                gathering.called(Circle.DISTRICT),
                gathering.called(Circle.NEIGHBOURS),
                gathering.called(Circle.AROUND),
                gathering.called(Circle.CITY),
                people.answered(),
                story == null ? 0 : story.there(),
                gathering.told(),
                gathering.home(),
                people.blocked());
    }

    private boolean underWay() {
        return stage == Stage.REGISTERING || stage == Stage.PLAYING;
    }

    private void becomeOwner(Actor organiser) {
        if (ownerLink != null) {
            ownerLink.current().flatMap(DeepLink::parse).ifPresent(link -> {
                phones.get(Phones.ORGANISER).open(telegram.bot(link.username()).username);
                organiser.writes(link.text());
            });
        }
    }

    private boolean gathered() {
        Instant now = machine.instant();
        CrowdView people = crowd.view();
        if (people.registered() != registered) {
            registered = people.registered();
            growing = now;
        }
        boolean all = registered >= people.wanted() && now.isAfter(growing.plus(SETTLED));
        return all || now.isAfter(since.plus(LONGEST_GATHERING));
    }

    private void dayBreaks() {
        ZonedDateTime earliest = clock.instant().plus(REGISTERED).atZone(ZONE);
        ZonedDateTime begins = earliest.with(BEGINS);
        clock.pass(Duration.between(clock.instant(), begins.isBefore(earliest) ? begins.plusDays(1) : begins));
        stage = Stage.PLAYING;
        gathering.watch();
        if (cast != null) {
            story = new Story(cast, crowd, gathering, clock);
            pending.addAll(story.scenes());
        }
        speed(wanted);
    }

    private void play(Story playing) {
        for (Scene scene : List.copyOf(pending)) {
            if (!clock.instant().isBefore(playing.dawn().plus(scene.after()))
                    && scene.act().getAsBoolean()) {
                pending.remove(scene);
                tell(scene);
            }
        }
    }

    private void tell(Scene scene) {
        if (!scene.key().isEmpty()) {
            String time = TIME.format(clock.instant());
            lines.add(new Scene.Line(time, scene.key(), scene.numbers().get()));
        }
        if (scene.key().equals(Story.END)) {
            ended = TIME.format(clock.instant());
            stage = Stage.OVER;
            pending.clear();
            gathering.rest();
            crowd.speed(1);
            clock.speed(1);
        }
    }
}
