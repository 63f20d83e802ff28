package org.dabyl.conversation;

import org.dabyl.delivery.Address;
import org.dabyl.delivery.Departures;
import org.dabyl.fleet.Moves;
import org.dabyl.vault.AppendOnlyFile;
import org.springframework.stereotype.Component;

/** Erases a person everywhere: on {@code /leave}, and when they block the bot that they are at home at. */
@Component
final class Forgetting implements Departures {

    private final Moves moves;
    private final AppendOnlyFile file;

    Forgetting(Moves moves, AppendOnlyFile file) {
        this.moves = moves;
        this.file = file;
    }

    @Override
    public void departed(Address person) {
        moves.departs(person);
        file.rewriteSoon();
    }
}
