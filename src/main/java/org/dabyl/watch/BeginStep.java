package org.dabyl.watch;

import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Asks a watcher to report in, and plans what follows: the question whether they did, and their next shift. */
@Component
class BeginStep implements Step {

    private final Rota rota;
    private final Starts starts;
    private final WatcherCall call;
    private final Wording wording;
    private final Timetable timetable;
    private final WatchSettings settings;

    BeginStep(
            Rota rota, Starts starts, WatcherCall call, Wording wording, Timetable timetable, WatchSettings settings) {
        this.rota = rota;
        this.starts = starts;
        this.call = call;
        this.wording = wording;
        this.timetable = timetable;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return Rota.BEGIN;
    }

    @Override
    public void run(String subject) {
        starts.open(subject).ifPresent(start -> {
            call.send(
                    "watch." + start.shift().id() + ".begin-" + start.at().toEpochMilli(),
                    start.shift().watcher(),
                    wording.begin(start.shift(), start.at()));
            timetable.at(Rota.MISSED, subject, start.at().plus(settings.grace()));
        });
        // also where this one was too late: planning again what is planned changes nothing
        rota.find(subject.substring(0, subject.indexOf('@'))).ifPresent(rota::plan);
    }
}
