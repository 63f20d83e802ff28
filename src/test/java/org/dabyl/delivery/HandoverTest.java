package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class HandoverTest {

    private static final BotId OTHER = new BotId(8);

    private final TestBot bot = new TestBot();
    private final Handover handover = new Handover(bot.redis);

    @BeforeEach
    void threeAreCalled() {
        bot.register("district:a", 1, 3);
        bot.launch("district:a");
    }

    @Test
    void whatWaitsChangesTheBooksAndTheSumStays() {
        launchOnOther();

        assertThat(handover.run(bot.address(1), there(1))).isEmpty();

        assertThat(bot.progress().recipients()).isEqualTo(2);
        assertThat(other().waiting()).isEqualTo(1);
        assertThat(other().recipients()).isEqualTo(1);
        audit();
    }

    @Test
    void whatWasPackedIsFoundAgainUntilItIsErased() {
        launchOnOther();
        handover.run(bot.address(1), there(1));

        handover.run(bot.address(1), there(1));

        assertThat(other().recipients()).isEqualTo(1);
        assertThat(handover.leaving(TestBot.ID)).containsExactly(bot.address(1));
        handover.erase(bot.address(1));
        assertThat(handover.leaving(TestBot.ID)).isEmpty();
        audit();
    }

    @Test
    void aDispatchThatTheOtherDoesNotKnowIsNamed() {
        assertThat(handover.run(bot.address(1), there(1))).containsExactly(TestBot.CALL);
        assertThat(bot.progress().recipients()).isEqualTo(2);
        audit();
    }

    @Test
    void whatIsBeingSentStaysUnlessTheBotIsOutOfService() {
        launchOnOther();
        SealedId chat = bot.claimOne().chat();

        handover.run(new Address(TestBot.ID, chat), new Address(OTHER, chat));
        assertThat(bot.progress().leased()).isEqualTo(1);
        assertThat(other().recipients()).isZero();

        TestOutages.create().begin(TestBot.ID, Instant.EPOCH);
        handover.run(new Address(TestBot.ID, chat), new Address(OTHER, chat));
        assertThat(bot.progress().leased()).isZero();
        assertThat(other().waiting()).isEqualTo(1);
        audit();
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotSentByTheOther() {
        launchOnOther();
        new Withdraw(bot.redis).run(OTHER, TestBot.CALL);

        handover.run(bot.address(1), there(1));

        assertThat(other()).returns(1L, Progress::recipients).returns(1L, Progress::withdrawn);
        audit();
    }

    private void launchOnOther() {
        Audience nobody = new Audience(List.of(List.of(OTHER.key("district:a"))), List.of(), "");
        bot.dispatches.launch(OTHER, TestBot.dispatch(TestBot.CALL, Priority.CALL), nobody);
    }

    private Address there(long person) {
        return new Address(OTHER, bot.chat(person));
    }

    private Progress other() {
        return new ReadProgress(bot.redis).run(OTHER, TestBot.CALL);
    }

    private void audit() {
        assertThat(new Count(bot.redis).run(TestBot.ID)).allMatch(Count.Counted::balanced);
        assertThat(new Count(bot.redis).run(OTHER)).allMatch(Count.Counted::balanced);
    }
}
