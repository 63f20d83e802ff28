package org.dabyl.organiser;

/** What an organiser can do that the others are told. */
public enum Act {
    RAISED,
    SECONDED,
    STOOD_DOWN,
    FALSE_ALARM,
    UPDATED,
    MUSTER,
    RENDEZVOUS,
    COUNTED,
    NEEDED,
    BROUGHT,
    RECALLED,
    CALLED,
    RING_CALLED,
    RINGS_HELD,
    RINGS_RELEASED,
    KEPT_OPEN,
    LEAD_OFFERED,
    LEAD_TAKEN,
    REPORT_SEEN,
    REPORT_FALSE,
    ALERT_CONFIRMED,
    ALERT_CALLED_OFF,
    REPORTER_ASKED,
    DRILL_RAISED,
    DRILLS_PLANNED,
    DRILLS_CANCELLED,
    CHANNEL_BOUND(true),
    CHANNEL_UNBOUND(true),
    CHANNEL_CUT(true),
    CHANNEL_LANGUAGES,
    INVITED,
    JOINED(true),
    SUSPENSION_ASKED(true),
    SUSPENDED(true),
    REINSTATEMENT_ASKED(true),
    REINSTATED(true),
    LOCKED(true),
    UNLOCKED(true),
    WIPE_ASKED(true),
    WIPE_WORD_SET(true),
    WIPE_WORD_WRONG,
    STEPPED_DOWN(true);

    private final boolean loud;

    Act() {
        this(false);
    }

    Act(boolean loud) {
        this.loud = loud;
    }

    /** Whether the others are told at once and with a sound: it changes who may call, or who reads. */
    public boolean loud() {
        return loud;
    }
}
