package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestDelivery.Read;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class BulletinsTest {

    private final Scene scene = new Scene();
    private final Bulletins bulletins = scene.bulletins;
    private final Address silent = person(7, 1);
    private final Address coming = person(7, 2);
    private final Address driver = person(7, 3);
    private final Address here = person(8, 4);
    private final Address idleDriver = person(8, 5);
    private Alert alert = scene.raise("ulzhan");

    @BeforeEach
    void answer() {
        for (Address person : List.of(silent, coming, driver, here, idleDriver)) {
            scene.register(person, "ulzhan");
        }
        alert = scene.raise("ulzhan");
        scene.calls.launch(alert);
        scene.deliver();
        scene.answers(coming, alert.id(), Part.COMING);
        scene.answers(driver, alert.id(), Part.COMING);
        scene.answers(here, alert.id(), Part.HERE);
        for (Address person : List.of(driver, idleDriver)) {
            scene.supporters.change(person, known -> known.toggling(Skill.CAR));
        }
    }

    @Test
    void newsGoesToThePartItIsForAndIsCountedBefore() {
        assertThat(readers(Part.ALL)).containsExactlyInAnyOrder(silent, coming, driver, here, idleDriver);
        assertThat(readers(Part.COMING)).containsExactlyInAnyOrder(coming, driver);
        assertThat(readers(Part.HERE)).containsExactly(here);
        assertThat(readers(Part.INVOLVED)).containsExactlyInAnyOrder(coming, driver, here);
        assertThat(readers(Part.CAR)).containsExactly(driver);
        assertThat(readers(Part.LAW)).isEmpty();
    }

    @Test
    void newsSentTwiceIsReadOnce() {
        News news = new News(Topic.NEWS, Part.CAR, "water");

        bulletins.send(alert, "41", news);
        bulletins.send(alert, "41", news);

        assertThat(scene.deliver()).containsExactly(new Read(driver, "news 1: water"));
    }

    @Test
    void whoComesLearnsTheNewestNewsOfTheirPartAndTheOthersNot() {
        bulletins.plan(alert.id(), 41, TestAlerts.news("north gate"));
        assertThat(now(false).news()).isEqualTo("north gate");
        scene.clock.pass(Duration.ofSeconds(1));
        // the orders of two bots cannot be compared
        bulletins.plan(alert.id(), 7, new News(Topic.NEWS, Part.COMING, "south gate"));

        assertThat(now(false).news()).isEqualTo("south gate");
        assertThat(now(true).news()).isEqualTo("north gate");
    }

    @Test
    void placesAreChangedAndToldToThoseTheyAreFor() {
        assertThat(bulletins.muster(alert.id(), 41, "the school")).isTrue();
        assertThat(bulletins.rendezvous(alert.id(), 42, "the well")).isTrue();

        assertThat(now(true)).isEqualTo(new Instructions("the school", "the well", ""));
        assertThat(scene.alerts.news(alert.id(), "41")).contains(new News(Topic.MUSTER, Part.ALL, "the school"));
        assertThat(scene.alerts.news(alert.id(), "42")).contains(new News(Topic.RENDEZVOUS, Part.INVOLVED, "the well"));
        assertThat(Contents.read()).doesNotContain("the school", "the well");
    }

    @Test
    void nothingIsChangedOfAnAlertThatIsOver() {
        scene.standDown(alert);

        assertThat(bulletins.muster(alert.id(), 41, "the school")).isFalse();
        assertThat(bulletins.rendezvous(alert.id(), 42, "the well")).isFalse();
        assertThat(bulletins.plan(alert.id(), 43, TestAlerts.news("water"))).isFalse();
    }

    @Test
    void aTagIsReadBack() {
        assertThat(Arrays.stream(Part.values())
                        .map(part -> Part.parse(part.tag()).orElseThrow()))
                .containsExactly(Part.values());
        assertThat(Part.parse("ALL")).isEmpty();
    }

    private Instructions now(boolean there) {
        return bulletins.instructions(alert.id(), there).orElseThrow();
    }

    private List<Address> readers(Part part) {
        bulletins.send(alert, part.tag().replace('_', '-'), new News(Topic.NEWS, part, "water"));
        List<Address> readers = scene.deliver().stream().map(Read::person).toList();
        assertThat(bulletins.reach(alert.id(), part)).isEqualTo(readers.size());
        return readers;
    }
}
