package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Rank;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class DoorTest {

    private static final BotId BOT = new BotId(1);
    private static final long RESIDENT = 42;
    private static final long STRANGER = 43;
    private static final long DEAF = 44;
    private static final long HASTY = 45;
    private static final long ORGANISER = 46;

    private final Vault vault = TestVault.create();
    private final Lanes lanes = new Lanes(32, 40);
    private final Semaphore crowd = new Semaphore(0);
    private final List<Address> passedOver = new ArrayList<>();
    private final List<Long> heldOff = new ArrayList<>();
    private boolean patience = true;
    private boolean redis = true;
    private int asked;

    private final Listener listener = new Listener() {
        @Override
        public void hear(Incoming incoming) {}

        @Override
        public Map<Address, Rank> ranks(Set<Address> people) {
            asked++;
            if (!redis) {
                throw new QueryTimeoutException("away");
            }
            Map<Address, Rank> ranks =
                    new HashMap<>(Map.of(person(RESIDENT), Rank.RESIDENT, person(ORGANISER), Rank.ORGANISER));
            ranks.keySet().retainAll(people);
            return ranks;
        }

        @Override
        public boolean counts(Incoming incoming, Rank rank) {
            return incoming.said() instanceof Said.Text text && text.text().startsWith("/start d_");
        }

        @Override
        public void passedOver(Address stranger) {
            passedOver.add(stranger);
        }

        @Override
        public boolean hasty(Incoming incoming, boolean patient) {
            patience = patient;
            return !(incoming.said() instanceof Said.Blocked)
                    && Set.of(person(HASTY), person(ORGANISER)).contains(incoming.from());
        }

        @Override
        public void holdOff(Incoming incoming) {
            heldOff.add(incoming.order());
        }

        @Override
        public void holdOff(InPublic.Pressed press) {
            heldOff.add(press.order());
        }

        @Override
        public boolean deafToSome() {
            return true;
        }

        @Override
        public boolean deaf(Incoming incoming) {
            return incoming.from().equals(person(DEAF));
        }
    };

    private final Door door = new Door(new Hearing(vault, BOT), listener, lanes);

    @AfterEach
    void leave() throws InterruptedException {
        crowd.release(1_000);
        lanes.finish(Duration.ofSeconds(10));
    }

    @Test
    void whoIsNotListenedToIsTurnedAwayAndYetConfirmed() throws Exception {
        Batch batch = admit(Updates.text(7, DEAF, "hi"), Updates.text(8, STRANGER, "hi"), Updates.press(9, DEAF, "a"));

        assertThat(batch.updates()).extracting(Batch.Update::id).containsExactly(8L);
        assertThat(batch.next()).isEqualTo(10);
        assertThat(batch.setAside()).isZero();
        assertThat(asked).isZero();
    }

    @Test
    void inACrowdResidentsComeInAndStrangersWhoRegister() throws Exception {
        crowd();
        Batch batch = admit(
                Updates.press(1, STRANGER, "a"),
                Updates.press(2, RESIDENT, "a"),
                Updates.text(3, STRANGER, "/start d_bakay"),
                Updates.text(4, STRANGER, "hi"),
                "{\"update_id\":5}");

        assertThat(batch.updates()).extracting(Batch.Update::id).containsExactly(2L, 3L, 5L);
        assertThat(batch.next()).isEqualTo(6);
        assertThat(passedOver).containsExactly(person(STRANGER));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whileNobodyCanBeAskedWhoTheyAreEverybodyComesIn() throws Exception {
        crowd();
        redis = false;
        assertThat(admit(Updates.press(1, STRANGER, "a"), Updates.press(2, RESIDENT, "a"))
                        .updates())
                .hasSize(2);
    }

    @Test
    void whileOthersWaitWhoIsTooFastIsHeldOffUnlessTheyOrganise() throws Exception {
        await();
        Batch batch = admit(
                Updates.press(1, HASTY, "a"),
                Updates.press(2, RESIDENT, "a"),
                Updates.press(3, ORGANISER, "a"),
                Updates.text(4, HASTY, "/yes"),
                Updates.blocked(5, HASTY),
                "{\"update_id\":6}");

        assertThat(batch.updates()).extracting(Batch.Update::id).containsExactly(2L, 3L, 5L, 6L);
        assertThat(batch.next()).isEqualTo(7);
        assertThat(heldOff).containsExactlyInAnyOrder(1L, 4L);
        assertThat(patience).isTrue();
    }

    @Test
    void whileNobodyWaitsNobodyIsTooFast() throws Exception {
        assertThat(admit(Updates.press(1, HASTY, "a")).updates()).hasSize(1);
        assertThat(heldOff).isEmpty();
    }

    @Test
    void inAFloodThereIsNoPatience() throws Exception {
        lanes.inflow().came(2_000);
        assertThat(admit(Updates.press(1, HASTY, "a")).updates()).isEmpty();
        assertThat(patience).isFalse();
    }

    @Test
    void whoIsTooFastComesInWhileNobodyCanBeAskedWhetherTheyOrganise() throws Exception {
        await();
        redis = false;
        assertThat(admit(Updates.press(1, HASTY, "a")).updates()).hasSize(1);
        assertThat(heldOff).isEmpty();
    }

    /** Somebody who is registered waits for their turn. */
    private void await() throws InterruptedException {
        for (int i = 0; i < 35; i++) {
            lanes.add(i, crowd::acquireUninterruptibly);
        }
        Awaitility.await().until(lanes::waiting);
    }

    private void crowd() {
        for (int i = 0; !lanes.crowded(); i++) {
            lanes.offer(i, crowd::acquireUninterruptibly);
        }
    }

    private Batch admit(String... updates) throws JsonProcessingException {
        ArrayNode result = Json.ANSWERS.createArrayNode();
        for (String update : updates) {
            result.add(Json.ANSWERS.readTree(update));
        }
        return Batch.read(result, 0, door::admit);
    }

    private Address person(long chat) {
        return new Address(BOT, vault.seal(new ChatId(chat)));
    }
}
