package org.dabyl.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Outages;
import org.dabyl.delivery.Pauses;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.supporter.Supporters;
import org.dabyl.timetable.Tick;
import org.dabyl.vault.SealedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves the people of a bot that is lost, or has to wait for long, to the other bots that they once spoke to; what is on its way to
 * them goes along.
 */
@Component
public class Rescue implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    private final Roll roll;
    private final Fleet fleet;
    private final Outages outages;
    private final Pauses pauses;
    private final Acquaintances acquaintances;
    private final Supporters supporters;
    private final Organisers organisers;
    private final Moves moves;

    Rescue(
            Roll roll,
            Fleet fleet,
            Outages outages,
            Pauses pauses,
            Acquaintances acquaintances,
            Supporters supporters,
            Organisers organisers,
            Moves moves) {
        this.roll = roll;
        this.fleet = fleet;
        this.outages = outages;
        this.pauses = pauses;
        this.acquaintances = acquaintances;
        this.supporters = supporters;
        this.organisers = organisers;
        this.moves = moves;
    }

    /** Moves everyone whom a bot knows that is in service and need not wait itself; how many. */
    public int run(BotId lost) {
        int[] moved = new int[1];
        List<SealedId> office = organisers.at(lost).stream()
                .map(Organiser::address)
                .map(Address::chat)
                .toList();
        Map<BotId, ?> out = outages.all();
        for (BotId bot : fleet.bots()) {
            if (!bot.equals(lost) && !out.containsKey(bot) && !pauses.contain(bot)) {
                acquaintances.pages(bot, page -> {
                    Set<SealedId> there = supporters.among(lost, page).keySet();
                    page.stream()
                            .filter(chat -> there.contains(chat) || office.contains(chat))
                            .forEach(chat -> moved[0] += move(new Address(lost, chat), bot));
                });
            }
        }
        if (moved[0] > 0) {
            LOG.info("{} people of bot {} are reached through other bots", moved[0], lost.value());
        }
        return moved[0];
    }

    /** How many people nobody but this bot reaches. */
    public long stranded(BotId lost) {
        return supporters.number(lost);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Looks after the people of bots whose token is no longer set. */
    @Override
    public void tick() {
        roll.bots().stream().filter(bot -> !fleet.bots().contains(bot)).forEach(retired -> {
            outages.end(retired);
            run(retired);
        });
    }

    private int move(Address person, BotId to) {
        try {
            moves.move(person, to);
            return 1;
        } catch (ConcurrencyFailureException e) {
            // they move by themselves at this moment, or the next round finds them
            return 0;
        }
    }
}
