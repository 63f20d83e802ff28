package org.dabyl.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator a sentence instead of a stack trace. */
final class EmbeddedRedisRefusedAnalyzer extends AbstractFailureAnalyzer<EmbeddedRedisRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedRedisRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.advice(), refused);
    }
}
