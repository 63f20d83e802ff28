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
    CHANNEL_BOUND(Sound.ALWAYS),
    CHANNEL_UNBOUND(Sound.ALWAYS),
    CHANNEL_CUT(Sound.ALWAYS),
    CHANNEL_LANGUAGES,
    INVITED(Sound.FIRST),
    JOINED(Sound.ALWAYS),
    SUSPENSION_ASKED(Sound.FIRST),
    SUSPENDED(Sound.ALWAYS),
    REINSTATEMENT_ASKED(Sound.FIRST),
    REINSTATED(Sound.ALWAYS),
    LOCKED(Sound.FIRST),
    UNLOCKED(Sound.FIRST),
    WIPE_ASKED(Sound.FIRST),
    WIPE_WORD_SET(Sound.FIRST),
    WIPE_WORD_WRONG(Sound.FIRST),
    STEPPED_DOWN(Sound.ALWAYS);

    /** With what sound the others are told. */
    enum Sound {
        NONE,
        /** One organiser alone can do it again and again: who is rung by nothing new soon hears nothing. */
        FIRST,
        ALWAYS
    }

    private final Sound sound;

    Act() {
        this(Sound.NONE);
    }

    Act(Sound sound) {
        this.sound = sound;
    }

    /**
     * Whether the others are told at once, aloud and of each: it changes who may call, who reads, or whether
     * anything goes out at all, or asks or tries for that. When it rings is said by {@link Loud}.
     */
    public boolean loud() {
        return sound != Sound.NONE;
    }

    /** Whether it rings however soon it is done again. */
    boolean always() {
        return sound == Sound.ALWAYS;
    }
}
