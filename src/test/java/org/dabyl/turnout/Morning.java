package org.dabyl.turnout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Scene;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;

/** A morning in Almaty: alerts, answers, and the steps between them, as the program wires them; the test moves the time. */
final class Morning {

    final Scene scene = new Scene();
    final Answers answers = new Answers(TestRedis.template(), scene.fleet, scene.alerts, scene.clock);
    final Reminders reminders = new Reminders(TestRedis.template(), scene.fleet, scene.alerts);
    private final RingSettings rings = new RingSettings(Duration.ofMinutes(3), 10);
    private final ReminderSettings asked = new ReminderSettings(Duration.ofMinutes(5), Duration.ofMinutes(10));
    private Timetable timetable = timetable();
    private long order;

    /** Another instance of the program goes on from here. */
    void restart() {
        timetable = timetable();
    }

    /** Lets time pass in steps of ten seconds, and does what is due; what was read. */
    List<Read> pass(Duration time) {
        List<Read> read = new ArrayList<>(now());
        for (long left = time.toSeconds(); left > 0; left -= 10) {
            scene.clock.pass(Duration.ofSeconds(Math.min(10, left)));
            read.addAll(now());
        }
        return read;
    }

    /** Does what is due now; what was read. */
    List<Read> now() {
        doDue();
        return scene.deliver();
    }

    void doDue() {
        timetable.run();
    }

    Alert raise(String district) {
        return scene.raise(district);
    }

    /** An alert of Ulzhan that needs so many. */
    Alert raise(int needed) {
        Alert alert = scene.raise("ulzhan");
        scene.alerts.revise(alert.id(), plan -> plan.withNeeded(needed));
        return alert;
    }

    void answer(AlertId alert, Address person, Answer answer) {
        answers.record(alert, person, answer, ++order);
    }

    Widener widener() {
        return new Widener(scene.rings, scene.uncalled, timing(), rings, scene.clock);
    }

    private Timing timing() {
        return new Timing(scene.calls, scene.fleet, new DeliverySettings(29, Duration.ofSeconds(30)));
    }

    private Timetable timetable() {
        List<Step> steps = new ArrayList<>(scene.steps());
        Spoken spoken = new Spoken();
        Timetable planner = TestTimetable.of(TestRedis.template(), scene.clock);
        steps.add(new Nothing("board"));
        steps.add(new Nothing("post"));
        steps.add(new TurnoutStep(
                scene.alerts,
                answers,
                new Latecomers(TestRedis.template(), scene.fleet, scene.asks, reminders, spoken, asked, scene.clock),
                new StandBy(scene.asks, scene.standBys, reminders, spoken),
                widener(),
                planner,
                scene.clock));
        steps.add(new RecallStep(scene.alerts, answers, scene.asks, spoken));
        steps.add(new CallStep(scene.alerts, answers, scene.calls));
        steps.add(new RemindStep(
                scene.alerts,
                scene.rings,
                scene.calls,
                scene.asks,
                answers,
                reminders,
                spoken,
                timing(),
                asked,
                planner,
                scene.clock));
        return TestTimetable.of(TestRedis.template(), scene.clock, steps.toArray(Step[]::new));
    }

    private record Nothing(String kind) implements Step {

        @Override
        public void run(String subject) {}
    }

    private record Spoken() implements Asking {

        @Override
        public Map<Language, Message> silent(Alert alert) {
            return everywhere("silent " + alert.number());
        }

        @Override
        public Map<Language, Message> late(Alert alert) {
            return everywhere("late " + alert.number());
        }

        @Override
        public Map<Language, Message> enough(Alert alert) {
            return everywhere("enough " + alert.number());
        }

        @Override
        public Map<Language, Message> again(Alert alert) {
            return everywhere("again " + alert.number());
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
