package org.dabyl.fleet;

import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.organiser.Organisers;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** At which bot a person is at home. */
@Component
class Homes {

    private final Roll roll;
    private final Supporters supporters;
    private final Organisers organisers;

    Homes(Roll roll, Supporters supporters, Organisers organisers) {
        this.roll = roll;
        this.supporters = supporters;
        this.organisers = organisers;
    }

    /** Whether the person is registered at this bot. */
    boolean registered(Address here) {
        return supporters.find(here).isPresent();
    }

    /** Whether there is only one bot. */
    boolean alone() {
        return roll.bots().size() == 1;
    }

    /**
     * Where else than here the person is kept; empty for who is at home here or nowhere. Costs nothing with one bot, and a look or
     * two for who is at home.
     *
     * @param everywhere whether to look also where they seem to be at home here
     */
    List<Address> elsewhere(Address here, boolean everywhere) {
        if (alone()) {
            return List.of();
        }
        Optional<BotId> office = organisers.botOf(here.chat());
        boolean home = office.map(here.bot()::equals).orElse(true)
                && (office.isPresent() || supporters.find(here).isPresent());
        return home && !everywhere
                ? List.of()
                : roll.bots().stream()
                        .filter(bot -> !bot.equals(here.bot()))
                        .map(bot -> new Address(bot, here.chat()))
                        .filter(there -> office.filter(there.bot()::equals).isPresent()
                                || supporters.find(there).isPresent())
                        .toList();
    }
}
