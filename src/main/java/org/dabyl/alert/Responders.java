package org.dabyl.alert;

import java.util.List;
import org.dabyl.delivery.BotId;

/** Those who answered an alert, as sets in the slot of their bot; kept together with the answers. */
public interface Responders {

    /** The sets, without a common member, whose union is this part of those on the way and those there, whatever they bring. */
    List<String> sets(BotId bot, AlertId id, Part part);
}
