package org.dabyl.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Hours;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class RotaTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(7, 2);
    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan");
    private static final Hours NIGHT = Hours.parse("22-6").orElseThrow();

    private final SettableClock clock = new SettableClock();
    private final Fleet fleet = TestFleet.of(7, 8);
    private final Vault vault = TestVault.create();
    private final TestDelivery delivery = new TestDelivery(TestRedis.template(), fleet, vault);
    private final WatchSettings settings = new WatchSettings(Duration.ofHours(1), Duration.ofMinutes(10));
    private final Timetable planner = TestTimetable.of(TestRedis.template(), clock);
    private final Rota rota =
            new Rota(TestRedis.template(), fleet, vault, Districts.builtIn(), planner, settings, clock);
    private final Starts starts = new Starts(rota, clock);
    private final WatcherCall call = new WatcherCall(TestRedis.template(), delivery.dispatches());
    private final Wording wording = new Plain();
    private final RemindStep remind = new RemindStep(starts, call, wording);
    private final BeginStep begin = new BeginStep(rota, starts, call, wording, planner, settings);
    private final Relief relief = new Relief(rota, call, wording);

    @BeforeEach
    void register() {
        var supporters = TestSupporters.of(fleet, clock);
        List.of(AIGUL, SERIK).forEach(person -> supporters.register(person, ULZHAN, Language.EN));
    }

    @Test
    void whatIsKeptTellsNeitherDayNorHourAndGoesWithThePerson() {
        Shift shift = rota.add(AIGUL, ULZHAN, DayOfWeek.SATURDAY, NIGHT).orElseThrow();
        assertThat(rota.of(AIGUL)).containsExactly(shift);
        assertThat(Contents.read()).doesNotContain("22:00");

        rota.bring(AIGUL, person(8, 1));
        assertThat(rota.of(AIGUL)).isEmpty();
        assertThat(rota.find(shift.id()).orElseThrow().watcher()).isEqualTo(person(8, 1));

        rota.erase(person(8, 1));
        assertThat(rota.in(ULZHAN)).isEmpty();
    }

    @Test
    void aShiftIsTakenOnceAndGivenUpByItsWatcherAlone() {
        Shift shift = rota.add(AIGUL, ULZHAN, DayOfWeek.SATURDAY, NIGHT).orElseThrow();

        assertThat(rota.add(AIGUL, ULZHAN, DayOfWeek.SATURDAY, NIGHT)).isEmpty();
        assertThat(rota.remove(SERIK, shift.id())).isFalse();
        assertThat(rota.remove(AIGUL, shift.id())).isTrue();
        assertThat(rota.of(AIGUL)).isEmpty();
    }

    @Test
    void eachStepThatRunsTwiceSpeaksOnceAndPlansTheNextWeek() {
        String subject = begun();

        remind.run(subject);
        remind.run(subject);
        begin.run(subject);
        begin.run(subject);

        assertThat(delivery.deliver()).containsExactly(new Read(AIGUL, "soon"), new Read(AIGUL, "begin"));
        Shift shift = rota.of(AIGUL).getFirst();
        Instant next = Instant.parse("2026-04-18T17:00:00Z");
        assertThat(score("watch-begin|" + shift.id() + "@" + next.toEpochMilli()))
                .isEqualTo(next.toEpochMilli());
        assertThat(score("watch-missed|" + subject)).isEqualTo(clock.millis() + 600_000);
    }

    @Test
    void theNextWatcherIsAskedOnceAndNeverTheSamePerson() {
        String subject = begun();
        rota.add(AIGUL, ULZHAN, DayOfWeek.SUNDAY, NIGHT);
        Shift shift = rota.find(subject.substring(0, 10)).orElseThrow();
        assertThat(relief.ask(shift, clock.instant())).isFalse();
        rota.add(SERIK, ULZHAN, DayOfWeek.MONDAY, NIGHT);

        assertThat(relief.ask(shift, clock.instant())).isTrue();
        relief.ask(shift, clock.instant());

        assertThat(delivery.deliver()).containsExactly(new Read(SERIK, "take over"));
    }

    @Test
    void whoLeftOrIsAskedHalfAnHourTooLateHearsNothing() {
        String subject = begun();
        clock.pass(Duration.ofMinutes(31));
        begin.run(subject);
        clock.pass(Duration.ofMinutes(-31));
        rota.erase(AIGUL);
        begin.run(subject);

        assertThat(delivery.deliver()).isEmpty();
        assertThat(score("watch-missed|" + subject)).isZero();
    }

    /** Aigul keeps watch on Saturday nights, and one begins now. */
    private String begun() {
        Shift shift = rota.add(AIGUL, ULZHAN, DayOfWeek.SATURDAY, NIGHT).orElseThrow();
        Instant start = Instant.parse("2026-04-11T17:00:00Z");
        clock.pass(Duration.between(clock.instant(), start));
        return shift.id() + "@" + start.toEpochMilli();
    }

    private static long score(String step) {
        Double score = TestRedis.template().opsForZSet().score(Timetable.KEY, step);
        return score == null ? 0 : score.longValue();
    }

    private static final class Plain implements Wording {

        @Override
        public Map<Language, Message> soon(Shift shift, Instant start) {
            return everywhere("soon");
        }

        @Override
        public Map<Language, Message> begin(Shift shift, Instant start) {
            return everywhere("begin");
        }

        @Override
        public Map<Language, Message> takeOver(Shift shift, Instant start) {
            return everywhere("take over");
        }

        private static Map<Language, Message> everywhere(String text) {
            return new EnumMap<>(Map.of(
                    Language.EN, Message.of(text, Keyboard.none()), Language.RU, Message.of(text, Keyboard.none())));
        }
    }
}
