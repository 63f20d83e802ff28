package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.channel.Binding;
import org.dabyl.channel.ChannelLost;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Outcome;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class PosterTest {

    private final Scene scene = new Scene();

    @Test
    void theCardGoesOnceToTheChannelsThatTheDistrictCalls() {
        scene.bound(7, "shanyrak-1");
        scene.bound(8, "alatau");
        scene.bound(7, "duman");
        Alert alert = scene.raise("shanyrak-1");

        assertThat(scene.poster.card(alert)).isTrue();
        assertThat(scene.poster.card(alert)).isTrue();

        assertThat(scene.square.seen).containsExactlyInAnyOrder("card 1[KK] in 7", "card 1[KK] in 8");
    }

    @Test
    void whatIsUnknownIsPostedAgainAndWhatIsPostedIsNot() {
        Binding one = scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.square.outcome = Outcome.Unknown::new;
        assertThat(scene.poster.card(alert)).isFalse();
        assertThat(scene.posts.cardIn(one.place().address(), alert.id())).isFalse();

        scene.square.outcome = () -> new Outcome.Delivered(6);
        scene.clock.pass(Duration.ofSeconds(2));
        assertThat(scene.poster.card(alert)).isTrue();

        assertThat(scene.posts.cardIn(one.place().address(), alert.id())).isTrue();
        assertThat(scene.square.seen).hasSize(2);
    }

    @Test
    void whatMayStandThereAlreadyIsPostedEverMoreSeldom() {
        scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.square.outcome = Outcome.Unknown::new;
        Timetable timetable = timetable();

        for (int seconds = 0; seconds < 120; seconds += 2) {
            timetable.run();
            scene.clock.pass(Duration.ofSeconds(2));
        }
        assertThat(scene.square.seen).as("after 0, 2, 6, 14, 30 and 62 s").hasSize(6);

        scene.square.outcome = () -> new Outcome.Delivered(5);
        scene.bound(8, "ulzhan-1");
        timetable.run();
        assertThat(scene.square.seen).as("another is not held up").endsWith("card 1[KK] in 8");
        scene.clock.pass(Duration.ofSeconds(2));
        timetable.run();
        assertThat(scene.square.seen.subList(6, 8)).containsExactly("card 1[KK] in 8", "card 1[KK] in 7");

        scene.square.outcome = Outcome.Unknown::new;
        scene.poster.update(alert, "9", TestAlerts.news("water"));
        scene.poster.update(alert, "9", TestAlerts.news("water"));
        assertThat(scene.square.seen.subList(8, scene.square.seen.size()))
                .containsExactlyInAnyOrder("news water in 7", "news water in 8");
        assertThat(scene.posts.clear(alert.id())).isTrue();
        assertThat(scene.deletions.seen).containsExactlyInAnyOrder("delete [5] in 7", "delete [5] in 8");
    }

    @Test
    void newsAndTheEndGoWhereTheCardStandsAndTheCardIsEdited() {
        scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);
        scene.bound(8, "ulzhan-1");

        scene.poster.update(alert, "9", TestAlerts.news("water"));
        scene.poster.update(alert, "9", TestAlerts.news("water"));
        assertThat(scene.poster.standDown(alert)).isTrue();
        assertThat(scene.poster.standDown(alert)).isTrue();

        assertThat(scene.square.seen)
                .containsExactly("card 1[KK] in 7", "news water in 7", "edit 5 over 1 in 7", "over 1 in 7");
    }

    @Test
    void whereItWasCutOffNothingMoreIsToldUntilItIsBoundAgain() {
        Binding cut = scene.bound(7, "ulzhan-1");
        Address place = cut.place().address();
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);

        scene.channels.unbind(place);
        scene.posts.cut(place);
        scene.poster.update(alert, "9", TestAlerts.news("water"));
        assertThat(scene.square.seen).containsExactly("card 1[KK] in 7");

        scene.channels.bind(cut);
        scene.poster.update(alert, "10", TestAlerts.news("fire"));
        scene.channels.unbind(place);
        assertThat(scene.poster.standDown(alert)).isTrue();

        assertThat(scene.square.seen).containsExactly("card 1[KK] in 7", "news fire in 7");
        assertThat(scene.posts.clear(alert.id())).isTrue();
        assertThat(scene.posts.cardIn(place, alert.id())).isFalse();
    }

    @Test
    void theCardAndWhatWasPostedBelowItAreDeletedOnceAndForgotten() {
        Binding one = scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);
        scene.square.outcome = () -> new Outcome.Delivered(6);
        scene.poster.update(alert, "9", TestAlerts.news("water"));
        scene.square.outcome = () -> new Outcome.Delivered(7);
        scene.poster.standDown(alert);

        scene.deletions.outcome = Post.Edit.UNKNOWN;
        assertThat(scene.posts.clear(alert.id())).isFalse();
        scene.deletions.outcome = Post.Edit.DONE;
        assertThat(scene.posts.clear(alert.id())).isTrue();
        assertThat(scene.posts.clear(alert.id())).isTrue();

        assertThat(scene.deletions.seen).containsExactly("delete [5, 6, 7] in 7", "delete [5, 6, 7] in 7");
        assertThat(scene.posts.cardIn(one.place().address(), alert.id())).isFalse();
    }

    @Test
    void whatIsACallNowIsToldOnceAndStandsOnTheCard() {
        scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.alerts.revise(alert.id(), plan -> plan.withLevel(Level.STAND_BY));
        Timetable timetable = timetable();
        timetable.run();

        assertThat(scene.alerts.turnIntoCall(alert.id())).isTrue();
        assertThat(scene.alerts.turnIntoCall(alert.id())).isFalse();
        timetable.run();
        timetable.run();

        assertThat(scene.square.seen).containsExactly("card 1[KK] in 7", "edit 5 card 1[KK] in 7", "call 1 in 7");
    }

    @Test
    void anEndThatDidNotArriveIsToldAgain() {
        scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);
        scene.square.outcome = () -> new Outcome.Wait(Duration.ofSeconds(1));
        assertThat(scene.poster.standDown(alert)).isFalse();
        scene.square.outcome = () -> new Outcome.Delivered(6);

        assertThat(scene.poster.standDown(alert)).isTrue();

        assertThat(scene.square.seen).endsWith("edit 5 over 1 in 7", "over 1 in 7");
    }

    @Test
    void aPlaceThatIsClosedIsLetGoAndToldOnce() {
        Binding binding = scene.bound(7, "ulzhan-1");
        scene.square.outcome = Outcome.Gone::new;

        assertThat(scene.poster.card(scene.raise("ulzhan-1"))).isTrue();
        assertThat(scene.poster.card(scene.raise("ulzhan-1"))).isTrue();

        assertThat(scene.channels.all()).isEmpty();
        assertThat(scene.events).containsExactly(new ChannelLost(binding));
    }

    @Test
    void soIsAPlaceThatIsClosedUnderItsCard() {
        Binding binding = scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);
        scene.square.outcome = () -> {
            // as whoever is told of departures does
            scene.channels.unbind(binding.place().address());
            return new Outcome.Gone();
        };

        assertThat(scene.poster.standDown(alert)).isTrue();

        assertThat(scene.channels.all()).isEmpty();
        assertThat(scene.events).containsExactly(new ChannelLost(binding));
    }

    @Test
    void afterAMoveTheEndIsToldInTheNewGroup() {
        Binding binding = scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.poster.card(alert);
        Address now = TestFleet.person(7, 1);

        scene.posts.on(new ChatMoved(binding.place().address(), now.chat()));

        assertThat(scene.posts.cardIn(now, alert.id())).isTrue();
        assertThat(scene.posts.cardIn(binding.place().address(), alert.id())).isFalse();
        // a number of the old group's is another message in the new one
        scene.square.outcome = () -> new Outcome.Delivered(6);
        assertThat(scene.poster.standDown(alert)).isTrue();
        assertThat(scene.square.seen).containsExactly("card 1[KK] in 7", "over 1 in 7");
        scene.deletions.outcome = Post.Edit.UNKNOWN;
        scene.posts.clear(alert.id());
        assertThat(scene.deletions.seen).containsExactly("delete [6] in 7");
        scene.posts.erase(now);
        assertThat(scene.posts.cards(alert.id())).isEmpty();
    }

    @Test
    void theCardStandsThereBeforeTheFirstSupporterIsCalled() {
        scene.bound(7, "ulzhan-1");
        scene.registered(7, "ulzhan-1");
        scene.square.outcome = () -> {
            assertThat(scene.deliver()).isEmpty();
            return new Outcome.Delivered(5);
        };
        Timetable timetable = timetable();
        Alert alert = scene.raise("ulzhan-1");

        timetable.run();

        assertThat(scene.square.seen).containsExactly("card 1[KK] in 7");
        assertThat(scene.deliver()).hasSize(1);
        scene.square.outcome = () -> new Outcome.Delivered(6);
        scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        timetable.run();
        assertThat(scene.square.seen).endsWith("over 1 in 7");
    }

    @Test
    void aCardThatComesAfterTheEndDoesNotStay() {
        scene.bound(7, "ulzhan-1");
        Alert alert = scene.raise("ulzhan-1");
        scene.square.outcome = () -> {
            scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
            return new Outcome.Delivered(5);
        };
        Timetable timetable = timetable();

        timetable.run();
        timetable.run();

        assertThat(scene.square.seen).contains("edit 5 over 1 in 7");
    }

    private Timetable timetable() {
        Timetable planner = TestTimetable.of(TestRedis.template(), scene.clock);
        return TestTimetable.of(
                TestRedis.template(),
                scene.clock,
                new PostStep(scene.alerts, scene.poster, planner, scene.clock),
                new LaunchStep(scene.alerts, scene.calls, scene.poster, scene.events::add),
                new StandDownStep(scene.alerts, scene.calls, scene.asks),
                new StepsTest.Nothing("board"),
                new StepsTest.Nothing("learn"),
                new StepsTest.Nothing("call"),
                new StepsTest.Nothing("turnout"),
                new StepsTest.Nothing("remind"));
    }
}
