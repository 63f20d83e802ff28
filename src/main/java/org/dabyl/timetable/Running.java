package org.dabyl.timetable;

import java.time.Duration;

/** A step under way in this process: its short lease is prolonged until it ends, so that a killed process is replaced soon. */
final class Running {

    /** A step that takes longer hangs, and another instance may try. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Plan plan;
    private final long start = System.nanoTime();
    private Claim claim;
    private boolean over;

    Running(Plan plan, Claim claim) {
        this.plan = plan;
        this.claim = claim;
    }

    String member() {
        return claim.member();
    }

    // one at a time: a lease prolonged while the step ends would not be known to the end
    synchronized void prolong() {
        if (!over && System.nanoTime() - start < LONGEST.toNanos()) {
            claim = plan.prolong(claim);
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
