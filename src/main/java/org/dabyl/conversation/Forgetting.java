package org.dabyl.conversation;

import java.util.List;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Trace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Erases a person everywhere: on {@code /leave}, and when they block the bot. */
@Component
final class Forgetting implements Departures {

    private final ObjectProvider<Trace> traces;

    Forgetting(ObjectProvider<Trace> traces) {
        this.traces = traces;
    }

    @Override
    public void departed(Address person) {
        List<Trace> all = traces.stream().toList();
        all.forEach(trace -> trace.erase(person));
    }
}
