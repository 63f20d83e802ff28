package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dabyl.delivery.Handover.End;
import org.dabyl.delivery.Handover.Parcel;
import org.dabyl.delivery.Handover.Registering;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class HandoverTest {

    private static final BotId OTHER = new BotId(8);
    private static final String MOVE = "move";
    private static final String FORM = "kk|a|10||20000";

    private final TestBot bot = new TestBot();
    private final Dispatches both =
            new Dispatches(bot.redis, TestFleet.of(7, 8), bot.texts, bot.bell, Clock.systemUTC());
    private final Handover handover = new Handover(bot.redis, bot.bell, Clock.systemUTC());

    @BeforeEach
    void threeAreRegistered() {
        bot.register("district:a", 1, 3);
        for (long person = 1; person <= 3; person++) {
            bot.redis
                    .opsForHash()
                    .put(TestBot.key("supporters"), bot.chat(person).value(), FORM);
        }
    }

    @Test
    void whatWaitsChangesTheBooksAndTheSumStays() {
        launch();

        move(1);

        assertThat(progress(TestBot.ID).recipients()).isEqualTo(2);
        assertThat(progress(OTHER).waiting()).isEqualTo(1);
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(3);
        assertThat(called(OTHER)).containsExactly(bot.chat(1).value());
        assertThat(called(TestBot.ID)).doesNotContain(bot.chat(1).value());
        audit();
    }

    @Test
    void inBetweenNobodyHasThemAndTheParcelStaysTheSame() {
        launch();
        Parcel parcel = handover.depart(bot.address(1));

        assertThat(handover.depart(bot.address(1))).isEqualTo(parcel);
        assertThat(parcel.form()).contains(FORM);
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(2);
        assertThat(handover.waiting(TestBot.ID)).containsExactly(bot.address(1));
        audit();
    }

    @Test
    void anArrivalIsMadeOnce() {
        launch();
        Parcel parcel = handover.depart(bot.address(1));
        handover.expect(there(1), MOVE);

        Handover.Arrival arrival = handover.arrive(there(1), MOVE, parcel, registering());
        assertThat(handover.arrive(there(1), MOVE, parcel, registering())).isEqualTo(arrival);
        assertThat(handover.expect(there(1), MOVE)).contains(arrival);

        assertThat(progress(OTHER).recipients()).isEqualTo(1);
        audit();
    }

    @Test
    void whoIsNoLongerExpectedDoesNotArrive() {
        launch();
        Parcel parcel = handover.depart(bot.address(1));
        handover.expect(there(1), MOVE);
        handover.erase(there(1));

        assertThat(handover.arrive(there(1), MOVE, parcel, registering()).end()).isEqualTo(End.LEFT);

        assertThat(progress(OTHER).recipients()).isZero();
        assertThat(bot.redis.hasKey(OTHER.key("supporters"))).isFalse();
    }

    @Test
    void aFormThatIsAnotherByNowIsJoinedAgain() {
        Parcel parcel = handover.depart(bot.address(1));
        handover.expect(there(1), MOVE);
        bot.redis.opsForHash().put(OTHER.key("supporters"), bot.chat(1).value(), "ru|y");

        assertThat(handover.arrive(there(1), MOVE, parcel, registering()).end()).isEqualTo(End.AGAIN);
    }

    @Test
    void whatIsLaunchedMeanwhileFindsThemAsTheyArrive() {
        Parcel parcel = handover.depart(bot.address(1));
        launch();

        arrive(1, parcel);

        assertThat(progress(OTHER).waiting()).isEqualTo(1);
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(3);
        assertThat(called(OTHER)).containsExactly(bot.chat(1).value());
        audit();
    }

    @Test
    void whoIsMutedIsNotFound() {
        bot.mute(1);
        Parcel parcel = handover.depart(bot.address(1));
        launch();

        arrive(1, parcel);

        assertThat(progress(OTHER).recipients()).isZero();
    }

    @Test
    void aLaunchThatIsStillToComeLeavesOutWhoWasReachedAtTheOldBot() {
        Function<BotId, Audience> everyone = someBot -> Audience.of(someBot.key("district:a"), List.of());
        new Launch(bot.redis, Clock.systemUTC())
                .run(
                        TestBot.ID,
                        TestBot.dispatch(TestBot.CALL, Priority.CALL),
                        texts(),
                        everyone.apply(TestBot.ID),
                        true);
        bot.claim().forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, "", 0)));

        move(1);
        both.launch(TestBot.dispatch(TestBot.CALL, Priority.CALL), everyone);

        assertThat(progress(OTHER).recipients()).isZero();
        assertThat(bot.redis.hasKey(OTHER.key("elsewhere"))).isFalse();
    }

    @Test
    void aLaunchThatIsStillToComeCallsWhoWasNotReachedAtTheOldBot() {
        new Launch(bot.redis, Clock.systemUTC())
                .run(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL), texts(), audience(TestBot.ID), true);

        assertThat(move(1)).containsExactly(TestBot.CALL);
        launch();

        assertThat(progress(OTHER).waiting()).isEqualTo(1);
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(3);
        audit();
    }

    @Test
    void whatIsBeingSentStaysUnlessTheBotIsOutOfService() {
        launch();
        bot.claim();

        move(1);
        assertThat(progress(TestBot.ID).leased()).isEqualTo(3);
        assertThat(progress(OTHER).recipients()).isZero();

        TestOutages.create().begin(TestBot.ID, Instant.EPOCH);
        move(2);
        assertThat(progress(TestBot.ID).leased()).isEqualTo(2);
        assertThat(progress(OTHER).waiting()).isEqualTo(1);
        audit();
    }

    @Test
    void whatTheOldBotDoesNotBringToAnEndIsOwed() {
        owedAfter(lease -> Settle.Booking.gone(lease, 0));
    }

    @Test
    void soIsWhatItCannotBringThere() {
        owedAfter(lease -> Settle.Booking.failed(lease, 0));
    }

    @Test
    void soIsWhatItIsRefused() {
        owedAfter(lease -> Settle.Booking.declined(lease, "odd", 0));
    }

    private void owedAfter(Function<Lease, Settle.Booking> booking) {
        launch();
        List<Lease> leases = bot.claim();
        move(1);

        bot.settle.run(TestBot.ID, booking.apply(leaseOf(leases, 1)));
        bot.makeDue("leases");
        bot.claim();
        assertThat(handover.waiting(TestBot.ID)).containsExactly(bot.address(1));
        move(1);

        assertThat(progress(OTHER).waiting()).isEqualTo(1);
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(3);
        assertThat(handover.waiting(TestBot.ID)).isEmpty();
        audit();
    }

    @Test
    void whoComesBackWhileACallIsUnderWayIsCalledOnce() {
        launch();
        List<Lease> leases = bot.claim();
        move(1);

        moveBack(1);
        assertThat(progress(TestBot.ID).recipients()).isEqualTo(3);
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leaseOf(leases, 1), "receipt", 0));

        assertThat(bot.claim()).isEmpty();
        assertThat(both.progress(TestBot.CALL).recipients()).isEqualTo(3);
        audit();
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotSentByTheOther() {
        launch();
        new Withdraw(bot.redis).run(OTHER, TestBot.CALL);

        move(1);

        assertThat(progress(OTHER)).returns(1L, Progress::recipients).returns(1L, Progress::withdrawn);
        assertThat(bot.redis.opsForSet().members(Dispatches.withdrawn(OTHER, TestBot.CALL)))
                .containsExactly(bot.chat(1).value());
        audit();
    }

    @Test
    void whoWasTakenBackIsKnownToBeSoAtTheOther() {
        launch();
        both.withdraw(TestBot.CALL);

        move(1);

        assertThat(bot.redis.opsForSet().members(Dispatches.withdrawn(OTHER, TestBot.CALL)))
                .containsExactly(bot.chat(1).value());
        audit();
    }

    private void launch() {
        both.launch(TestBot.dispatch(TestBot.CALL, Priority.CALL), HandoverTest::audience);
    }

    private static Audience audience(BotId of) {
        return new Audience(List.of(List.of(of.key("district:a"))), List.of(), of.key("called"));
    }

    private Map<Language, String> texts() {
        return bot.texts.seal(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL));
    }

    private Set<DispatchId> move(long person) {
        return arrive(person, handover.depart(bot.address(person)));
    }

    private Set<DispatchId> arrive(long person, Parcel parcel) {
        handover.expect(there(person), MOVE);
        Registering registering = parcel.form().isPresent() ? registering() : Registering.NOBODY;
        Set<DispatchId> owed =
                handover.arrive(there(person), MOVE, parcel, registering).owed();
        handover.delivered(bot.address(person), there(person));
        return owed;
    }

    private void moveBack(long person) {
        Parcel parcel = handover.depart(there(person));
        handover.expect(bot.address(person), MOVE);
        handover.arrive(
                bot.address(person), MOVE, parcel, new Registering("", FORM, List.of(TestBot.key("district:a"))));
        handover.delivered(there(person), bot.address(person));
    }

    private static Registering registering() {
        return new Registering("", FORM, List.of(OTHER.key("district:a")));
    }

    private Lease leaseOf(List<Lease> leases, long person) {
        SealedId chat = bot.chat(person);
        return leases.stream()
                .filter(lease -> lease.chat().equals(chat))
                .findFirst()
                .orElseThrow();
    }

    private Address there(long person) {
        return new Address(OTHER, bot.chat(person));
    }

    private Progress progress(BotId of) {
        return new ReadProgress(bot.redis).run(of, TestBot.CALL);
    }

    private Set<String> called(BotId of) {
        return bot.redis.opsForSet().members(of.key("called"));
    }

    private void audit() {
        assertThat(new Count(bot.redis).run(TestBot.ID)).allMatch(Count.Counted::balanced);
        assertThat(new Count(bot.redis).run(OTHER)).allMatch(Count.Counted::balanced);
    }
}
