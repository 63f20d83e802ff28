package org.dabyl.district;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** A mistake on a line of a file whose name the thrower does not know. */
final class WrongLine extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    @FormatMethod
    WrongLine(int line, @FormatString String reason, Object... details) {
        super(String.format(Locale.ROOT, reason, details));
        this.line = line;
    }

    WrongDistrictFile in(String file) {
        return new WrongDistrictFile(file + ", line " + line + ": " + getMessage());
    }
}
