package org.dabyl.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.Calls;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Trace;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.timetable.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves people, with everything that is theirs, to the bot that they last spoke to.
 *
 * <p>The bots' keys lie in different slots, so a move is several steps: first the person is registered at both bots, then what is
 * theirs is brought, then the old bot forgets them. Each step may run again, and one cut off is finished by any instance.
 */
@Component
public class Moves implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private final Homes homes;
    private final Roll roll;
    private final Journal journal;
    private final Acquaintances acquaintances;
    private final Supporters supporters;
    private final Calls calls;
    private final Dispatches dispatches;
    private final ObjectProvider<Belongings> belongings;
    private final ObjectProvider<Trace> traces;

    Moves(
            Homes homes,
            Roll roll,
            Journal journal,
            Acquaintances acquaintances,
            Supporters supporters,
            Calls calls,
            Dispatches dispatches,
            ObjectProvider<Belongings> belongings,
            ObjectProvider<Trace> traces) {
        this.homes = homes;
        this.roll = roll;
        this.journal = journal;
        this.acquaintances = acquaintances;
        this.supporters = supporters;
        this.calls = calls;
        this.dispatches = dispatches;
        this.belongings = belongings;
        this.traces = traces;
    }

    /**
     * The person speaks here, and is at home here from now on; whether they were at another bot before.
     *
     * @param everywhere whether to look also where they seem to be at home here
     * @throws ConcurrencyFailureException where they are being moved right now: try again
     */
    public boolean speaks(Address here, boolean everywhere) {
        List<Address> before = homes.elsewhere(here, everywhere);
        before.forEach(there -> move(there, here.bot()));
        return !before.isEmpty();
    }

    /** The person cannot be reached by this bot any more: forgotten everywhere, unless they are at home at another. */
    public void departs(Address person) {
        if (homes.elsewhere(person, false).isEmpty()) {
            eraseEverywhere(person);
        } else {
            acquaintances.erase(person);
        }
    }

    /** Moves one person; a move of theirs that was cut off is finished first. */
    void move(Address from, BotId to) {
        Journal.Entry move = journal.begin(from, to);
        carry(move);
        if (!move.from().equals(from) || !move.to().equals(to)) {
            move(from, to);
        }
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Finishes what was cut off, and hands on what an old bot still had to send. */
    @Override
    public void tick() {
        finish();
        roll.bots().forEach(bot -> dispatches.leaving(bot).forEach(this::follow));
    }

    private void follow(Address from) {
        homes.elsewhere(from, false).stream().findFirst().ifPresent(home -> {
            calls.bring(from, home);
            supporters.find(home).ifPresent(known -> calls.moved(home, known.districts()));
        });
    }

    private void finish() {
        for (Journal.Entry cut : journal.cutOff()) {
            try {
                carry(journal.begin(cut.from(), cut.to()));
                LOG.info(
                        "A move to bot {} that was cut off is finished",
                        cut.to().value());
            } catch (ConcurrencyFailureException e) {
                LOG.debug("Another instance finishes a move");
            }
        }
    }

    private void carry(Journal.Entry move) {
        Address from = move.from();
        Address to = move.there();
        Optional<Supporter> supporter = supporters.bring(from, to);
        belongings.forEach(some -> {
            journal.check(move);
            some.bring(from, to);
        });
        journal.check(move);
        // known first: what the old bot still finds to send to somebody it knows goes to the other
        acquaintances.add(from);
        supporters.erase(from);
        acquaintances.erase(to);
        supporter.ifPresent(known -> calls.moved(to, known.districts()));
        if (journal.end(move) == Journal.End.LEFT) {
            // whoever left in the middle has left
            eraseEverywhere(to);
        }
    }

    private void eraseEverywhere(Address person) {
        for (BotId bot : roll.bots()) {
            Address there = new Address(bot, person.chat());
            traces.forEach(trace -> trace.erase(there));
        }
    }
}
