package org.dabyl.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Scene;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestOutages;
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
    final Moves moves = moves(List.of(scene.calls, answers, organisers));

    /** Moves that bring these, in this order. */
    Moves moves(List<Belongings> belongings) {
        Map<String, Object> bring = new LinkedHashMap<>();
        belongings.forEach(some -> bring.put("bring" + bring.size(), some));
        Map<String, Object> traces = new LinkedHashMap<>();
        List.of(scene.supporters, scene.calls, answers, journal, acquaintances, scene.delivery.erase())
                .forEach(trace -> traces.put("trace" + traces.size(), trace));
        return new Moves(
                homes,
                roll,
                journal,
                acquaintances,
                scene.supporters,
                scene.calls,
                scene.delivery.dispatches(),
                new StaticListableBeanFactory(bring).getBeanProvider(Belongings.class),
                new StaticListableBeanFactory(traces).getBeanProvider(Trace.class));
    }

    Rescue rescue() {
        return new Rescue(roll, scene.fleet, TestOutages.create(), acquaintances, scene.supporters, organisers, moves);
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
}
