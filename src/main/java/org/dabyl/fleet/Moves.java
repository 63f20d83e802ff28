package org.dabyl.fleet;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Calls;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Handover;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
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
 * <p>The bots' keys lie in different slots, so a move is several steps: the old bot lets the person go, at one moment; what else is
 * theirs is brought; the new bot takes them in, at one moment and once. Each step may run again, and a move that is cut off is
 * finished by any instance. Until then nobody calls the person: accepted, for being at home at two bots would call them twice, and
 * whatever is launched meanwhile reaches them as they arrive.
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
    private final Handover handover;
    private final ObjectProvider<Belongings> belongings;
    private final ObjectProvider<Trace> traces;

    Moves(
            Homes homes,
            Roll roll,
            Journal journal,
            Acquaintances acquaintances,
            Supporters supporters,
            Calls calls,
            Handover handover,
            ObjectProvider<Belongings> belongings,
            ObjectProvider<Trace> traces) {
        this.homes = homes;
        this.roll = roll;
        this.journal = journal;
        this.acquaintances = acquaintances;
        this.supporters = supporters;
        this.calls = calls;
        this.handover = handover;
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
        if (homes.alone()) {
            return false;
        }
        // whoever is between two bots is registered at neither
        Optional<Journal.Entry> cut = homes.registered(here) ? Optional.empty() : journal.find(here.chat());
        cut.ifPresent(move -> move(move.from(), move.to()));
        List<Address> before = homes.elsewhere(here, everywhere);
        before.forEach(there -> move(there, here.bot()));
        return cut.isPresent() || !before.isEmpty();
    }

    /**
     * The person cannot be reached by this bot any more: forgotten everywhere, unless they are at home at another.
     *
     * @throws ConcurrencyFailureException where they are being moved right now: try again
     */
    public void departs(Address person) {
        if (!homes.alone()
                && !homes.registered(person)
                && journal.find(person.chat()).isPresent()) {
            throw new ConcurrencyFailureException("a person is being moved");
        }
        if (homes.elsewhere(person, false).isEmpty()) {
            eraseEverywhere(person);
        } else {
            acquaintances.erase(person);
        }
    }

    /**
     * Moves one person.
     *
     * @throws ConcurrencyFailureException where they are being moved, or another move of theirs had to be finished first: try again
     */
    void move(Address from, BotId to) {
        Journal.Entry move = journal.begin(from, to);
        carry(move);
        if (!move.from().equals(from) || !move.to().equals(to)) {
            throw new ConcurrencyFailureException("a person was moved elsewhere");
        }
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** Finishes what was cut off, and hands on what an old bot still had to send. */
    @Override
    public void tick() {
        if (!homes.alone()) {
            finish();
            roll.bots().forEach(bot -> handover.waiting(bot).forEach(this::follow));
        }
    }

    private void follow(Address from) {
        Optional<BotId> home =
                homes.elsewhere(from, false).stream().map(Address::bot).findFirst();
        if (home.isEmpty() && handover.parcel(from).isPresent()) {
            // left by an attempt that woke up after another had ended the move
            home = Optional.of(from.bot());
        }
        try {
            home.ifPresent(bot -> move(from, bot));
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Who is owed something is being moved");
        }
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
        Address there = move.there();
        Handover.Arrival arrival =
                handover.expect(there, move.name()).orElseGet(() -> bring(move, handover.depart(move.from())));
        if (arrival.end() == Handover.End.ARRIVED) {
            handover.parcel(move.from()).ifPresent(parcel -> callFor(there, parcel, arrival));
            handover.delivered(move.from(), there);
        }
        if (journal.end(move) == Journal.End.LEFT) {
            // whoever left in the middle has left
            eraseEverywhere(there);
        }
    }

    private Handover.Arrival bring(Journal.Entry move, Handover.Parcel parcel) {
        if (!move.from().equals(move.there())) {
            // before they arrive and speak, for what they say then is newer
            belongings.forEach(some -> {
                journal.check(move);
                some.bring(move.from(), move.there());
            });
        }
        journal.check(move);
        return arrive(move, parcel);
    }

    private void callFor(Address there, Handover.Parcel parcel, Handover.Arrival arrival) {
        Set<DistrictCode> districts =
                supporters.find(there).map(Supporter::districts).orElse(Set.of());
        calls.arrived(there, districts, arrival.owed(), parcel.called());
    }

    private Handover.Arrival arrive(Journal.Entry move, Handover.Parcel parcel) {
        Handover.Arrival arrival;
        do {
            Handover.Registering registering = parcel.form()
                    .map(form -> supporters.joining(form, move.there()))
                    .orElse(Handover.Registering.NOBODY);
            arrival = handover.arrive(move.there(), move.name(), parcel, registering);
        } while (arrival.end() == Handover.End.AGAIN);
        return arrival;
    }

    private void eraseEverywhere(Address person) {
        List<Address> everywhere =
                roll.bots().stream().map(bot -> new Address(bot, person.chat())).toList();
        // first, so that nobody arrives behind those who erase
        everywhere.forEach(handover::erase);
        List<Trace> turns =
                traces.stream().sorted(Comparator.comparing(Trace::turn)).toList();
        everywhere.forEach(there -> turns.forEach(trace -> trace.erase(there)));
    }
}
