package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert of Ulzhan, whose neighbours are Shanyrak-2, Aygerim, Karasu and Kokkaynar, in the district Alatau of Almaty. */
@ExtendWith(TestRedis.class)
@SuppressWarnings("NullAway.Init")
class RingsTest {

    private final Scene scene = new Scene();
    private final Rings rings = scene.rings;
    private final RingStep step = new RingStep(scene.alerts, scene.calls);
    private Address own;
    private Address neighbour;
    private Address parent;
    private Address city;
    private Alert alert;

    @BeforeEach
    void raise() {
        own = scene.registered(7, "ulzhan-1");
        neighbour = scene.registered(7, "aygerim");
        parent = scene.registered(8, "bakay");
        city = scene.registered(7, "kayrat");
        alert = scene.raise("ulzhan");
    }

    @Test
    void eachRingCallsOnlyThoseWhoWereNotCalledBefore() {
        scene.register(own, "aygerim");
        scene.calls.launch(alert);
        assertThat(scene.deliver()).containsExactly(new Read(own, "card 1"));

        widen(Ring.NEIGHBOURS);
        assertThat(scene.deliver()).containsExactly(new Read(neighbour, "ring 1"));
        widen(Ring.PARENT);
        assertThat(scene.deliver()).containsExactly(new Read(parent, "ring 1"));
        widen(Ring.CITY);
        assertThat(scene.deliver()).containsExactly(new Read(city, "ring 1"));

        assertThat(scene.calls.progress(alert.id()).delivered()).isEqualTo(4);
    }

    /** A step runs again where its instance died: before the launch, after it, or at its end. */
    @Test
    void aRingThatRunsAgainCallsNobodyTwice() {
        scene.calls.launch(alert);
        widen(Ring.NEIGHBOURS);
        widen(Ring.NEIGHBOURS);
        scene.deliver();

        assertThat(rings.call(alert.id(), Ring.NEIGHBOURS)).isFalse();
        widen(Ring.NEIGHBOURS);

        assertThat(scene.deliver()).isEmpty();
        assertThat(members("before-1")).containsExactly(own.chat().value());
    }

    @Test
    void aRingIsPlannedOnceHoweverOftenItIsCalled() {
        Timetable timetable = TestTimetable.of(TestRedis.template(), scene.clock, step, new StepsTest.Nothing("board"));
        TestRedis.template().delete(Timetable.KEY);

        assertThat(rings.call(alert.id(), Ring.PARENT)).isTrue();
        assertThat(rings.call(alert.id(), Ring.PARENT)).isFalse();
        // the nearer ring is part of it
        assertThat(rings.call(alert.id(), Ring.NEIGHBOURS)).isFalse();
        String id = alert.id().value();
        TestRedis.template().opsForZSet().remove(Timetable.KEY, "board|" + id, "remind|" + id + ".2");

        // the ring, then the boards that show it
        assertThat(timetable.run()).isEqualTo(2);
        assertThat(timetable.run()).isZero();
        assertThat(scene.deliver()).extracting(Read::person).containsExactlyInAnyOrder(own, neighbour, parent);
    }

    @Test
    void theNextRingIsOneThatCallsSomebodyElse() {
        assertThat(next("ulzhan")).contains(Ring.NEIGHBOURS);
        // the city is around it at once
        assertThat(next("almaty")).isEmpty();
        Alert alatau = scene.raise("alatau");
        rings.call(alatau.id(), Ring.NEIGHBOURS);
        rings.call(alatau.id(), Ring.PARENT);
        assertThat(rings.next(alatau, rings.of(alatau))).isEmpty();
    }

    @Test
    void whatIsCalledIsRememberedWithItsTime() {
        scene.clock.pass(Duration.ofMinutes(3));
        rings.call(alert.id(), Ring.NEIGHBOURS);
        rings.hold(alert.id(), true);

        assertThat(rings.of(alert).called().keySet()).containsExactly(Ring.OWN, Ring.NEIGHBOURS);
        assertThat(rings.of(alert).called().values())
                .containsExactly(alert.openedAt(), alert.openedAt().plus(Duration.ofMinutes(3)));
        assertThat(rings.of(alert).held()).isTrue();
        rings.hold(alert.id(), false);
        assertThat(rings.of(alert).held()).isFalse();
    }

