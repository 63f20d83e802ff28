package org.dabyl.report;

import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Kind;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;

/** Almaty, two bots, its residents and what they report, as the program wires them; time passes by hand. */
final class Street {

    final SettableClock clock = new SettableClock();
    final Supporters supporters;
    final TestAlerts alerts;
    final TestDelivery delivery;
    final Events events;
    final TrackRecords records;
    final Quorums quorums;
    final Reports reports;
    final Verdicts verdicts;
    final Tidings tidings;
    final Timetable timetable;
    private int people = 100;

    Street() {
        Vault vault = TestVault.create();
        Fleet fleet = TestFleet.of(7, 8);
        var redis = TestRedis.template();
        var districts = Districts.builtIn();
        supporters = TestSupporters.of(fleet, clock);
        alerts = new TestAlerts(vault, clock);
        delivery = new TestDelivery(redis, fleet, vault);
        events = new Events(redis, new EventReader(vault), TestReports.SETTINGS, clock);
        records = new TrackRecords(redis, TestReports.SETTINGS, clock);
        quorums = new Quorums(new QuorumSettings(true, 3, 2, 7), districts, supporters, alerts.alerts(), clock);
        reports = new Reports(redis, supporters, districts, events, records, quorums, TestReports.SETTINGS);
        verdicts = new Verdicts(events, alerts.alerts(), districts);
        tidings = new Tidings(redis, fleet, delivery.dispatches(), events);
        Wording wording = new Plain();
        timetable = TestTimetable.of(
                redis,
                clock,
                // plans in the same Redis, so any timetable will do
                new QuorumStep(
                        events, quorums, alerts.drafts(), alerts.alerts(), TestTimetable.of(redis, clock), clock),
                new ToldStep(events, alerts.alerts(), records, tidings, wording),
                new UnansweredStep(events, quorums, tidings, wording),
                new Nothing("report"),
                new Nothing("launch"),
                new Nothing("board"),
                new Nothing("turnout"),
                new Nothing("remind"),
                new Nothing("standdown"),
                new Nothing("confirmed"));
    }

    /** Somebody who registered for this district today. */
    Address newcomer(String district) {
        Address person = person(7, people++);
        register(person, district);
        return person;
    }

    void register(Address person, String district) {
        supporters.register(person, new DistrictCode(district), Language.EN);
    }

    /** So many people who registered for this district more than a week ago. */
    List<Address> residents(int number, String district) {
        List<Address> residents =
                IntStream.range(0, number).mapToObj(i -> newcomer(district)).toList();
        pass(Duration.ofDays(8));
        return residents;
    }

    Filed report(Address person, String district) {
        return reports.file(person, new DistrictCode(district), Kind.BULLDOZERS);
    }

    Event event(Address person, String district) {
        return switch (report(person, district)) {
            case Filed.Counted counted -> counted.event();
            case Filed.Known known -> known.event();
            default -> throw new AssertionError("the report does not count");
        };
    }

    /** The event as all of them have reported it. */
    Event event(List<Address> people, String district) {
        return people.stream().map(person -> event(person, district)).toList().getLast();
    }

    Event now(Event event) {
        return events.find(event.id()).orElseThrow();
    }

    /** Lets time pass and runs what is due then. */
    void pass(Duration time) {
        clock.pass(time);
        timetable.run();
    }

    List<Alert> open() {
        return alerts.alerts().open();
    }

    private record Plain() implements Wording {

        @Override
        public Map<Language, Message> told(Event event, Optional<Alert> alert) {
            return everywhere("told " + event.state());
        }

        @Override
        public Map<Language, Message> suspended(Event event, Instant until) {
            return everywhere("suspended " + event.state());
        }

        @Override
        public Map<Language, Message> unanswered(Event event, QuorumSettings quorum) {
            return everywhere("unanswered");
        }

        private static Map<Language, Message> everywhere(String text) {
            Map<Language, Message> messages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                messages.put(language, Message.of(text, Keyboard.none()));
            }
            return messages;
        }
    }

    private record Nothing(String kind) implements Step {

        @Override
        public void run(String subject) {}
    }
}
