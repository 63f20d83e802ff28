package org.dabyl.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestDelivery.UnderWay;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.turnout.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Four people who go to and fro between two bots while alerts run; what they read and said is checked at the end. */
final class MovingPeople {

    private static final int PEOPLE = 4;
    private static final int MOST_ALERTS = 2;
    private static final List<BotId> BOTS = List.of(new BotId(7), new BotId(8));
    private static final String DISTRICT = "ulzhan";

    enum Act {
        SPEAK,
        LEAVE,
        BLOCK,
        RAISE,
        NEWS,
        STAND_DOWN,
        WORK,
        CLAIM,
        DELIVERED,
        UNKNOWN,
        PROLONG,
        EXPIRE,
        TICK
    }

    /**
     * One thing that happens.
     *
     * @param person whose it is, where it is a person's
     * @param bot where, 0 or 1
     */
    record Step(Act act, int person, int bot) {}

    /** What is done again until it is done: an update of Telegram, or a step of the timetable. */
    private record Work(int person, Runnable run) {}

    private final Crossing crossing = new Crossing();
    private final Map<Address, Deque<Work>> lanes = new HashMap<>();
    private final Deque<Work> timetable = new ArrayDeque<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<UnderWay> underWay = new ArrayList<>();
    private final Map<Integer, Map<String, Integer>> read = new HashMap<>();
    private final Map<String, Set<Integer>> meant = new HashMap<>();
    private final Map<Alert, Set<Integer>> answered = new HashMap<>();
    private final Set<Alert> over = new HashSet<>();
    private final Set<Integer> joined = new HashSet<>();
    private final Set<Integer> left = new HashSet<>();
    private final Set<Deque<Work>> busy = Collections.newSetFromMap(new IdentityHashMap<>());
    private int news;
    private long order = 1;

    MovingPeople() {
        TestRedis.flush();
        for (int each = 0; each < PEOPLE; each++) {
            say(new Step(Act.SPEAK, each, each % BOTS.size()));
        }
    }

    /** Does one step, ended before its n-th call to Redis, or interrupted there by another step. */
    void perform(Step step, int n, @Nullable Step other) {
        if (other == null) {
            TestRedis.killed(n, () -> perform(step));
        } else {
            TestRedis.interrupted(n, () -> perform(step), () -> perform(other));
        }
        audit();
    }

    private void perform(Step step) {
        BotId bot = BOTS.get(step.bot());
        switch (step.act()) {
            case SPEAK, LEAVE, BLOCK -> say(step);
            case RAISE -> raise();
            case NEWS -> newest(this::news);
            case STAND_DOWN -> newest(this::standDown);
            case WORK -> work(timetable);
            case CLAIM -> underWay.addAll(crossing.scene.delivery.begin(bot, 2));
            case DELIVERED -> some(step).ifPresent(this::deliver);
            case UNKNOWN -> some(step).ifPresent(crossing.scene.delivery::unknown);
            case PROLONG -> some(step).ifPresent(crossing.scene.delivery::prolong);
            case EXPIRE -> crossing.scene.delivery.expire(bot);
            case TICK -> {
                crossing.scene.clock.pass(Journal.CUT_OFF.plusSeconds(1));
                crossing.moves.tick();
                List.copyOf(lanes.values()).forEach(this::work);
            }
        }
    }

    /** Telegram brings what a person does at a bot again until it was heard, in its order. */
    private void say(Step step) {
        Address here = person(BOTS.get(step.bot()).value(), step.person());
        Deque<Work> lane = lanes.computeIfAbsent(here, any -> new ArrayDeque<>());
        lane.add(new Work(step.person(), () -> hear(step, here)));
        work(lane);
    }

    private void work(Deque<Work> works) {
        // what one person says at one bot is heard by one process at a time
        if (!busy.add(works)) {
            return;
        }
        try {
            while (!works.isEmpty()) {
                Work first = works.getFirst();
                first.run().run();
                works.remove(first);
            }
        } catch (ConcurrencyFailureException e) {
            // they are being moved: again later
            assertThat(works).isNotEmpty();
        } finally {
            busy.remove(works);
        }
    }

    private void hear(Step step, Address here) {
        if (step.act() == Act.BLOCK) {
            if (crossing.homes.registered(here)) {
                left.add(step.person());
                joined.remove(step.person());
            }
            crossing.moves.departs(here);
            return;
        }
        crossing.moves.speaks(here, true);
        if (step.act() == Act.LEAVE) {
            left.add(step.person());
            joined.remove(step.person());
            crossing.moves.departs(here);
        } else if (!joined.contains(step.person())) {
            crossing.scene.join(here, DISTRICT, order++);
            joined.add(step.person());
        } else {
            alerts.stream()
                    .filter(alert -> !over.contains(alert) && crossing.scene.calls.called(here, alert.id()))
                    .forEach(alert -> answer(step.person(), here, alert));
        }
    }

