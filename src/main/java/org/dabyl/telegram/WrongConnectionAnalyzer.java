package org.dabyl.telegram;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator a sentence instead of a stack trace. */
final class WrongConnectionAnalyzer extends AbstractFailureAnalyzer<WrongConnection> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongConnection wrong) {
        return new FailureAnalysis(
                wrong.getMessage(),
                "Correct DABYL_BOT_TOKEN, dabyl.bots[n].token, DABYL_TELEGRAM_API_URL or DABYL_WEBHOOK_URL; "
                        + "with no token the rehearsal starts.",
                wrong);
    }
}
