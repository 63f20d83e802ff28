package org.dabyl.district;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator a sentence instead of a stack trace. */
final class WrongDistrictFileAnalyzer extends AbstractFailureAnalyzer<WrongDistrictFile> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongDistrictFile wrong) {
        return new FailureAnalysis(
                wrong.getMessage(),
                "Correct the file, or unset DABYL_DISTRICTS to start with the built-in example of Almaty.",
                wrong);
    }
}