    private void answer(int who, Address here, Alert alert) {
        crossing.answers.record(alert.id(), here, new Answer.Coming(10), order++);
        answered.computeIfAbsent(alert, any -> new HashSet<>()).add(who);
    }

    private void raise() {
        if (alerts.size() < MOST_ALERTS) {
            Alert alert = crossing.scene.raise(DISTRICT);
            alerts.add(alert);
            timetable.add(new Work(-1, () -> {
                if (crossing.scene.alerts.find(alert.id()).filter(Alert::open).isPresent()) {
                    crossing.scene.calls.launch(alert);
                }
                crossing.scene.launched(alert);
            }));
        }
    }

    private void newest(Consumer<Alert> what) {
        if (!alerts.isEmpty() && !over.contains(alerts.getLast())) {
            what.accept(alerts.getLast());
        }
    }

    private void news(Alert alert) {
        String name = Integer.toString(++news);
        String text = "news " + alert.number() + ": " + name;
        Set<Integer> now = new HashSet<>();
        read.forEach((who, texts) -> {
            if (texts.containsKey("card " + alert.number())) {
                now.add(who);
            }
        });
        meant.put(text, now);
        timetable.add(new Work(-1, () -> crossing.scene.news(alert, name, name)));
    }

    private void standDown(Alert alert) {
        over.add(alert);
        timetable.add(new Work(-1, () -> {
            crossing.scene.alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
            crossing.scene.calls.standDown(alert);
        }));
    }

    private Optional<UnderWay> some(Step step) {
        return underWay.isEmpty() ? Optional.empty() : Optional.of(underWay.get(step.person() % underWay.size()));
    }

    private void deliver(UnderWay message) {
        underWay.remove(message);
        int who = Integer.parseInt(message.person().chat().value().substring("sealed-chat-".length()));
        if (crossing.scene.delivery.delivered(message)) {
            read.computeIfAbsent(who, any -> new HashMap<>()).merge(message.text(), 1, Integer::sum);
        }
    }

    /** Nothing dies any more, and all is done. */
    void comeToRest() {
        for (int round = 0; round < 6; round++) {
            work(timetable);
            perform(new Step(Act.TICK, 0, 0));
            List.copyOf(underWay).forEach(this::deliver);
            BOTS.forEach(bot -> {
                crossing.scene.delivery.expire(bot);
                crossing.scene.delivery.begin(bot, 100).forEach(this::deliver);
            });
        }
    }

    void check() {
        assertThat(crossing.leftOver()).isEmpty();
        assertThat(lanes.values()).allMatch(Deque::isEmpty);
        audit();
        for (int each = 0; each < PEOPLE; each++) {
            int who = each;
            if (left.contains(who)) {
                continue;
            }
            assertThat(BOTS)
                    .filteredOn(bot -> crossing.homes.registered(person(bot.value(), who)))
                    .as("homes of %d", who)
                    .hasSize(joined.contains(who) ? 1 : 0);
            assertThat(read.getOrDefault(who, Map.of()))
                    .as("read by %d", who)
                    .allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
            assertThat(read.getOrDefault(who, Map.of()).keySet())
                    .as("read by %d", who)
                    .containsAll(expected(who));
        }
        if (left.isEmpty()) {
            alerts.forEach(this::checkSums);
        }
    }

    private List<String> expected(int who) {
        List<String> texts = new ArrayList<>();
        for (Alert alert : alerts) {
            if (!over.contains(alert)) {
                texts.add("card " + alert.number());
            } else if (read.getOrDefault(who, Map.of()).containsKey("card " + alert.number())) {
                texts.add("over " + alert.number());
            }
        }
        meant.forEach((text, people) -> {
            if (people.contains(who)) {
                texts.add(text);
            }
        });
        return texts;
    }

    private void checkSums(Alert alert) {
        assertThat(crossing.answers.tally(alert.id()).answered())
                .as("answers to %d", alert.number())
                .isEqualTo(answered.getOrDefault(alert, Set.of()).size());
        if (!over.contains(alert)) {
            assertThat(crossing.scene.calls.progress(alert.id()).recipients())
                    .as("recipients of %d", alert.number())
                    .isEqualTo(PEOPLE);
        }
    }

    void checkTraces() {
        String contents = Contents.read().toString();
        left.forEach(who -> {
            boolean back = BOTS.stream().anyMatch(bot -> crossing.homes.registered(person(bot.value(), who)));
            if (!back) {
                assertThat(contents)
                        .as("traces of %d", who)
                        .doesNotContain(person(7, who).chat().value());
            }
        });
    }

    private static void audit() {
        BOTS.forEach(bot -> TestDelivery.audited(TestRedis.template(), bot));
    }
}
