package org.dabyl.watch;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Reminds a watcher that their shift begins soon. */
@Component
class RemindStep implements Step {

    private final Starts starts;
    private final WatcherCall call;
    private final Wording wording;

    RemindStep(Starts starts, WatcherCall call, Wording wording) {
        this.starts = starts;
        this.call = call;
        this.wording = wording;
    }

    @Override
    public String kind() {
        return Rota.REMIND;
    }

    @Override
    public void run(String subject) {
        starts.open(subject)
                .ifPresent(start -> call.send(
                        "watch." + start.shift().id() + ".soon-" + start.at().toEpochMilli(),
                        start.shift().watcher(),
                        wording.soon(start.shift(), start.at())));
    }
}
