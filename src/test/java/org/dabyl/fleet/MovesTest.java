package org.dabyl.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.Trace;
import org.dabyl.delivery.Trace.Turn;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Invitations;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.Supporter;
import org.dabyl.turnout.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.ConcurrencyFailureException;

@ExtendWith(TestRedis.class)
class MovesTest {

    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan");
    private static final Address OLD = person(7, 1);
    private static final Address NEW = person(8, 1);
    private static final BotId EIGHT = NEW.bot();

    private final Crossing crossing = new Crossing();

    @Test
    void whoSpeaksToAnotherBotBringsEverything() {
        crossing.scene.register(OLD, "ulzhan");
        crossing.scene.register(OLD, "shanyrak-1");
        crossing.scene.supporters.change(
                OLD, known -> known.within(10).toggling(Skill.CAR).speaking(Language.EN));
        crossing.scene.supporters.mute(OLD, crossing.scene.clock.instant().plus(Duration.ofHours(8)));
        Supporter before = crossing.scene.supporters.find(OLD).orElseThrow();

        assertThat(crossing.moves.speaks(NEW, false)).isTrue();

        assertThat(crossing.scene.supporters.find(NEW)).contains(before);
        assertThat(crossing.scene.supporters.mutedUntil(NEW)).isPresent();
        assertThat(crossing.scene.supporters.find(OLD)).isEmpty();
        assertThat(crossing.scene.supporters.mutedUntil(OLD)).isEmpty();
        assertThat(crossing.moves.speaks(NEW, true)).as("at home").isFalse();
    }

    @Test
    void whatPeopleAreFoundByIsErasedFirstAndWhatIsSentToThemLast() {
        List<Turn> erased = new ArrayList<>();
        for (Turn turn : List.of(Turn.LAST, Turn.USUAL, Turn.FIRST)) {
            crossing.alsoKeeps(new Trace() {
                @Override
                public void erase(Address person) {
                    erased.add(turn);
                }

                @Override
                public Turn turn() {
                    return turn;
                }
            });
        }

        crossing.moves.departs(OLD);

        assertThat(erased)
                .as("at both bots")
                .containsExactly(Turn.FIRST, Turn.USUAL, Turn.LAST, Turn.FIRST, Turn.USUAL, Turn.LAST);
        assertThat(crossing.scene.supporters.turn()).isEqualTo(Turn.FIRST);
        assertThat(crossing.scene.delivery.erase().turn()).isEqualTo(Turn.LAST);
    }

    @Test
    void whoIsAtHomeOrNewIsNotMoved() {
        crossing.scene.register(OLD, "ulzhan");

        assertThat(crossing.moves.speaks(OLD, true)).isFalse();
        assertThat(crossing.moves.speaks(person(8, 2), false)).isFalse();
        assertThat(TestRedis.template().hasKey("{8}:known")).isFalse();
    }

    @Test
    void whoMovesIsCalledOnceBeforeWhileAndAfter() {
        crossing.scene.register(OLD, "ulzhan");
        Alert first = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(first);
        List<TestDelivery.Read> read = new ArrayList<>(crossing.scene.deliver());
        Alert second = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(second);

        crossing.moves.speaks(NEW, false);
        crossing.scene.calls.launch(crossing.scene.raise("ulzhan"));
        read.addAll(crossing.scene.deliver());

        assertThat(crossing.readBy(OLD, read)).containsExactly("7: card 1", "8: card 2", "8: card 3");
        assertThat(crossing.count(first)).containsExactly(1L, 1L, 0L);
        assertThat(crossing.count(second)).as("the sum over the fleet stays").containsExactly(1L, 1L, 0L);
        audit();
    }

    @Test
    void whatAnUnfinishedCallOfTheOldBotLeavesBehindIsSentByTheNewOne() {
        crossing.scene.register(OLD, "ulzhan");
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.scene.delivery.lease(OLD.bot());
        crossing.moves.speaks(NEW, false);
        assertThat(crossing.scene.deliver()).as("the old bot's lease holds").isEmpty();

        crossing.scene.delivery.expire(OLD.bot());
        assertThat(crossing.scene.deliver()).isEmpty();
        crossing.moves.tick();

        assertThat(crossing.readBy(OLD, crossing.scene.deliver())).containsExactly("8: card 1");
        assertThat(crossing.count(alert)).containsExactly(1L, 1L, 0L);
        audit();
    }

    @Test
    void newsAndTheEndComeThroughTheNewBot() {
        crossing.scene.register(OLD, "ulzhan");
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.scene.deliver();

        crossing.moves.speaks(NEW, false);
        crossing.scene.news(alert, "1", "north gate");
        crossing.scene.standDown(alert);

        assertThat(crossing.readBy(OLD, crossing.scene.deliver()))
                .containsExactlyInAnyOrder("8: news 1: north gate", "8: over 1");
    }

    @Test
    void aLateCallThatWaitsIsMadeByTheNewBot() {
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.scene.join(OLD, "ulzhan", 5);

        crossing.moves.speaks(NEW, false);

        assertThat(crossing.readBy(OLD, crossing.scene.deliver())).containsExactly("8: card 1");
        audit();
    }

