package org.dabyl.telegram;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Rank;
import org.dabyl.delivery.Address;
import org.dabyl.telegram.Batch.Unread;
import org.springframework.dao.DataAccessException;

/**
 * Turns away, before anything is written out, sealed or stored, what nobody would listen to: who floods the bot costs it no more
 * than the reading of what they sent. So a flood leaves Telegram's queue as fast as it comes, and no organiser stands behind it.
 */
record Door(Hearing hearing, Listener listener, Lanes lanes) {

    private record Caller(Unread update, Heard heard) {

        boolean matches(Predicate<Address> people) {
            return heard.who().filter(people).isPresent();
        }
    }

    /** What comes in: everything, but for those who are not listened to, and in a crowd of strangers what of theirs does not count. */
    List<Unread> admit(List<Unread> updates) {
        boolean crowded = lanes.crowded();
        boolean flooded = lanes.inflow().floods();
        boolean waiting = flooded || lanes.waiting();
        if (!crowded && !waiting && !listener.deafToSome()) {
            return updates;
        }
        List<Caller> callers = updates.stream()
                .map(update -> new Caller(update, hearing.hear(update.id(), update.tree())))
                .filter(caller -> !deaf(listener, caller.heard()))
                .toList();
        List<Caller> patient = waiting ? withoutHasty(callers, !flooded) : callers;
        List<Unread> admitted = (crowded ? withoutStrangers(patient) : patient)
                .stream().map(Caller::update).toList();
        // who comes in is counted where they are read, whichever instance they came to
        lanes.inflow().came(updates.size() - admitted.size());
        return admitted;
    }

    private List<Caller> withoutHasty(List<Caller> callers, boolean patience) {
        List<Caller> hasty = callers.stream()
                .filter(caller -> hasty(caller.heard(), patience))
                .toList();
        if (hasty.isEmpty()) {
            return callers;
        }
        try {
            Map<Address, Rank> ranks = listener.ranks(people(hasty));
            Map<Long, Caller> heldOff = hasty.stream()
                    .filter(caller -> !caller.matches(who -> ranks.get(who) == Rank.ORGANISER))
                    .collect(Collectors.toMap(caller -> caller.update().id(), caller -> caller, (one, same) -> one));
            heldOff.values().forEach(caller -> holdOff(listener, caller.heard()));
            return callers.stream()
                    .filter(caller -> !heldOff.containsKey(caller.update().id()))
                    .toList();
        } catch (DataAccessException e) {
            // who they are cannot be asked now
            return callers;
        }
    }

    private static Set<Address> people(Collection<Caller> callers) {
        return callers.stream().flatMap(caller -> caller.heard().who().stream()).collect(Collectors.toSet());
    }

    private List<Caller> withoutStrangers(List<Caller> callers) {
        try {
            Set<Address> strangers =
                    people(callers.stream().filter(caller -> !counts(caller)).toList());
            if (!strangers.isEmpty()) {
                Map<Address, Rank> ranks = listener.ranks(strangers);
                strangers.removeIf(who -> ranks.getOrDefault(who, Rank.STRANGER) != Rank.STRANGER);
            }
            strangers.forEach(listener::passedOver);
            return callers.stream()
                    .filter(caller -> counts(caller) || !caller.matches(strangers::contains))
                    .toList();
        } catch (DataAccessException e) {
            // who they are cannot be asked now: storing them fails as well, and they are told
            return callers;
        }
    }

    static boolean deaf(Listener listener, Heard heard) {
        return switch (heard) {
            case Heard.Speech speech -> listener.deaf(speech.incoming());
            case Heard.Public happened ->
                happened.event() instanceof InPublic.Pressed pressed && listener.deaf(pressed);
            case Heard.IdlePress press -> false;
            case Heard.Silence silence -> false;
        };
    }

    private boolean hasty(Heard heard, boolean patience) {
        return switch (heard) {
            case Heard.Speech speech -> listener.hasty(speech.incoming(), patience);
            case Heard.Public happened ->
                happened.event() instanceof InPublic.Pressed pressed && listener.hasty(pressed, patience);
            case Heard.IdlePress press -> false;
            case Heard.Silence silence -> false;
        };
    }

    static void holdOff(Listener listener, Heard heard) {
        if (heard instanceof Heard.Speech speech) {
            listener.holdOff(speech.incoming());
        } else if (heard instanceof Heard.Public happened && happened.event() instanceof InPublic.Pressed press) {
            listener.holdOff(press);
        }
    }

    private boolean counts(Caller caller) {
        return counts(listener, caller.heard(), Rank.STRANGER);
    }

    /** Whether it counts among however many of this rank. */
    static boolean counts(Listener listener, Heard heard, Rank rank) {
        return switch (heard) {
            case Heard.Speech speech -> listener.counts(speech.incoming(), rank);
            case Heard.Public happened -> true;
            case Heard.IdlePress press -> true;
            case Heard.Silence silence -> true;
        };
    }
}
