package org.dabyl.fleet;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.dabyl.fleet.MovingPeople.Act;
import org.dabyl.fleet.MovingPeople.Step;
import org.jspecify.annotations.Nullable;

/**
 * Whoever moves while alerts are launched, sent, told of and ended, by processes that die or are overtaken between any two calls to
 * Redis, is at home at one bot, is booked at one, reads everything once and is counted once.
 */
class MovesInterleavedTest {

    /**
     * Something that happens.
     *
     * @param call before which call to Redis it is cut, from 0
     * @param by what happens there; nothing where the process dies there
     */
    record Scene(Step step, int call, @Nullable Step by) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everybodyIsAtOneBotAndReadsEverythingOnce(@ForAll("scenes") List<Scene> scenes) {
        MovingPeople people = new MovingPeople();
        for (Scene scene : scenes) {
            people.perform(scene.step(), scene.call(), scene.by());
        }
        people.comeToRest();
        people.check();
        people.checkTraces();
    }

    @Provide
    Arbitrary<List<Scene>> scenes() {
        Arbitrary<Integer> never = Arbitraries.just(1_000);
        Arbitrary<Integer> call = Arbitraries.frequencyOf(
                Tuple.of(1, never), Tuple.of(2, Arbitraries.integers().between(0, 30)));
        return Combinators.combine(steps(), call, steps().injectNull(0.5))
                .as(Scene::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(12, Act.SPEAK),
                Tuple.of(1, Act.LEAVE),
                Tuple.of(1, Act.BLOCK),
                Tuple.of(3, Act.RAISE),
                Tuple.of(2, Act.NEWS),
                Tuple.of(1, Act.STAND_DOWN),
                Tuple.of(6, Act.WORK),
                Tuple.of(5, Act.CLAIM),
                Tuple.of(4, Act.DELIVERED),
                Tuple.of(2, Act.UNKNOWN),
                Tuple.of(1, Act.PROLONG),
                Tuple.of(3, Act.EXPIRE),
                Tuple.of(4, Act.TICK));
        return Combinators.combine(
                        acts,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1))
                .as(Step::new);
    }
}
