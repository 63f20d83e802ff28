package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class AnswersTest {

    private static final Address AIGUL = person(7, 1);
    private static final Address SERIK = person(7, 2);
    private static final Answer HERE = new Answer.Here();
    private static final Answer CANNOT = new Answer.Cannot();

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final TestAlerts alerts = new TestAlerts(TestVault.create(), clock);
    private final Answers answers = new Answers(redis, TestFleet.of(7, 8), alerts.alerts(), clock);
    private final Supporters supporters = TestSupporters.of(TestFleet.of(7, 8), clock);
    private AlertId alert = new AlertId("aaaaaaaaaa");

    @BeforeEach
    void raise() {
        alert = alerts.raise("ulzhan").id();
    }

    @Test
    void theLastAnswerCounts() {
        answers.record(alert, AIGUL, new Answer.Coming(10), 1);
        answers.record(alert, AIGUL, CANNOT, 2);
        answers.record(alert, AIGUL, HERE, 3);

        assertThat(answers.of(AIGUL, alert)).contains(HERE);
        assertThat(answers.tally(alert).here()).isEqualTo(1);
        assertThat(answers.tally(alert).answered()).isEqualTo(1);
    }

    @Test
    void anEarlierAnswerThatIsHeardLaterDoesNotCount() {
        answers.record(alert, AIGUL, HERE, 9);

        answers.record(alert, AIGUL, CANNOT, 8);

        assertThat(answers.of(AIGUL, alert)).contains(HERE);
        assertThat(answers.tally(alert).cannot()).isZero();
    }

    @Test
    void theSameAnswerHeardAgainChangesNothing() {
        answers.record(alert, AIGUL, new Answer.Coming(10), 1);
        String before = Contents.read();
        clock.pass(Duration.ofMinutes(5));

        answers.record(alert, AIGUL, new Answer.Coming(10), 1);
        answers.record(alert, AIGUL, HERE, 1);

        assertThat(Contents.read()).isEqualTo(before);
    }

    @Test
    void ordersAreComparedAsNumbers() {
        answers.record(alert, AIGUL, CANNOT, 999_999_999L);

        answers.record(alert, AIGUL, HERE, 1_000_000_000L);

        assertThat(answers.of(AIGUL, alert)).contains(HERE);
    }

    @Test
    void thoseOnTheWayAreCountedByTheMinuteOfTheirArrival() {
        long now = clock.millis() / 60_000;
        answers.record(alert, AIGUL, new Answer.Coming(30), 1);
        clock.pass(Duration.ofMinutes(20));
        answers.record(alert, SERIK, new Answer.Coming(10), 2);
        answers.record(alert, person(8, 3), new Answer.Coming(60), 3);

        assertThat(answers.tally(alert).coming()).isEqualTo(Map.of(now + 30, 2L, now + 80, 1L));
    }

    @Test
    void theSamePersonOnAnotherBotAndInAnotherAlertIsCountedThere() {
        AlertId other = alerts.raise("ulzhan").id();
        answers.record(alert, AIGUL, HERE, 1);
        answers.record(alert, person(8, 1), HERE, 1);

        answers.record(other, AIGUL, CANNOT, 2);

        assertThat(answers.tally(alert).here()).isEqualTo(2);
        assertThat(answers.tally(other).answered()).isEqualTo(1);
        assertThat(answers.of(AIGUL, alert)).contains(HERE);
        assertThat(answers.of(SERIK, alert)).isEmpty();
    }

    @Test
    void whatPeopleBringIsCountedWhileTheyComeOrAreThere() {
        supporters.register(AIGUL, new DistrictCode("ulzhan"), Language.KK);
        supporters.change(AIGUL, known -> known.toggling(Skill.CAR).toggling(Skill.FIRST_AID));
        answers.record(alert, AIGUL, new Answer.Coming(30), 1);
        answers.record(alert, SERIK, new Answer.Coming(10), 1);

        assertThat(answers.tally(alert).skills()).isEqualTo(Map.of(Skill.CAR, 1L, Skill.FIRST_AID, 1L));
        assertThat(answers.tally(alert).within()).isEqualTo(Map.of(Within.THIRTY, 1L, Within.TEN, 1L));

        answers.record(alert, AIGUL, HERE, 2);
        assertThat(answers.tally(alert).skills()).hasSize(2);
        assertThat(answers.tally(alert).within()).isEqualTo(Map.of(Within.TEN, 1L));
        answers.record(alert, AIGUL, CANNOT, 3);
        assertThat(answers.tally(alert).skills()).isEmpty();
    }

    @Test
    void whoMovesToAnotherBotTakesAlongWhatTheyBringAndHowSoonTheySaid() {
        supporters.register(AIGUL, new DistrictCode("ulzhan"), Language.KK);
        supporters.change(AIGUL, known -> known.toggling(Skill.CAR));
        answers.record(alert, AIGUL, new Answer.Coming(30), 1);
        Tally before = answers.tally(alert);

        answers.bring(AIGUL, person(8, 1));

        assertThat(answers.tally(alert)).isEqualTo(before);
        answers.record(alert, person(8, 1), HERE, 1);
        assertThat(answers.kept(alert)).containsExactly(new Kept(Within.THIRTY, clock.millis() / 60_000 + 30, true));
    }

    @Test
    void theLastCountOfThoseWithoutTelegramStands() {
        answers.others(alert, 20);
        answers.others(alert, 15);
        answers.record(alert, AIGUL, HERE, 1);

        assertThat(answers.tally(alert).others()).isEqualTo(15);
        assertThat(answers.tally(alert).there()).isEqualTo(16);
        assertThat(redis.getExpire("{7}:alert:" + alert.value() + ":tally")).isBetween(1L, 48 * 3600L);
    }

    @Test
    void leavingTakesEveryAnswerOutOfTheCount() {
        AlertId over = alerts.raise("ulzhan").id();
        for (AlertId id : List.of(alert, over)) {
            answers.record(id, AIGUL, new Answer.Coming(10), 1);
            answers.record(id, SERIK, HERE, 2);
        }
        alerts.alerts().standDown(over, Ending.STOOD_DOWN, "");

        answers.erase(AIGUL);
        answers.erase(AIGUL);

        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
        for (AlertId id : List.of(alert, over)) {
            assertThat(answers.of(AIGUL, id)).isEmpty();
            assertThat(answers.tally(id).onTheWay()).isZero();
            assertThat(answers.tally(id).here()).isEqualTo(1);
        }
    }

    @Test
    void answersLiveTwoDaysAtMost() {
        answers.record(alert, AIGUL, HERE, 1);
        answers.record(alert, AIGUL, CANNOT, 2);

        assertThat(Objects.requireNonNull(redis.keys("{7}:*")))
                .hasSize(3)
                .allSatisfy(key -> assertThat(redis.getExpire(key)).isBetween(1L, 48 * 3600L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTallyIsAlwaysARecountOfTheAnswers(long seed) {
        Random random = new Random(seed);
        for (int chat = 0; chat < 4; chat++) {
            supporters.register(person(7, chat), new DistrictCode("ulzhan"), Language.KK);
        }
        List<Skill> skills = List.copyOf(EnumSet.allOf(Skill.class));
        List<Answer> choice = List.of(
                new Answer.Coming(0), new Answer.Coming(10), new Answer.Coming(60), HERE, CANNOT, new Answer.Home());
        for (int step = 0; step < 150; step++) {
            Address someone = person(7, random.nextInt(6));
            supporters.change(someone, known -> known.toggling(skills.get(random.nextInt(skills.size()))));
            if (random.nextInt(8) == 0) {
                answers.erase(someone);
            } else {
                answers.record(alert, someone, choice.get(random.nextInt(choice.size())), random.nextInt(100));
            }
            clock.pass(Duration.ofSeconds(random.nextInt(90)));

            assertThat(entries("tally")).isEqualTo(recount());
            assertThat(sets()).isEqualTo(byAnswer());
        }
    }

    @RepeatedTest(5)
    void ofManyAnswersAtOnceTheLatestOfEachPersonCounts() {
        List<Answer> choice = List.of(new Answer.Coming(10), HERE, CANNOT, new Answer.Home(), new Answer.Coming(60));
        List<Integer> orders = new ArrayList<>(IntStream.range(1, 300).boxed().toList());
        Collections.shuffle(orders);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int order : orders) {
                // of whom there are so few that each is several times in what is kept in one step
                all.execute(
                        () -> answers.record(alert, person(7, order % 3), choice.get(order % choice.size()), order));
            }
        }

        for (int last = 297; last < 300; last++) {
            assertThat(answers.of(person(7, last % 3), alert)).contains(choice.get(last % choice.size()));
        }
        assertThat(entries("tally")).isEqualTo(recount());
        assertThat(sets()).isEqualTo(byAnswer());
    }

    private Map<String, Set<String>> sets() {
        BotId bot = AIGUL.bot();
        Map<String, Set<String>> sets = new HashMap<>();
        Map.of(
                        "coming", Answers.coming(bot, alert),
                        "here", Answers.here(bot, alert),
                        "home", Answers.home(bot, alert),
                        "no", Answers.cannot(bot, alert))
                .forEach((name, key) -> sets.put(name, redis.opsForSet().members(key)));
        return sets;
    }

    private Map<String, Set<String>> byAnswer() {
        Map<String, Set<String>> sets = new HashMap<>();
        List.of("coming", "here", "home", "no").forEach(name -> sets.put(name, new HashSet<>()));
        entries("answers").forEach((chat, answer) -> {
            String code = answer.split("\\|", -1)[1];
            Objects.requireNonNull(sets.get(code.startsWith("c") ? "coming" : code))
                    .add(chat);
        });
        return sets;
    }

    private Map<String, String> recount() {
        Map<String, String> tally = new HashMap<>();
        for (String answer : entries("answers").values()) {
            String[] parts = answer.split("\\|", -1);
            boolean coming = parts[1].startsWith("c");
            List<String> fields = new ArrayList<>(List.of(coming ? parts[2] : parts[1]));
            if (coming) {
                fields.add("way:" + parts[5]);
            }
            if (coming || parts[1].equals("here")) {
                Arrays.stream(parts[4].split(","))
                        .filter(skill -> !skill.isEmpty())
                        .forEach(skill -> fields.add("skill:" + skill));
            }
            fields.forEach(
                    field -> tally.merge(field, "1", (many, one) -> Integer.toString(Integer.parseInt(many) + 1)));
        }
        return tally;
    }

    private Map<String, String> entries(String name) {
        return redis.<String, String>opsForHash().entries("{7}:alert:" + alert.value() + ":" + name);
    }
}
