package org.dabyl.watch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks another watcher where the first did not report in. */
@Component
public class Relief {

    private final Rota rota;
    private final WatcherCall call;
    private final Wording wording;

    Relief(Rota rota, WatcherCall call, Wording wording) {
        this.rota = rota;
        this.call = call;
        this.wording = wording;
    }

    /** Asks the one whose shift is next, once; whether there is one. */
    public boolean ask(Shift shift, Instant start) {
        Optional<Shift> next = rota.nextAfter(shift, start);
        next.ifPresent(other -> call.send(
                "watch." + shift.id() + ".relief-" + start.toEpochMilli(),
                other.watcher(),
                wording.takeOver(shift, start)));
        return next.isPresent();
    }
}
