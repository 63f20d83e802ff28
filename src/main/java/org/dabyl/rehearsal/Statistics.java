package org.dabyl.rehearsal;

import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.ObjectNode;

/** What the simulated Telegram has counted since it began or was last reset. */
final class Statistics {
    final LongAdder calls = new LongAdder();
    final LongAdder messages = new LongAdder();
    final LongAdder edits = new LongAdder();
    final LongAdder deletions = new LongAdder();
    final LongAdder refusals = new LongAdder();
    final LongAdder tooMany = new LongAdder();
    final LongAdder conflicts = new LongAdder();
    final LongAdder answers = new LongAdder();
    final LongAdder staleAnswers = new LongAdder();

    /** Messages equal to one which that chat already shows. */
    final LongAdder duplicates = new LongAdder();

    ObjectNode json() {
        return Shapes.object()
                .put("calls", calls.sum())
                .put("messages", messages.sum())
                .put("edits", edits.sum())
                .put("deletions", deletions.sum())
                .put("refusals", refusals.sum())
                .put("too_many_requests", tooMany.sum())
                .put("conflicts", conflicts.sum())
                .put("callback_answers", answers.sum())
                .put("stale_callback_answers", staleAnswers.sum())
                .put("duplicates", duplicates.sum());
    }

    void count(Refusal refusal) {
        refusals.increment();
        if (refusal.code == 429) {
            tooMany.increment();
        }
        if (refusal.code == 409) {
            conflicts.increment();
        }
    }
}
