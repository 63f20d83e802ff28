package org.dabyl.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Scene;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestOutages;
import org.dabyl.delivery.TestPauses;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.store.TestRedis;
import org.dabyl.turnout.Answers;
import org.dabyl.turnout.TestAnswers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Two bots, 7 and 8, and the ways between them, as the program wires them. */
final class Crossing {

    final Scene scene = new Scene();
    final Organisers organisers = TestOrganisers.create();
    final Answers answers = TestAnswers.of(scene.fleet, scene.alerts, scene.clock);
    final Roll roll = new Roll(TestRedis.template(), scene.fleet);
    final Homes homes = new Homes(roll, scene.supporters, organisers);
    final Journal journal = new Journal(TestRedis.template(), scene.clock);
    final Acquaintances acquaintances = new Acquaintances(TestRedis.template());
    private final Map<String, Object> traces = new LinkedHashMap<>();
    final Moves moves = moves(List.of(scene.calls, answers, organisers));

    /** Moves that bring these, in this order. */
    Moves moves(List<Belongings> belongings) {
        Map<String, Object> bring = new LinkedHashMap<>();
        belongings.forEach(some -> bring.put("bring" + bring.size(), some));
        List.of(
                        scene.supporters,
                        scene.calls,
                        answers,
                        journal,
                        acquaintances,
                        scene.delivery.handover(),
                        scene.delivery.erase())
                .forEach(trace -> traces.put("trace" + traces.size(), trace));
        return new Moves(
                homes,
                roll,
                journal,
                acquaintances,
                scene.supporters,
                scene.calls,
                scene.delivery.handover(),
                new StaticListableBeanFactory(bring).getBeanProvider(Belongings.class),
                new StaticListableBeanFactory(traces).getBeanProvider(Trace.class));
    }

    /** One more that keeps something by person. */
    void alsoKeeps(Trace trace) {
        traces.put("trace" + traces.size(), trace);
    }

    Rescue rescue() {
        return new Rescue(
                roll,
                scene.fleet,
                TestOutages.create(),
                TestPauses.of(scene.fleet),
                acquaintances,
                scene.supporters,
                organisers,
                moves);
    }

    /** What was read by whom, {@code 7: text} or {@code 8: text}. */
    List<String> readBy(Address person, List<TestDelivery.Read> read) {
        return read.stream()
                .filter(one -> one.person().chat().equals(person.chat()))
                .map(one -> one.person().bot().value() + ": " + one.text())
                .toList();
    }

    /** How far an alert's card has come: recipients, delivered, waiting. */
    List<Long> count(Alert alert) {
        var progress = scene.calls.progress(alert.id());
        return List.of(progress.recipients(), progress.delivered(), progress.waiting());
    }

    /** Erases a person at both bots, as leaving does. */
    void erase(Address person) {
        for (BotId bot : scene.fleet.bots()) {
            Address there = new Address(bot, person.chat());
            traces.values().forEach(trace -> ((Trace) trace).erase(there));
        }
    }

    /** Keys that are there only while somebody moves. */
    Set<String> leftOver() {
        Set<String> left = new TreeSet<>();
        for (String key : List.of(
                "{dabyl}:moves",
                "{7}:parcels",
                "{8}:parcels",
                "{7}:arriving",
                "{8}:arriving",
                "{7}:owed",
                "{8}:owed",
                "{7}:elsewhere",
                "{8}:elsewhere")) {
            if (TestRedis.template().hasKey(key)) {
                left.add(key);
            }
        }
        return left;
    }
}
