package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One address leads to a master, and then to the replica that took over: the broadcast goes on there by itself. */
class RedisFailoverTest {

    private static final int PEOPLE = 120;
    /** What leaves in a second, and so may be under way. */
    private static final int SECOND = 30;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final OwnRedis master = new OwnRedis();
    private final OwnRedis replica = new OwnRedis();
    private final OneAddress address = new OneAddress(master.port());

    RedisFailoverTest() {
        master.say("CONFIG SET repl-diskless-sync-delay 0");
        replica.say("REPLICAOF 127.0.0.1 " + master.port());
        await().atMost(LONGEST).until(() -> master.say("WAIT 1 1000").equals(":1"));
    }

    @Test
    void theMasterDiesAndItsReplicaIsReadOnlyForAWhile() {
        Town town = Town.with("--spring.data.redis.url=" + address.url());
        Broadcast alert = new Broadcast(town, "karasu", PEOPLE);
        Broadcast refused = new Broadcast(town, "tastak", 1);
        alert.begin().isUnderWay();

        address.leadsTo(replica.port());
        master.dies();
        long start = System.nanoTime();
        refused.begin();
        await().atMost(LONGEST).until(() -> refused.organiser().toast().contains("try again"));
        await().atMost(LONGEST).until(() -> Health.of(town, "store").contains("read-only replica"));
        int before = alert.reached();
        replica.say("REPLICAOF NO ONE");
        long promoted = System.nanoTime();
        await().atMost(LONGEST).until(() -> alert.reached() > before);
        tell("killed", start, promoted);

        finish(alert, refused);
    }

    @Test
    void theMasterIsMadeAReplicaAndKeepsItsConnections() {
        Town town = Town.with("--spring.data.redis.url=" + address.url());
        Broadcast alert = new Broadcast(town, "karasu", PEOPLE);
        Broadcast refused = new Broadcast(town, "tastak", 1);
        alert.begin().isUnderWay();

        address.leadsTo(replica.port());
        long start = System.nanoTime();
        replica.say("REPLICAOF NO ONE");
        master.say("REPLICAOF 127.0.0.1 " + replica.port());
        int before = alert.reached();
        await().atMost(LONGEST).until(() -> alert.reached() > before + SECOND);
        tell("made a replica", start, start);

        finish(alert, refused);
    }

    private static void finish(Broadcast alert, Broadcast refused) {
        alert.reachesEverybody(LONGEST);
        assertThat(alert.duplicates()).isLessThanOrEqualTo(SECOND);
        alert.organiser().waitFor("Sent: %d of %d".formatted(PEOPLE, PEOPLE));
        refused.organiser().presses("Send");
        refused.reachesEverybody(Duration.ofSeconds(20));
    }

    private static void tell(String what, long start, long promoted) {
        long now = System.nanoTime();
        System.out.printf(
                "master %s: the next card after %d ms, %d ms after the promotion%n",
                what, (now - start) / 1_000_000, (now - promoted) / 1_000_000);
    }
}
