package org.dabyl.telegram;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Listener;
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
        if (!crowded && !listener.deafToSome()) {
            return updates;
        }
        List<Caller> callers = updates.stream()
                .map(update -> new Caller(update, hearing.hear(update.id(), update.tree())))
                .filter(caller -> !deaf(listener, caller.heard()))
                .toList();
        List<Unread> admitted = (crowded ? withoutStrangers(callers) : callers)
                .stream().map(Caller::update).toList();
        // who comes in is counted where they are read, whichever instance they came to
        lanes.inflow().came(updates.size() - admitted.size());
        return admitted;
    }

    private List<Caller> withoutStrangers(List<Caller> callers) {
        try {
            Set<Address> maybe = callers.stream()
                    .filter(caller -> !counts(listener, caller.heard()))
                    .flatMap(caller -> caller.heard().who().stream())
                    .collect(Collectors.toSet());
            Set<Address> known = maybe.isEmpty() ? maybe : listener.known(maybe);
            maybe.removeAll(known);
            maybe.forEach(listener::passedOver);
            return callers.stream()
                    .filter(caller -> counts(listener, caller.heard()) || !caller.matches(maybe::contains))
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

    /** Whether it counts among however many strangers. */
    static boolean counts(Listener listener, Heard heard) {
        return switch (heard) {
            case Heard.Speech speech -> listener.counts(speech.incoming());
            case Heard.Public happened -> true;
            case Heard.IdlePress press -> true;
            case Heard.Silence silence -> true;
        };
    }
}
