package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ring;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.district.District;
import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 300 alerts all over the city, 50 of which widen at once: each calls whom it should, and once, and counts its own answers. */
@ExtendWith(TestRedis.class)
class ManyAlertsTest {

    private static final int ALERTS = 300;
    private static final int WIDENING = 50;

    private final Morning morning = new Morning();
    private final Districts districts = Districts.builtIn();
    private final Map<Address, District> homes = new HashMap<>();
    private final Map<String, Integer> read = new HashMap<>();

    @Test
    void manyAlertsAndRingsAtOnceStayCorrect() {
        List<District> all = districts.all();
        all.forEach(district -> homes.put(
                morning.scene.registered(7 + homes.size() % 2, district.code().value()), district));
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(morning.raise(all.get(i % all.size()).code().value()));
        }
        // the city itself has no ring around it
        Set<Alert> widening = alerts.stream()
                .filter(alert -> !alert.district().value().equals("almaty"))
                .limit(WIDENING)
                .collect(Collectors.toSet());
        for (Alert alert : alerts) {
            boolean widens = widening.contains(alert);
            morning.scene.alerts.revise(alert.id(), plan -> plan.withNeeded(widens ? 5 : 0));
            morning.scene.rings.hold(alert.id(), !widens);
        }

        deliverAll();
        alerts.forEach(alert -> assertCalled(alert, Ring.OWN));
        // none to three, and so never enough
        alerts.forEach(alert -> homes.keySet().stream()
                .filter(person -> morning.scene.calls.called(person, alert.id()))
                .limit(answers(alert))
                .forEach(person -> morning.answer(alert.id(), person, new Answer.Coming(60))));
        morning.scene.clock.pass(Duration.ofMinutes(3).plusSeconds(1));
        deliverAll();
        // a second instance finds nothing to do
        morning.restart();
        deliverAll();

        assertThat(widening).hasSize(WIDENING);
        for (Alert alert : alerts) {
            Ring ring = widening.contains(alert) ? Ring.NEIGHBOURS : Ring.OWN;
            assertThat(morning.scene.rings.of(alert).outermost()).isEqualTo(ring);
            assertCalled(alert, ring);
            assertThat(morning.answers.tally(alert.id()).present()).isEqualTo(answered(alert));
        }
    }

    private static long answers(Alert alert) {
        return alert.number() / 10 % 4;
    }

    /** Fewer where so many were not called. */
    private long answered(Alert alert) {
        var called = morning.scene.rings.codes(alert.district(), Ring.OWN);
        return Math.min(
                answers(alert),
                homes.values().stream()
                        .filter(home -> called.contains(home.code()))
                        .count());
    }

    /** Everyone of the ring's districts read one card of the alert, and nobody else did. */
    private void assertCalled(Alert alert, Ring ring) {
        var codes = morning.scene.rings.codes(alert.district(), ring);
        homes.forEach((person, home) -> {
            int cards = read.getOrDefault(name(person, "card " + alert.number()), 0)
                    + read.getOrDefault(name(person, "ring " + alert.number()), 0);
            assertThat(cards)
                    .as("alert of %s, %s, person of %s", alert.district(), ring, home.code())
                    .isEqualTo(codes.contains(home.code()) ? 1 : 0);
        });
    }

    private void deliverAll() {
        // the pace holds back a thousand a second: what was not read may only wait
        while (waiting() > 0) {
            morning.scene.deliver().forEach(one -> read.merge(name(one.person(), one.text()), 1, Integer::sum));
        }
    }

    private long waiting() {
        morning.doDue();
        return morning.scene.fleet.bots().stream()
                .flatMap(bot -> TestDelivery.audited(TestRedis.template(), bot).stream())
                .mapToLong(Progress::waiting)
                .sum();
    }

    private static String name(Address person, String text) {
        return person.bot().value() + " " + person.chat().value() + " " + text;
    }
}
