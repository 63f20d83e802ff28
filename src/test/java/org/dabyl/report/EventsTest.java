package org.dabyl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Address;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What belongs together, what is kept of it, and what is left of who leaves. */
@ExtendWith(TestRedis.class)
class EventsTest {

    private final Street street = new Street();
    private final Address aigul = person(7, 1);
    private final Address serik = person(7, 2);

    @BeforeEach
    void register() {
        List.of(aigul, serik).forEach(person -> street.register(person, "ulzhan"));
    }

    @Test
    void reportsOfTheSameWithinMinutesAreOneEvent() {
        Event first = street.event(aigul, "ulzhan");
        street.clock.pass(Duration.ofMinutes(15));

        Event second = street.event(serik, "ulzhan");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.sightings()).extracting(Sighting::number).containsExactly(1, 2);
        assertThat(second.sightings()).extracting(Sighting::reporter).containsExactly(aigul, serik);
    }

    @Test
    void laterOrOfAnotherKindOrElsewhereTheyAreAnother() {
        Event event = street.event(aigul, "ulzhan");
        street.register(serik, "shanyrak-1");

        assertThat(street.event(serik, "shanyrak-1").id()).isNotEqualTo(event.id());
        assertThat(street.reports.file(serik, new DistrictCode("ulzhan"), Kind.FIRE))
                .isInstanceOfSatisfying(
                        Filed.Counted.class,
                        filed -> assertThat(filed.event().id()).isNotEqualTo(event.id()));
        street.clock.pass(Duration.ofMinutes(15).plusMillis(1));
        assertThat(street.event(serik, "ulzhan").id()).isNotEqualTo(event.id());
    }

    @Test
    void afterAFalseAlarmTheNextReportBeginsAnew() {
        Event event = street.event(aigul, "ulzhan");
        street.verdicts.falseAlarm(event.id());

        assertThat(street.event(serik, "ulzhan").id()).isNotEqualTo(event.id());
    }

    @Test
    void whileTheAlertRunsReportsJoinItsEventAndAfterItsEndTheyBeginAnew() {
        Event event = street.event(aigul, "ulzhan");
        Alert alert = street.alerts.raise("ulzhan");
        street.verdicts.raised(alert);
        assertThat(street.event(serik, "ulzhan").id()).isEqualTo(event.id());

        street.alerts.alerts().standDown(alert.id(), Ending.STOOD_DOWN, "");

        assertThat(street.event(serik, "ulzhan").id()).isNotEqualTo(event.id());
    }

    @Test
    void whoIsRegisteredForTheDistrictAroundJoinsTheOnlyEventInIt() {
        Event event = street.event(aigul, "ulzhan");
        street.register(serik, "alatau");

        assertThat(street.event(serik, "alatau").id()).isEqualTo(event.id());
    }

    @Test
    void whoIsRegisteredAroundTwoEventsCannotSayWhichItIs() {
        Event one = street.event(aigul, "ulzhan");
        street.register(serik, "shanyrak-1");
        Event other = street.event(serik, "shanyrak-1");
        street.register(serik, "alatau");

        assertThat(street.event(serik, "alatau").id()).isNotEqualTo(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void onePersonIsOneReporterAndKeepsTheirNumberAndTime() {
        Event first = street.event(aigul, "ulzhan");
        street.clock.pass(Duration.ofMinutes(1));

        assertThat(street.event(aigul, "ulzhan").sightings()).isEqualTo(first.sightings());
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        street.event(aigul, "ulzhan");
        street.events.erase(aigul);

        assertThat(street.event(serik, "ulzhan").sightings())
                .extracting(Sighting::number)
                .containsExactly(2);
    }

    @Test
    void whatIsAddedIsFoundAndTheLastCounts() {
        Event event = street.event(aigul, "ulzhan");

        assertThat(street.reports.say(event.id(), aigul, "at the gate")).isTrue();
        street.reports.say(event.id(), aigul, "at the school");
        street.reports.locate(event.id(), aigul, new Sighting.Place(43.25, -76.9));
        street.reports.picture(event.id(), aigul, "AgACAgIAAx");

        Sighting sighting = street.now(event).of(aigul).orElseThrow();
        assertThat(sighting.words()).isEqualTo("at the school");
        assertThat(sighting.place()).contains(new Sighting.Place(43.25, -76.9));
        assertThat(sighting.photo()).contains("AgACAgIAAx");
    }

    @Test
    void whoHasNoReportInItAddsNothing() {
        Event event = street.event(aigul, "ulzhan");

        assertThat(street.reports.say(event.id(), serik, "x")).isFalse();
        street.events.erase(aigul);
        assertThat(street.reports.say(event.id(), aigul, "x")).isFalse();

        assertThat(street.now(event).sightings()).isEmpty();
    }

    @Test
    void nothingThatAPersonSaidLiesOpen() {
        Event event = street.event(aigul, "ulzhan");
        street.reports.say(event.id(), aigul, "Xylophone street");
        street.reports.locate(event.id(), aigul, new Sighting.Place(43.25125, 76.90625));
        street.reports.picture(event.id(), aigul, "AgACAgIAAxPhoto");

        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("Xylophone street".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Contents.read())
                .contains(event.id().value())
                .doesNotContain("Xylophone", encoded, "43.25125", "76.90625", "AgACAgIAAxPhoto");
    }

    @Test
    void leavingRemovesEveryTrace() {
        Event event = street.event(List.of(aigul, serik), "ulzhan");
        street.reports.say(event.id(), aigul, "at the gate");
        street.verdicts.falseAlarm(event.id());
        street.pass(Duration.ZERO);
        street.delivery.deliver();
        assertThat(Contents.read()).contains(aigul.chat().value());

        for (var trace :
                List.of(street.supporters, street.events, street.records, street.tidings, street.delivery.erase())) {
            trace.erase(aigul);
        }

        assertThat(Contents.read())
                .doesNotContain(aigul.chat().value())
                .contains(serik.chat().value());
    }

    @Test
    void twoDaysAfterTheLastReportNothingOfAPersonIsKept(StringRedisTemplate redis) {
        Event event = street.event(aigul, "ulzhan");
        street.events.drafted(event.id().quorumAlert(), event.id());

        assertThat(Objects.requireNonNull(redis.keys("{dabyl}:report:*")))
                .hasSize(2)
                .allSatisfy(key -> assertThat(redis.getExpire(key)).isBetween(1L, 48 * 3600L));
        assertThat(redis.getExpire("{dabyl}:report-draft:" + event.id().value()))
                .isBetween(1L, 3600L);
    }

    @Test
    void ofSeveralAlertsForOneEventTheFirstCounts() {
        Event event = street.event(aigul, "ulzhan");
        var one = street.alerts.draft("ulzhan", "one");
        var other = street.alerts.draft("ulzhan", "other");
        street.events.drafted(one.id(), event.id());
        street.events.drafted(other.id(), event.id());

        assertThat(street.events.claim(one.id())).isEqualTo(one.id());
        assertThat(street.events.claim(other.id())).isEqualTo(one.id());
        assertThat(street.verdicts.falseAlarm(event.id())).isFalse();

        street.verdicts.raised(street.alerts.alerts().raise(one.id()).orElseThrow());
        street.clock.pass(Duration.ofMinutes(5));
        assertThat(street.events.claim(other.id())).isEqualTo(one.id());
        assertThat(street.events.claim(one.id())).isEqualTo(one.id());
    }

    @Test
    void aClaimWhoseAlertWasNotRaisedLapses() {
        Event event = street.event(aigul, "ulzhan");
        var one = street.alerts.draft("ulzhan", "one");
        var other = street.alerts.draft("ulzhan", "other");
        street.events.drafted(one.id(), event.id());
        street.events.drafted(other.id(), event.id());
        street.events.claim(one.id());
        street.clock.pass(Duration.ofMinutes(1));

        assertThat(street.events.claim(other.id())).isEqualTo(other.id());
    }

    @Test
    void aDraftOfNoEventIsItsOwn() {
        var draft = street.alerts.draft("ulzhan", "one");

        assertThat(street.events.claim(draft.id())).isEqualTo(draft.id());
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        for (String forged : List.of("", "x", "ABCDEFGHIJ", "abcdefghi1", "abcdefghijk", "a:b", "{dabyl}:al")) {
            assertThat(EventId.parse(forged)).isEqualTo(Optional.empty());
        }
        assertThat(EventId.parse("abcdefgh27")).isPresent();
    }
}