    @Test
    void anAnswerCountsOnceAndCanBeChangedAtTheNewBot() {
        crossing.scene.register(OLD, "ulzhan");
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.answers.record(alert.id(), OLD, new Answer.Coming(10), 900);

        crossing.moves.speaks(NEW, false);

        assertThat(crossing.answers.tally(alert.id()).answered()).isEqualTo(1);
        assertThat(crossing.answers.of(NEW, alert.id())).contains(new Answer.Coming(10));
        assertThat(crossing.scene.calls.called(NEW, alert.id())).isTrue();
        // each bot numbers its updates for itself
        crossing.answers.record(alert.id(), NEW, Answer.parse("no").orElseThrow(), 3);
        assertThat(crossing.answers.tally(alert.id()).cannot()).isEqualTo(1);
        assertThat(crossing.answers.tally(alert.id()).answered()).isEqualTo(1);
    }

    @Test
    void anOrganiserMovesWithTheirRights() {
        Invitations invitations = TestOrganisers.invitations(crossing.organisers);
        Organiser before = invitations
                .redeem(invitations.forDistrict(ULZHAN, TestOrganisers.owner()), OLD, Language.KK)
                .orElseThrow();

        crossing.moves.speaks(NEW, false);

        assertThat(crossing.organisers.find(OLD)).isEmpty();
        assertThat(crossing.organisers.find(NEW)).contains(new Organiser(NEW, Language.KK, false, before.districts()));
    }

    @Test
    void aMoveThatIsCutOffAnywhereIsFinishedAndCallsOnce() {
        int calls = 0;
        while (cutBefore(calls)) {
            calls++;
        }
        assertThat(calls).as("calls of a move to Redis").isGreaterThan(12);
    }

    /** Cuts a move before one of its calls to Redis; whether there was such a call. */
    private boolean cutBefore(int call) {
        TestRedis.flush();
        crossing.scene.register(OLD, "ulzhan");
        Alert running = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(running);
        crossing.scene.launched(running);
        crossing.answers.record(running.id(), OLD, new Answer.Coming(10), 900);
        boolean cut = TestRedis.killed(call, () -> crossing.moves.speaks(NEW, false));

        Alert meanwhile = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(meanwhile);
        crossing.scene.launched(meanwhile);
        crossing.scene.news(running, "1", "north gate");
        List<TestDelivery.Read> read = new ArrayList<>(crossing.scene.deliver());
        crossing.scene.clock.pass(Journal.CUT_OFF.plusSeconds(1));
        crossing.moves.tick();
        // where nothing had begun, Telegram brings their words again
        crossing.moves.speaks(NEW, false);
        read.addAll(crossing.scene.deliver());

        assertThat(crossing.readBy(OLD, read).stream().map(text -> text.substring(3)))
                .as("cut before call %d", call)
                .containsExactlyInAnyOrder("card 1", "news 1: north gate", "card 2");
        assertThat(crossing.scene.supporters.reach(Set.of(ULZHAN))).isEqualTo(1);
        assertThat(crossing.scene.supporters.find(NEW)).isPresent();
        assertThat(crossing.answers.tally(running.id()).answered()).isEqualTo(1);
        assertThat(crossing.count(running)).containsExactly(1L, 1L, 0L);
        assertThat(crossing.count(meanwhile)).containsExactly(1L, 1L, 0L);
        assertThat(crossing.leftOver()).isEmpty();
        audit();
        return cut;
    }

    @Test
    void onePersonMovesOnceAtATime() {
        crossing.scene.register(OLD, "ulzhan");
        crossing.journal.begin(OLD, EIGHT);

        assertThatThrownBy(() -> crossing.moves.speaks(NEW, false)).isInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void whoBlocksABotOfEarlierStaysRegistered() {
        crossing.scene.register(OLD, "ulzhan");
        crossing.moves.speaks(NEW, false);

        crossing.moves.departs(OLD);

        assertThat(crossing.scene.supporters.find(NEW)).isPresent();
        assertThat(TestRedis.template().hasKey("{7}:known")).isFalse();
    }

    @Test
    void whoBlocksTheirOwnBotIsErasedAtEveryBot() {
        crossing.scene.register(OLD, "ulzhan");
        Alert alert = crossing.scene.raise("ulzhan");
        crossing.scene.calls.launch(alert);
        crossing.scene.deliver();
        crossing.moves.speaks(NEW, false);
        crossing.scene.news(alert, "1", "north gate");

        crossing.moves.departs(NEW);

        assertThat(Contents.read()).doesNotContain(OLD.chat().value());
    }

    @Test
    void whoLeavesWhileTheyAreMovedHasLeft() {
        crossing.scene.register(OLD, "ulzhan");
        Belongings leaving = (from, to) -> crossing.erase(from);

        crossing.moves(List.of(leaving)).speaks(NEW, false);

        assertThat(Contents.read()).doesNotContain(OLD.chat().value());
    }

    @Test
    void whoBlocksTheOldBotWhileTheyMoveIsNotForgotten() {
        crossing.scene.register(OLD, "ulzhan");
        Belongings blocking = (from, to) ->
                assertThatThrownBy(() -> crossing.moves.departs(from)).isInstanceOf(ConcurrencyFailureException.class);

        crossing.moves(List.of(blocking)).speaks(NEW, false);

        assertThat(crossing.scene.supporters.find(NEW)).isPresent();
    }

    private void audit() {
        TestDelivery.audited(TestRedis.template(), OLD.bot());
        TestDelivery.audited(TestRedis.template(), NEW.bot());
    }
}
