package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestRedis.class)
class CallsTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(7, 2);

    private final Scene scene = new Scene();
    private final Calls calls = scene.calls;

    @Test
    void theDistrictAndItsPartsComeBeforeThoseRegisteredAround() {
        List<Address> around = List.of(scene.registered(7, "almaty"), scene.registered(7, "alatau"));
        List<Address> near = List.of(scene.registered(7, "ulzhan"), scene.registered(7, "ulzhan-1"));
        scene.registered(7, "shanyrak-1");

        calls.launch(scene.raise("ulzhan"));

        List<Address> called = readers(scene.deliver());
        assertThat(called).hasSize(4);
        assertThat(called.subList(0, 2)).containsExactlyInAnyOrderElementsOf(near);
        assertThat(called.subList(2, 4)).containsExactlyInAnyOrderElementsOf(around);
    }

    @Test
    void anAlertOfTheWholeCityReachesEveryDistrict() {
        List<Address> people = List.of(scene.registered(7, "ulzhan-1"), scene.registered(7, "almaty"));

        calls.launch(scene.raise("almaty"));

        assertThat(readers(scene.deliver())).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void whoRegisteredForSeveralOfItsDistrictsIsCalledOnceOverTwoBots() {
        for (Address person : List.of(AIGUL, person(8, 1))) {
            for (String code : List.of("ulzhan", "ulzhan-1", "alatau", "almaty")) {
                scene.register(person, code);
            }
        }
        Alert alert = scene.raise("ulzhan");

        calls.launch(alert);
        calls.launch(alert);

        assertThat(readers(scene.deliver())).containsExactly(AIGUL, person(8, 1));
        assertThat(calls.progress(alert.id()).delivered()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND_BY", "NOTICE"})
    void whoIsToComeNowIsCalledBeforeThoseWhoAreOnlyTold(Level level) {
        scene.register(AIGUL, "ulzhan-1");
        scene.register(SERIK, "ulzhan-2");
        AlertId told = scene.raise("ulzhan-1").id();
        scene.alerts.revise(told, plan -> plan.withLevel(level));

        calls.launch(scene.alerts.find(told).orElseThrow());
        calls.launch(scene.raise("ulzhan-2"));

        assertThat(readers(scene.deliver())).containsExactly(SERIK, AIGUL);
    }

    @Test
    void theMutedAreNotCalled() {
        scene.register(AIGUL, "ulzhan");
        scene.supporters.mute(AIGUL, scene.clock.instant().plus(Duration.ofDays(9999)));
        Alert alert = scene.raise("ulzhan");

        calls.launch(alert);

        assertThat(scene.deliver()).isEmpty();
        assertThat(calls.called(AIGUL, alert.id())).isFalse();
    }

    /** r registers, j is told of it, l launches; a crash between a step and its end repeats the step. */
    @ParameterizedTest
    @ValueSource(strings = {"r j l", "r l j", "l r j", "r j l j", "r j j l l", "l r j j", "r j r j l", "l r j r j l"})
    void aNewcomerIsCalledOnceWheneverTheyCome(String order) {
        scene.register(SERIK, "ulzhan");
        Alert alert = scene.raise("ulzhan");

        for (String step : order.split(" ", -1)) {
            switch (step) {
                case "r" -> scene.register(AIGUL, "ulzhan-1");
                case "j" -> calls.joined(AIGUL, new DistrictCode("ulzhan-1"), 5);
                default -> calls.launch(alert);
            }
        }

        assertThat(readers(scene.deliver())).containsExactlyInAnyOrder(AIGUL, SERIK);
        assertThat(calls.called(AIGUL, alert.id())).isTrue();
    }

    @Test
    void newcomersWhoComeAtOnceAreEachCalledOnce() {
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        List<Address> newcomers = List.of(AIGUL, SERIK, person(8, 3));
        newcomers.forEach(person -> scene.register(person, "ulzhan"));

        newcomers.reversed().forEach(person -> calls.joined(person, new DistrictCode("ulzhan"), number(person)));
        calls.joined(AIGUL, new DistrictCode("ulzhan"), 77);

        assertThat(readers(scene.deliver())).containsExactlyInAnyOrderElementsOf(newcomers);
    }

    @Test
    void aNewcomerIsCalledToEveryAlertOfTheirDistrictAndNoOther() {
        calls.launch(scene.raise("shanyrak-1"));
        Alert part = scene.raise("ulzhan-1");
        Alert whole = scene.raise("alatau");
        List.of(part, whole).forEach(calls::launch);

        scene.join(AIGUL, "ulzhan", 5);

        assertThat(scene.deliver()).containsExactlyInAnyOrder(new Read(AIGUL, "card 2"), new Read(AIGUL, "card 3"));
    }

    @Test
    void nobodyIsCalledToAnAlertThatIsOver() {
        Alert alert = scene.raise("ulzhan");
        scene.standDown(alert);

        scene.join(AIGUL, "ulzhan", 5);
        calls.launch(alert);

        assertThat(scene.deliver()).isEmpty();
    }

    @Test
    void theEndIsToldToAllWhoWereCalledAndToNobodyElse() {
        for (int i = 1; i <= 5; i++) {
            scene.register(person(7, i), "ulzhan");
        }
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        List<Address> reached = readers(scene.delivery.deliver(2));

        scene.standDown(alert);
        calls.standDown(alert);

        assertThat(calls.progress(alert.id()).withdrawn()).isEqualTo(3);
        assertThat(scene.deliver())
                .extracting(Read::person, Read::text)
                .containsExactlyInAnyOrder(tuple(reached.get(0), "over 1"), tuple(reached.get(1), "over 1"));
    }

    @Test
    void theEndIsToldToNewcomersToo() {
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        scene.join(AIGUL, "ulzhan", 5);
        scene.deliver();

        scene.standDown(alert);

        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "over 1"));
    }

    @Test
    void newcomersAreCountedAmongThoseCalled() {
        scene.register(AIGUL, "ulzhan");
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        scene.deliver();

        scene.join(SERIK, "ulzhan", 5);
        assertThat(calls.progress(alert.id()).recipients()).isEqualTo(2);
        assertThat(calls.progress(alert.id()).delivered()).isEqualTo(1);

        scene.deliver();
        assertThat(calls.progress(alert.id()).delivered()).isEqualTo(2);
    }

    @Test
    void newcomersWhoStillWaitAtTheEndAreNeitherCalledNorToldOfIt() {
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        scene.join(AIGUL, "ulzhan", 5);
        scene.deliver();
        scene.join(SERIK, "ulzhan", 6);

        scene.standDown(alert);
        calls.standDown(alert);

        assertThat(scene.deliver()).containsExactly(new Read(AIGUL, "over 1"));
        assertThat(calls.called(SERIK, alert.id())).isFalse();
    }

    @Test
    void newcomersWhoStillWaitWhenItBecomesACallAreToldThatAlone() {
        AlertId id = scene.raise("ulzhan").id();
        scene.alerts.revise(id, plan -> plan.withLevel(Level.STAND_BY));
        calls.launch(scene.alerts.find(id).orElseThrow());
        scene.join(AIGUL, "ulzhan", 5);

        calls.turn(scene.alerts.find(id).orElseThrow(), bot -> List.of());

        assertThat(readers(scene.deliver())).containsExactly(AIGUL);
    }

    @Test
    void newsFollowsTheCardAlsoToThoseWhoWaitForIt() {
        scene.register(AIGUL, "ulzhan");
        scene.registered(7, "shanyrak-1");
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);

        scene.bulletins.send(alert, "41", TestAlerts.news("water"));
        scene.bulletins.send(alert, "41", TestAlerts.news("water"));
        scene.bulletins.send(alert, "42", TestAlerts.news("cameras"));

        assertThat(scene.deliver())
                .extracting(Read::text)
                .startsWith("card 1")
                .containsExactlyInAnyOrder("card 1", "news 1: water", "news 1: cameras");
    }

    @Test
    void onlyThoseWhoWereCalledCount() {
        scene.register(AIGUL, "ulzhan");
        scene.register(SERIK, "shanyrak-1");
        Alert alert = scene.raise("ulzhan");

        calls.launch(alert);

        assertThat(calls.called(AIGUL, alert.id())).isTrue();
        assertThat(calls.called(SERIK, alert.id())).isFalse();
        assertThat(calls.called(person(8, 1), alert.id())).isFalse();
        assertThat(calls.called(AIGUL, new AlertId("aaaaaaaaaa"))).isFalse();
    }

    @Test
    void leavingRemovesEveryTraceFromOpenAlertsAndThoseThatAreOver() {
        scene.register(AIGUL, "ulzhan");
        Alert over = scene.raise("ulzhan");
        Alert open = scene.raise("ulzhan");
        List.of(over, open).forEach(calls::launch);
        calls.joined(AIGUL, new DistrictCode("ulzhan"), 5);
        scene.deliver();
        scene.standDown(over);
        assertThat(Contents.read()).contains(AIGUL.chat().value());

        for (var trace : List.of(scene.supporters, calls, scene.delivery.erase())) {
            trace.erase(AIGUL);
        }

        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
        assertThat(calls.called(AIGUL, open.id())).isFalse();
    }

    @Test
    void whoComesBackIsCalledAgain() {
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        scene.join(AIGUL, "ulzhan", 5);
        scene.deliver();
        calls.erase(AIGUL);

        scene.join(AIGUL, "ulzhan", 6);

        assertThat(readers(scene.deliver())).containsExactly(AIGUL);
    }

    @Test
    void thoseCalledAreForgottenTwoDaysAfterTheEnd() {
        scene.register(AIGUL, "ulzhan");
        Alert alert = scene.raise("ulzhan");
        calls.launch(alert);
        calls.joined(AIGUL, new DistrictCode("ulzhan"), 5);

        scene.standDown(alert);

        assertThat(Objects.requireNonNull(TestRedis.template().keys("{7}:alert:*")))
                .hasSize(2)
                .allSatisfy(
                        key -> assertThat(TestRedis.template().getExpire(key)).isBetween(1L, 48 * 3600L));
    }

    private static List<Address> readers(List<Read> read) {
        return read.stream().map(Read::person).toList();
    }

    private static long number(Address person) {
        return Long.parseLong(person.chat().value().substring(20));
    }
}
