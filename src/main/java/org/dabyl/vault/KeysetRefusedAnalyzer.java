package org.dabyl.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator a sentence instead of a stack trace. */
final class KeysetRefusedAnalyzer extends AbstractFailureAnalyzer<KeysetRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysetRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.advice(), refused);
    }
}
