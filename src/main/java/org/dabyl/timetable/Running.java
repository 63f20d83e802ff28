package org.dabyl.timetable;

import java.time.Duration;

/** A step under way in this process: its short lease is prolonged until it ends, so that a killed process is replaced soon. */
final class Running {

    /** A step that takes longer hangs, and another instance may try. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Plan plan;
    private final long start;
    private Claim claim;
    private boolean over;

    Running(Plan plan, Claim claim, long start) {
        this.plan = plan;
        this.claim = claim;
        this.start = start;
    }

    String member() {
        return claim.member();
    }

    // one at a time: a lease prolonged while the step ends would not be known to the end
    synchronized void prolong(long now) {
        if (!over && now - start < LONGEST.toMillis()) {
            claim = plan.prolong(claim, now);
        }
    }

    synchronized void done() {
        over = true;
        plan.done(claim);
    }

    synchronized void failed(long now) {
        over = true;
        plan.failed(claim, now);
    }
}
