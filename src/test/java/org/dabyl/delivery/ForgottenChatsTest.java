package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bot's messages go from the chat of a person who wants to be forgotten, and then what the store knew of them. */
@ExtendWith(TestRedis.class)
class ForgottenChatsTest {

    private static final Message TEXT = Message.of("text", Keyboard.none());

    private final TestPhones phones = new TestPhones(new TestBot(1000, Duration.ofSeconds(30)));
    private final TestBot bot = phones.bot;
    private final SentMessages sent = new SentMessages(bot.redis, bot.vault, Clock.systemUTC());
    private final Address person = bot.address(1);
    private final ForgottenChats chats = phones.forgotten;

    @Test
    void answersTheirQuestionsAndDispatchesGoInOneCall() {
        long answer = phones.post.answering(41).send(person, TEXT).orElseThrow();
        long board = phones.post.boards().send(person, TEXT).orElseThrow();
        long card = dispatched();
        phones.post.answering(43).send(bot.address(2), TEXT);

        forget(42);

        assertThat(phones.messenger.deleted).hasSize(1);
        assertThat(phones.messenger.deleted.element()).containsExactlyInAnyOrder(41L, 42L, answer, board, card);
        assertThat(phones.messenger.calls.stream()
                        .filter(call -> call.chat().equals(person.chat()))
                        .toList()
                        .getLast()
                        .kind())
                .as("the last word")
                .isEqualTo("send");
    }

    @Test
    void nothingOfThePersonIsLeft() {
        phones.post.answering(41).send(person, TEXT);
        dispatched();
        forget(42);
        new Erase(bot.redis).run(person);

        bot.redis.delete(List.of(TestBot.key("supporters"), TestBot.key("d")));
        assertThat(bot.redis.keys("*sent*")).isEmpty();
        assertThat(bot.redis.keys("*forgetting*")).isEmpty();
    }

    @Test
    void atMostAHundredGoInOneCall() {
        String key = SentMessages.key(person);
        bot.redis
                .opsForValue()
                .set(
                        key,
                        LongStream.range(1000, 1250)
                                .mapToObj(id -> "4000000000000|" + bot.vault.sealNumber(id, key) + ",")
                                .collect(Collectors.joining()));

        forget(0);

        assertThat(phones.messenger.deleted).extracting(List::size).containsExactly(100, 100, 50);
    }

    @Test
    void whatWasCutOffIsGoneOnWithByAnybodyWhoLooks() {
        phones.post.send(person, TEXT);
        phones.messenger.answer =
                call -> call.kind().equals("delete") ? new Outcome.Unknown() : new Outcome.Delivered(7);
        forget(0);
        assertThat(phones.messenger.deleted).isEmpty();

        phones.messenger.answer = call -> new Outcome.Delivered(7);
        chats.tick();
        assertThat(phones.messenger.deleted).as("not before its time").isEmpty();
        bot.makeDue("forgetting");
        chats.tick();

        assertThat(phones.messenger.deleted).hasSize(1);
        assertThat(bot.redis.keys("*forgetting*")).isEmpty();
    }

    @Test
    void whereTelegramRefusesSomeTheOthersGoAllTheSame() {
        phones.post.answering(41).send(person, TEXT);
        phones.messenger.answer = call -> {
            boolean first = phones.messenger.calls.stream()
                            .filter(one -> one.kind().equals("delete"))
                            .count()
                    < 3;
            return call.kind().equals("delete") && first ? new Outcome.Missed() : new Outcome.Delivered(7);
        };

        forget(0);

        // both together, the first alone, the second alone
        assertThat(phones.messenger.deleted).hasSize(1);
        assertThat(phones.messenger.deleted.element()).hasSize(1);
        assertThat(bot.redis.keys("*forgetting*")).isEmpty();
    }

    @Test
    void ofVeryManyTheNewestAreKnown() {
        String old = "1|" + "x".repeat(32) + ",";
        bot.redis.opsForValue().set(SentMessages.key(person), old.repeat(2000));

        phones.post.send(person, TEXT);

        String form = sent.form(person);
        assertThat(form).hasSizeBetween(49_000, 50_100);
        assertThat(sent.read(person, form)).containsExactly(101L);
    }

    @Test
    void theLastWordAndEditsAreNotNoted() {
        phones.post.farewell().send(person, TEXT);
        phones.post.edit(person, 5, TEXT);

        assertThat(bot.redis.keys("*sent*")).isEmpty();
    }

    @Test
    void whatIsNotedLivesForAsLongAsItCanBeDeleted() {
        phones.post.send(person, TEXT);

        assertThat(bot.redis.getExpire(SentMessages.key(person))).isBetween(172_700L, 172_800L);
        sent.erase(person);
        assertThat(bot.redis.keys("*sent*")).isEmpty();
    }

    @Test
    void whatArrivesLateGoesFromTheChatOfWhoLeftAndOfNobodyElse() {
        bot.register("d", 1, 1);
        bot.redis.opsForSet().add(TestBot.key("known"), bot.chat(2).value());

        chats.arrivedLate(person, 1);
        chats.arrivedLate(bot.address(2), 2);
        assertThat(phones.messenger.deleted).isEmpty();

        chats.arrivedLate(bot.address(3), 3);
        assertThat(phones.messenger.deleted).containsExactly(List.of(3L));
        chats.note(person, Language.EN, 0);
        chats.arrivedLate(person, 1);
        assertThat(phones.messenger.deleted).as("who is leaving").containsExactly(List.of(3L), List.of(1L));
    }

    @Test
    void whatArrivesLateAndCannotBeDeletedAtOnceIsTriedAgain() {
        phones.messenger.answer =
                call -> call.kind().equals("delete") ? new Outcome.Unknown() : new Outcome.Delivered(7);
        chats.arrivedLate(person, 7);
        phones.messenger.answer = call -> new Outcome.Delivered(7);
        bot.makeDue("forgetting");

        chats.tick();

        assertThat(phones.messenger.deleted).containsExactly(List.of(7L));
        assertThat(bot.redis.keys("*forgetting*")).isEmpty();
    }

    private void forget(long asking) {
        chats.note(person, Language.EN, asking);
        chats.clear(person, Language.EN);
    }

    private long dispatched() {
        bot.register("d", 1, 1);
        bot.launch("d");
        Lease lease = bot.claimOne();
        String receipt = bot.vault.sealNumber(77, Receipts.place(person, lease.dispatch()));
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, receipt, 0));
        return 77;
    }
}
