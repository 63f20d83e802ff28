package org.dabyl.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator a sentence instead of a stack trace. */
final class WipedAnalyzer extends AbstractFailureAnalyzer<Wiped> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Wiped wiped) {
        return new FailureAnalysis(wiped.getMessage(), wiped.advice(), wiped);
    }
}
