package org.dabyl.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.ConcurrencyFailureException;

@ExtendWith(TestRedis.class)
class JournalTest {

    private static final Address AIGUL = person(7, 1);
    private static final BotId EIGHT = new BotId(8);

    private final SettableClock clock = new SettableClock();
    private final Journal journal = new Journal(TestRedis.template(), clock);

    @Test
    void oneMoveAtATime() {
        Journal.Entry move = journal.begin(AIGUL, EIGHT);

        assertThatThrownBy(() -> journal.begin(AIGUL, EIGHT)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(journal.end(move)).isEqualTo(Journal.End.MOVED);
        assertThat(journal.begin(AIGUL, EIGHT)).isNotNull();
    }

    @Test
    void oneThatWasCutOffIsTakenOverAsItBegan() {
        Journal.Entry cut = journal.begin(AIGUL, EIGHT);
        assertThat(journal.cutOff()).isEmpty();
        clock.pass(Journal.CUT_OFF.plusMillis(1));

        assertThat(journal.cutOff()).containsExactly(cut);
        Journal.Entry again = journal.begin(person(9, 1), new BotId(7));

        assertThat(again.from()).isEqualTo(AIGUL);
        assertThat(again.to()).isEqualTo(EIGHT);
        assertThat(journal.end(cut)).isEqualTo(Journal.End.TAKEN_OVER);
        assertThat(again.name()).isEqualTo(cut.name());
        assertThat(journal.end(again)).isEqualTo(Journal.End.MOVED);
        assertThat(journal.end(cut)).as("has left nobody behind").isEqualTo(Journal.End.TAKEN_OVER);
    }

    @Test
    void whoIsSlowStopsBeforeAnotherTakesOver() {
        Journal.Entry slow = journal.begin(AIGUL, EIGHT);
        clock.pass(Duration.ofSeconds(8));

        assertThatThrownBy(() -> journal.check(slow)).isInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void whoLeftIsNoLongerMoved() {
        Journal.Entry move = journal.begin(AIGUL, EIGHT);

        journal.erase(AIGUL);

        assertThat(journal.end(move)).isEqualTo(Journal.End.LEFT);
        assertThat(journal.find(AIGUL.chat())).isEmpty();
    }

    @Test
    void whoeverTakesAMoveOverKnowsThatThePersonHasLeft() {
        journal.begin(AIGUL, EIGHT);
        journal.erase(AIGUL);
        clock.pass(Journal.CUT_OFF.plusMillis(1));

        assertThat(journal.end(journal.begin(AIGUL, EIGHT))).isEqualTo(Journal.End.LEFT);
    }

    @Test
    void whoIsNotMovedLeavesNothingBehind() {
        journal.erase(AIGUL);

        assertThat(TestRedis.template().hasKey("{dabyl}:moves")).isFalse();
    }
}
