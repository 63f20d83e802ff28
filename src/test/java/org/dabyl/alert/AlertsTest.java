package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.alert.TestAlerts.news;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class AlertsTest {

    private final StringRedisTemplate redis = TestRedis.template();
    private final SettableClock clock = new SettableClock();
    private final TestAlerts test = new TestAlerts(TestVault.create(), clock);
    private final Alerts alerts = test.alerts();

    @Test
    void aDraftBecomesAnOpenAlert() {
        Draft draft = test.draft("shanyrak-1", "come | now");

        Alert alert = alerts.raise(draft.id()).orElseThrow();

        assertThat(alert)
                .isEqualTo(new Alert(
                        draft.id(),
                        1,
                        new DistrictCode("shanyrak-1"),
                        Plan.call("come | now"),
                        true,
                        clock.instant(),
                        Ending.STOOD_DOWN,
                        "",
                        Origin.ORGANISER));
        assertThat(test.drafts().find(draft.id())).isEmpty();
    }

    @Test
    void raisingTwiceOpensOnce() {
        Draft draft = test.draft("shanyrak-1", "");
        Alert first = alerts.raise(draft.id()).orElseThrow();
        redis.delete(Timetable.KEY);
        clock.pass(Duration.ofSeconds(3));

        assertThat(alerts.raise(draft.id())).contains(first);

        assertThat(alerts.open()).containsExactly(first);
        assertThat(redis.hasKey(Timetable.KEY)).isFalse();
        assertThat(test.raise("ulzhan").number()).isEqualTo(2);
    }

    @Test
    void openingPlansTheLaunchAndTheBoardsForNow() {
        String id = test.raise("shanyrak-1").id().value();

        assertThat(redis.opsForZSet().range(Timetable.KEY, 0, -1))
                .containsExactlyInAnyOrder(
                        "post|" + id + ".card",
                        "launch|" + id,
                        "board|" + id,
                        "turnout|" + id,
                        "remind|" + id + ".0",
                        "forgotten|" + id);
        assertThat(redis.opsForZSet().score(Timetable.KEY, "launch|" + id)).isEqualTo((double) clock.millis());
    }

    @Test
    void aDraftThatIsGoneOpensNothing() {
        Draft draft = test.draft("shanyrak-1", "");
        test.drafts().drop(draft.id());

        assertThat(alerts.raise(draft.id())).isEmpty();

        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void aDraftRewordedAfterItWasSentChangesNothing() {
        Draft draft = test.draft("shanyrak-1", "one");
        alerts.raise(draft.id());
        test.drafts().revise(draft, Plan.call("other"));

        assertThat(alerts.raise(draft.id()).orElseThrow().text()).isEqualTo("one");

        assertThat(alerts.open()).hasSize(1);
    }

    @Test
    void standingDownTwiceClosesOnce() {
        Alert alert = test.raise("shanyrak-1");
        redis.delete(Timetable.KEY);

        assertThat(alerts.standDown(alert.id(), Ending.STOOD_DOWN, "they left")).isTrue();
        assertThat(alerts.standDown(alert.id(), Ending.STOOD_DOWN, "again")).isFalse();

        Alert over = alerts.find(alert.id()).orElseThrow();
        assertThat(over.open()).isFalse();
        assertThat(over.reason()).isEqualTo("they left");
        assertThat(alerts.open()).isEmpty();
        assertThat(redis.opsForZSet().range(Timetable.KEY, 0, -1))
                .containsExactlyInAnyOrder(
                        "post|" + alert.id().value() + ".over",
                        "standdown|" + alert.id().value(),
                        "board|" + alert.id().value(),
                        "home|" + alert.id().value() + ".ask",
                        "learn|" + alert.id().value(),
                        "clear|" + alert.id().value() + "." + clock.millis());
    }

    @Test
    void anUnknownAlertIsNeitherStoodDownNorReported() {
        AlertId unknown = new AlertId("aaaaaaaaaa");

        assertThat(alerts.standDown(unknown, Ending.STOOD_DOWN, "")).isFalse();
        assertThat(alerts.update(unknown, 5, news("news"))).isFalse();

        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void openAlertsStandNewestFirst() {
        Alert first = test.raise("shanyrak-1");
        clock.pass(Duration.ofMinutes(1));
        Alert second = test.raise("ulzhan");
        clock.pass(Duration.ofMinutes(1));
        Alert third = test.raise("shanyrak-1");
        alerts.standDown(second.id(), Ending.STOOD_DOWN, "");

        assertThat(alerts.open()).containsExactly(third, first);
        assertThat(alerts.kept()).containsExactly(first.id(), third.id(), second.id());
    }

    @Test
    void anAlertIsKeptForTwoDaysAfterItsEndAndKnowsItsPeopleUntilTheyAreForgotten() {
        Alert first = test.raise("shanyrak-1");
        Alert second = test.raise("ulzhan");
        alerts.standDown(first.id(), Ending.STOOD_DOWN, "");
        assertThat(redis.getExpire(Alerts.key(first.id()))).isBetween(1L, 48 * 3600L);
        assertThat(redis.getExpire(Alerts.key(second.id()))).isEqualTo(-1);

        clock.pass(Duration.ofHours(25));
        alerts.standDown(second.id(), Ending.STOOD_DOWN, "");

        assertThat(alerts.overSince(clock.instant().minus(Alerts.PEOPLE))).containsExactly(first.id());
        alerts.forgetPeople(first.id());
        assertThat(alerts.kept()).containsExactly(second.id());
        assertThat(alerts.endedAt(first.id())).isEmpty();
    }

    @Test
    void newsIsPlannedWhileTheAlertIsOpen() {
        Alert alert = test.raise("shanyrak-1");
        String id = alert.id().value();

        assertThat(alerts.update(alert.id(), 41, news("use the north entrance")))
                .isTrue();
        assertThat(alerts.update(alert.id(), 42, news("water is needed"))).isTrue();
        assertThat(redis.opsForZSet().range(Timetable.KEY, 0, -1))
                .contains("update|" + id + ".41", "update|" + id + ".42");
        assertThat(alerts.news(alert.id(), "41")).contains(news("use the north entrance"));
        assertThat(alerts.news(alert.id(), "43")).isEmpty();

        alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        assertThat(alerts.update(alert.id(), 44, news("too late"))).isFalse();
        assertThat(alerts.news(alert.id(), "44")).isEmpty();
    }

    @Test
    void noWordThatWasWrittenIsReadableInRedis() {
        Alert alert = test.raise("shanyrak-1");
        alerts.update(alert.id(), 41, news("use the north entrance"));
        alerts.standDown(alert.id(), Ending.STOOD_DOWN, "they left");

        assertThat(Contents.read())
                .contains("shanyrak-1")
                .doesNotContain(alert.text(), "north", "they left")
                .doesNotContain(TestAlerts.AUTHOR.value());
    }

    @Test
    void thePlanOfAnOpenAlertIsChanged() {
        Alert alert = test.raise("shanyrak-1");

        assertThat(alerts.revise(alert.id(), plan -> plan.withNeeded(40))).isTrue();

        assertThat(alerts.find(alert.id()).orElseThrow().plan())
                .isEqualTo(alert.plan().withNeeded(40));
    }

    @Test
    void neitherOfTwoChangesAtOnceIsLost() {
        Alert alert = test.raise("shanyrak-1");
        AtomicBoolean first = new AtomicBoolean(true);

        alerts.revise(alert.id(), plan -> {
            if (first.getAndSet(false)) {
                alerts.revise(alert.id(), other -> other.withMuster("the school"));
            }
            return plan.withNeeded(40);
        });

        assertThat(alerts.find(alert.id()).orElseThrow().plan())
                .isEqualTo(alert.plan().withMuster("the school").withNeeded(40));
    }

    @Test
    void thePlanOfAnAlertThatIsOverStays() {
        Alert alert = test.raise("shanyrak-1");
        alerts.standDown(alert.id(), Ending.FALSE_ALARM, "");

        assertThat(alerts.revise(alert.id(), plan -> plan.withNeeded(40))).isFalse();

        Alert over = alerts.find(alert.id()).orElseThrow();
        assertThat(over.plan()).isEqualTo(alert.plan());
        assertThat(over.ending()).isEqualTo(Ending.FALSE_ALARM);
        assertThat(alerts.revise(new AlertId("aaaaaaaaaa"), plan -> plan)).isFalse();
    }
}
