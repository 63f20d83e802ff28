package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.delivery.TestFleet;
import org.dabyl.delivery.TestReceipts;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who came is asked after an hour and after another; an hour later those who offered legal help get a list of numbers. */
@ExtendWith(TestRedis.class)
class HomeStepTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(7, 2);
    private static final Address UNABLE = person(8, 3);
    private static final Address LAWYER = person(7, 4);
    private static final Address FAR_LAWYER = person(7, 5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final TestFleet fleet = TestFleet.of(7, 8);
    private final TestAlerts alerts = new TestAlerts(vault, clock);
    private final Supporters supporters = TestSupporters.of(fleet, clock);
    private final TestDelivery delivery = new TestDelivery(TestRedis.template(), fleet, vault);
    private final Answers answers = new Answers(TestRedis.template(), fleet, alerts.alerts(), clock);
    private final Pseudonyms pseudonyms = new Pseudonyms(TestRedis.template(), fleet, alerts.alerts());
    private final Outstanding outstanding = new Outstanding(TestRedis.template(), fleet, pseudonyms);
    private final Sent sent = new Sent();
    private final HomeCheck check = new HomeCheck(
            TestRedis.template(),
            alerts.alerts(),
            answers,
            outstanding,
            pseudonyms,
            supporters,
            Districts.builtIn(),
            delivery.dispatches(),
            TestReceipts.of(fleet, vault),
            sent,
            new Plain(),
            clock);
    private Timetable timetable = program();
    private AlertId id = new AlertId("aaaaaaaaaa");

    @BeforeEach
    void anAlertIsOver() {
        for (Address person : List.of(AIGUL, SERIK, UNABLE, LAWYER)) {
            supporters.register(person, new DistrictCode("ulzhan"), Language.EN);
        }
        supporters.register(FAR_LAWYER, new DistrictCode("tastak"), Language.EN);
        for (Address person : List.of(LAWYER, FAR_LAWYER)) {
            supporters.change(person, known -> known.toggling(Skill.LAW));
        }
        id = alerts.raise("ulzhan").id();
        answers.record(id, SERIK, new Answer.Here(), 5);
        answers.record(id, AIGUL, new Answer.Coming(10), 6);
        answers.record(id, UNABLE, new Answer.Cannot(), 7);
        alerts.alerts().standDown(id, Ending.STOOD_DOWN, "");
    }

    @Test
    void whoCameIsAskedTwiceAndThenOnTheListOfThoseWhoOfferedLegalHelp() {
        assertThat(pass(HOUR)).containsExactlyInAnyOrder(new Read(AIGUL, "home?"), new Read(SERIK, "home?"));
        assertThat(pass(HOUR)).containsExactlyInAnyOrder(new Read(AIGUL, "home?"), new Read(SERIK, "home?"));

        // by the order of their answers, which tells nothing of when they registered; 05:30 in UTC, and 10 minutes
        // later
        assertThat(pass(HOUR)).containsExactly(new Read(LAWYER, "missing: 1 there 05:30, 2 coming 05:40"));
        assertThat(pass(HOUR.multipliedBy(48))).isEmpty();
    }

    @Test
    void whoIsHomeIsNotAskedAgainNorListed() {
        pass(HOUR);
        answers.record(id, AIGUL, new Answer.Home(), 8);

        assertThat(pass(HOUR)).containsExactly(new Read(SERIK, "home?"));
        assertThat(pass(HOUR)).containsExactly(new Read(LAWYER, "missing: 1 there 05:30"));
    }

    @Test
    void onceEveryoneIsHomeNothingFollows() {
        pass(HOUR);
        answers.record(id, AIGUL, new Answer.Home(), 8);
        answers.record(id, SERIK, new Answer.Home(), 9);

        assertThat(pass(HOUR)).isEmpty();
        assertThat(pass(HOUR)).isEmpty();
    }

    @Test
    void aSecondRunAndARestartInTheMiddleAskOnce() {
        clock.pass(HOUR);
        new HomeStep(
                        alerts.alerts(),
                        check,
                        lists(),
                        TestTimetable.of(TestRedis.template(), clock),
                        TestAlerts.SETTINGS,
                        clock)
                .run(id.value() + ".ask");
        timetable = program();
        timetable.run();

        assertThat(delivery.deliver()).hasSize(2);
        timetable = program();
        assertThat(pass(HOUR)).hasSize(2);
        assertThat(pass(HOUR)).hasSize(1);
    }

    @Test
    void whoLeavesIsNeitherAskedNorListedNorKept() {
        pass(HOUR.multipliedBy(3));
        delivery.deliver();
        pass(HOUR);
        pass(HOUR);
        answers.erase(SERIK);
        pseudonyms.erase(SERIK);
        supporters.erase(SERIK);
        delivery.erase().erase(SERIK);

        assertThat(outstanding.of(id)).extracting(Missing::number).containsExactly(2);
        assertThat(check.askAgain(alert(), 1)).isEqualTo(HomeCheck.Asked.GONE);
        assertThat(Contents.read()).doesNotContain(SERIK.chat().value());
    }

    @Test
    void aNumberIsAskedAgainOnceInAWhileUntilThereIsAnAnswer() {
        assertThat(outstanding.of(id)).hasSize(2);

        assertThat(check.askAgain(alert(), 1)).isEqualTo(HomeCheck.Asked.ASKED);
        assertThat(check.askAgain(alert(), 1)).isEqualTo(HomeCheck.Asked.JUST_NOW);
        answers.record(id, SERIK, new Answer.Home(), 9);
        assertThat(check.askAgain(alert(), 1)).isEqualTo(HomeCheck.Asked.ANSWERED);
        assertThat(check.askAgain(alert(), 99)).isEqualTo(HomeCheck.Asked.GONE);

        assertThat(sent.to).containsExactly(SERIK);
    }

    @Test
    void homeMeansTheAlertOneWentTo() {
        assertThat(check.lastOut(SERIK)).map(Alert::id).contains(id);
        assertThat(check.lastOut(UNABLE)).isEmpty();
    }

    private Alert alert() {
        return alerts.alerts().find(id).orElseThrow();
    }

    private List<Read> pass(Duration time) {
        clock.pass(time);
        timetable.run();
        return delivery.deliver();
    }

    private Timetable program() {
        return TestTimetable.of(
                TestRedis.template(),
                clock,
                new HomeStep(
                        alerts.alerts(),
                        check,
                        lists(),
                        TestTimetable.of(TestRedis.template(), clock),
                        TestAlerts.SETTINGS,
                        clock),
                new Nothing("homelist"),
                new Nothing("launch"),
                new Nothing("board"),
                new Nothing("standdown"),
                new Nothing("forgotten"));
    }

    private HomeLists lists() {
        return new HomeLists(alerts.alerts(), TestTimetable.of(TestRedis.template(), clock), clock);
    }

    private record Nothing(String kind) implements Step {

        @Override
        public void run(String subject) {}
    }

    private static final class Sent implements Post {

        private final List<Address> to = new ArrayList<>();

        @Override
        public OptionalLong send(Address to, Message message) {
            this.to.add(to);
            return OptionalLong.of(1);
        }

        @Override
        public Edit edit(Address to, long messageId, Message message) {
            return Edit.DONE;
        }

        @Override
        public void replace(Address to, long messageId, Supplier<Message> message) {}

        @Override
        public void toast(Address to, String pressId, String text) {}
    }

    private record Plain() implements HomeWording {

        @Override
        public Map<Language, Message> question(Alert alert) {
            return everywhere("home?");
        }

        @Override
        public Map<Language, Message> list(Alert alert, List<Missing> missing, boolean closed) {
            return everywhere("missing: "
                    + missing.stream()
                            .map(each -> each.number()
                                    + (each.there() ? " there " : " coming ")
                                    + each.at().toString().substring(11, 16))
                            .collect(Collectors.joining(", ")));
        }

        private static Map<Language, Message> everywhere(String text) {
            Map<Language, Message> messages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                messages.put(language, Message.of(text, Keyboard.none()));
            }
            return messages;
        }
    }
}
