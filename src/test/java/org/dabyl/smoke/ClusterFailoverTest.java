package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.dabyl.store.RedisNode;
import org.dabyl.store.TestCluster;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A master of a Redis Cluster is lost in the middle of a broadcast, and a replica takes its place: the program goes on by itself. */
class ClusterFailoverTest {

    private static final int PEOPLE = 240;
    private static final long FIRST = 7_200_000_001L;

    /** What leaves in a second: what was under way, and what was settled in the moment that the replica had not seen. */
    private static final int SECOND = 30;

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String BOT = String.valueOf(Crew.BOT);
    private static final String SHARED = "dabyl";
    private static final String AGAIN = "ещё раз";

    private final TestCluster cluster = TestCluster.withReplicas();
    private final Crew crew = new Crew(cluster.settings());
    private final Set<Long> answered = new HashSet<>();
    private long lostAt;

    @AfterEach
    void end() {
        crew.close();
        cluster.close();
    }

    @Test
    void killedMastersAreReplacedInTheMiddleOfBroadcastsAndAWipeEmptiesThoseWhoAreLeft() throws IOException {
        Phone owner = crew.owner(1_001);
        Instance program = town();

        send(owner, "alarm-1");
        Phone refused = called("alarm-1");
        RedisNode bots = loses(BOT, RedisNode::dies);
        refused.presses("Не могу");
        owner.writes("/board");
        goesOn("alarm-1", BOT, bots);
        toldOrDone(refused, "не могу");
        called("alarm-1").presses("10").waitFor("10");
        reachesEverybody("alarm-1");
        shows(owner, "Sent: %d of %d".formatted(PEOPLE, PEOPLE));
        shows(owner, "Coming: 1");

        bots.comesBack();
        bots.awaitReplica();
        called("alarm-1").presses("10").waitFor("10");
        shows(owner, "Coming: 2");

        owner.writes("/standdown over-1");
        reachesEverybody("over-1");

        send(owner, "alarm-2");
        Phone late = called("alarm-2");
        RedisNode shared = loses(SHARED, RedisNode::dies);
        late.presses("10");
        goesOn("alarm-2", SHARED, shared);
        toldOrDone(late, "10");
        reachesEverybody("alarm-2");
        owner.writes("/standdown over-2");
        reachesEverybody("over-2");
        await().atMost(LONGEST).until(() -> owner.holds("· over") > 1);
        assertThat(crew.statistic("largest_in_a_second")).isLessThanOrEqualTo(30);
        assertThat(crew.statistic("too_many_requests")).isZero();

        String needle = TestVault.open(crew.keyset()).seal(new ChatId(FIRST)).value();
        assertThat(cluster.mentions(needle)).isNotEmpty();
        owner.writes("/panic word nightingale").waitFor("The word is set");
        owner.writes("/panic wipe nightingale");
        assertThat(crew.end(program)).isZero();
        await().untilAsserted(() -> assertThat(cluster.keys()).containsExactly("{dabyl}:wiped"));
        assertThat(cluster.denials()).isEmpty();
        shared.comesBack();
        shared.awaitReplica();
        assertThat(cluster.keys()).containsExactly("{dabyl}:wiped");
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(cluster.mentions(needle)).isEmpty());
    }

    @Test
    void aMasterThatOnlyFallsSilentIsReplacedToo() throws IOException {
        Phone owner = crew.owner(1_001);
        town();

        send(owner, "alarm-1");
        RedisNode bots = loses(BOT, RedisNode::freezes);
        goesOn("alarm-1", BOT, bots);
        reachesEverybody("alarm-1");
        called("alarm-1").presses("10").waitFor("10");
        bots.thaws();
        bots.awaitReplica();
        called("alarm-1").presses("10").waitFor("10");
        shows(owner, "Coming: 2");
        assertThat(cluster.denials()).isEmpty();
    }

    /** A process that is ready, and people who are registered. */
    private Instance town() {
        Instance program = crew.startReady();
        crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE, "text", "/start d_karasu"));
        reachesEverybody("вы записаны");
        return program;
    }

    /** Returns when some have the card and most have not. */
    private void send(Phone owner, String alarm) {
        owner.writes("/alert karasu " + alarm).waitFor("Sending takes");
        owner.presses("Send");
        await().atMost(LONGEST).until(() -> reached(alarm) >= PEOPLE / 6);
    }

    private interface Trouble {
        void befalls(RedisNode node) throws IOException;
    }

    /** The master that keeps the keys of this tag is in trouble from now on. */
    private RedisNode loses(String tag, Trouble trouble) throws IOException {
        RedisNode master = cluster.masterOf(tag, cluster.any()).orElseThrow();
        trouble.befalls(master);
        lostAt = System.nanoTime();
        return master;
    }

    /** Waits until a replica has taken over and people are called again. */
    private void goesOn(String alarm, String tag, RedisNode lost) throws IOException {
        await().atMost(LONGEST)
                .until(
                        () -> cluster.masterOf(tag, cluster.witness(lost)).filter(master -> master != lost),
                        Optional::isPresent);
        long promoted = System.nanoTime();
        int before = reached(alarm);
        await().atMost(LONGEST).until(() -> reached(alarm) > before);
        System.out.printf(
                "{%s}: a replica took over after %d ms; the next card after %d ms, %d of %d had one before%n",
                tag, (promoted - lostAt) / 1_000_000, (System.nanoTime() - lostAt) / 1_000_000, before, PEOPLE);
    }

    /** Somebody who has the card before them, and who has not answered anything before. */
    private Phone called(String alarm) {
        long id = LongStream.range(FIRST, FIRST + PEOPLE)
                .filter(person -> !answered.contains(person) && messages(person, alarm) > 0)
                .findFirst()
                .orElseThrow();
        answered.add(id);
        return new Phone(crew.telegram(), id).waitFor(alarm);
    }

    /** A board says so as it stands then. */
    private static void shows(Phone owner, String text) {
        await().atMost(LONGEST).until(() -> owner.holds(text) > 0);
    }

    /** Nothing pressed is lost in silence. */
    private static void toldOrDone(Phone phone, String done) {
        await().atMost(LONGEST)
                .until(() -> phone.toast().contains(AGAIN)
                        || phone.unread().stream().anyMatch(seen -> seen.text().contains(done)));
    }

    private void reachesEverybody(String text) {
        await().atMost(LONGEST).until(() -> reached(text) == PEOPLE);
        int doubled = cards(text).stream().mapToInt(cards -> cards - 1).sum();
        System.out.printf("\"%s\": everybody has it, %d have it twice%n", text, doubled);
        assertThat(doubled).isLessThanOrEqualTo(SECOND);
    }

    private int reached(String text) {
        return cards(text).size();
    }

    /** How many messages with the text each of those has who has one. */
    private List<Integer> cards(String text) {
        return LongStream.range(FIRST, FIRST + PEOPLE)
                .mapToObj(id -> messages(id, text))
                .filter(cards -> cards > 0)
                .toList();
    }

    private int messages(long id, String text) {
        int cards = 0;
        for (JsonNode message : crew.telegram().get("/persons/" + id + "/chat").path("messages")) {
            cards += message.path("text").asString("").contains(text) ? 1 : 0;
        }
        return cards;
    }
}