    @Test
    void aboutHowManyARingWouldCallLeavesOutTheCalledAndTheMuted() {
        scene.calls.launch(alert);
        scene.register(own, "karasu");
        scene.registered(8, "karasu");
        scene.supporters.mute(
                scene.registered(7, "karasu"), scene.clock.instant().plus(Duration.ofDays(9)));

        assertThat(rings.of(alert).people()).isEmpty();
        scene.uncalled.count(alert, Ring.NEIGHBOURS);
        assertThat(rings.of(alert).people()).isEqualTo(OptionalLong.of(2));
        rings.call(alert.id(), Ring.NEIGHBOURS);
        assertThat(rings.of(alert).people()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN")
    void theEndIsToldToThoseOfARingAndWhatIsUnsentIsWithdrawn(Ring ring) {
        scene.calls.launch(alert);
        scene.deliver();
        List<Address> more = List.of(scene.registered(7, "aygerim"), scene.registered(7, "aygerim"));
        widen(ring);
        List<Address> reached =
                scene.delivery.deliver(1).stream().map(Read::person).toList();
        long unsent = scene.calls.progress(alert.id()).waiting();
        assertThat(unsent).isGreaterThanOrEqualTo(more.size());

        scene.standDown(alert);

        assertThat(scene.calls.progress(alert.id()).withdrawn()).isEqualTo(unsent);
        assertThat(scene.deliver())
                .allMatch(read -> read.text().equals("over 1"))
                .extracting(Read::person)
                .contains(own)
                .containsAll(reached)
                .hasSize(1 + reached.size());
    }

    @Test
    void aRingOfAnAlertThatIsOverCallsNobody() {
        scene.calls.launch(alert);
        rings.call(alert.id(), Ring.NEIGHBOURS);
        scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        scene.calls.standDown(alert);
        scene.deliver();

        step.run(alert.id().value() + ".1");
        // the step may have looked just before the end
        scene.calls.widen(alert, Ring.NEIGHBOURS);

        assertThat(scene.deliver()).isEmpty();
        assertThat(rings.call(alert.id(), Ring.CITY)).isFalse();
    }

    @Test
    void whoRegistersInADistrictThatARingCalledIsCalledAtOnce() {
        scene.calls.launch(alert);
        Address early = person(7, 1);
        scene.join(early, "karasu", 5);
        widen(Ring.NEIGHBOURS);
        scene.deliver();
        Address late = person(7, 2);

        scene.join(late, "karasu", 6);

        assertThat(scene.deliver()).containsExactly(new Read(late, "card 1"));
    }

    @Test
    void leavingRemovesEveryTraceOfARing() {
        scene.calls.launch(alert);
        widen(Ring.NEIGHBOURS);
        widen(Ring.CITY);
        scene.deliver();
        assertThat(members("before-3")).contains(own.chat().value());

        for (var trace : List.of(scene.supporters, scene.calls, scene.delivery.erase())) {
            List.of(own, neighbour, city).forEach(trace::erase);
        }

        assertThat(Contents.read())
                .doesNotContain(
                        own.chat().value(),
                        neighbour.chat().value(),
                        city.chat().value());
    }

    @Test
    void whatARingKeepsIsForgottenTwoDaysAfterTheEnd() {
        scene.calls.launch(alert);
        widen(Ring.NEIGHBOURS);
        widen(Ring.CITY);

        scene.standDown(alert);

        assertThat(Objects.requireNonNull(TestRedis.template().keys("{7}:alert:*")))
                .hasSize(3)
                .allSatisfy(
                        key -> assertThat(TestRedis.template().getExpire(key)).isBetween(1L, 48 * 3600L));
    }

    private void widen(Ring ring) {
        rings.call(alert.id(), ring);
        step.run(alert.id().value() + "." + ring.number());
    }

    private Optional<Ring> next(String district) {
        Alert other = scene.raise(new DistrictCode(district).value());
        return rings.next(other, rings.of(other));
    }

    private Set<String> members(String name) {
        return Objects.requireNonNull(TestRedis.template()
                .opsForSet()
                .members("{7}:alert:" + alert.id().value() + ":" + name));
    }
}
