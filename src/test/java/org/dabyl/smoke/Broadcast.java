package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Progress;
import org.dabyl.district.DistrictCode;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** An alert to a crowd, watched from the phones of all of them. */
final class Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final BotId BOT = new BotId(1_000_001);
    private static final AtomicLong PEOPLE = new AtomicLong(7_000_000_000L);

    private final Town town;
    private final DistrictCode district;
    private final long first;
    private final int people;
    private final Phone organiser;
    private final String text;

    /** A crowd that is registered, and an organiser with the preview before them. */
    Broadcast(Town town, String code, int people) {
        this.town = town;
        this.people = people;
        district = DistrictCode.parse(code).orElseThrow();
        first = PEOPLE.getAndAdd(people);
        text = "Trouble " + first;
        town.telegram().post("/persons/many", Map.of("id", first, "count", people));
        Supporters supporters = town.program().getBean(Supporters.class);
        for (long id = first; id < first + people; id++) {
            supporters.register(address(id), district, Language.EN);
        }
        organiser = town.organiser("en", code);
        organiser.writes("/alert " + code + " " + text).waitFor(text);
    }

    Phone organiser() {
        return organiser;
    }

    Address address(long id) {
        return new Address(BOT, town.program().getBean(Vault.class).seal(new ChatId(id)));
    }

    /** Presses the button that sends. */
    Broadcast begin() {
        organiser.presses("Send");
        return this;
    }

    /** Waits until some have the card and most have not. */
    Broadcast isUnderWay() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reached() >= people / 10);
        assertThat(reached()).isLessThan(people);
        return this;
    }

    /** Waits until everybody has the card at least once. */
    void reachesEverybody(Duration longest) {
        long start = System.nanoTime();
        reaches(people, longest);
        LOG.debug("everybody after {} ms, {} twice", (System.nanoTime() - start) / 1_000_000, duplicates());
    }

    void reaches(int number, Duration longest) {
        await().atMost(longest).pollInterval(Duration.ofMillis(200)).until(() -> reached() == number);
    }

    /** How far the newest alert's call has come. */
    Progress progress() {
        Alert newest = town.program().getBean(Alerts.class).open().stream()
                .filter(alert -> alert.district().equals(district))
                .findFirst()
                .orElseThrow();
        return town.program().getBean(Calls.class).progress(newest.id());
    }

    /** How many have the card. */
    int reached() {
        return cards().size();
    }

    /** How many cards there are beyond one a person. */
    int duplicates() {
        return cards().values().stream().mapToInt(cards -> cards - 1).sum();
    }

    /** How many of the crowd are registered. */
    long registered() {
        return town.program().getBean(Supporters.class).reach(Set.of(district));
    }

    Phone someoneWithoutCard() {
        Map<Long, Integer> cards = cards();
        return town.known(LongStream.range(first, first + people)
                .filter(id -> !cards.containsKey(id))
                .findFirst()
                .orElseThrow());
    }

    private Map<Long, Integer> cards() {
        Map<Long, Integer> cards = new LinkedHashMap<>();
        for (long id = first; id < first + people; id++) {
            int seen = cards(id);
            if (seen > 0) {
                cards.put(id, seen);
            }
        }
        return cards;
    }

    private int cards(long id) {
        int cards = 0;
        for (JsonNode message : town.telegram().get("/persons/" + id + "/chat").path("messages")) {
            if (message.path("text").asString("").contains(text)) {
                cards++;
            }
        }
        return cards;
    }
}
