package org.dabyl.district;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of a district: 2 to 40 of a-z, 0-9 and -, such as {@code shanyrak-1}; with the prefix {@code d_} it fits into a
 * deep link and beside other fields into the 64 bytes of callback data.
 */
public record DistrictCode(String value) implements Comparable<DistrictCode> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

    /** Throws {@link IllegalArgumentException} where the value has another form. */
    public DistrictCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("a district's code is 2 to 40 of a-z, 0-9 and -");
        }
    }

    /** The code that a person meant: trimmed, in lower case, with - for _ and for the dashes of keyboards; empty where that is none. */
    public static Optional<DistrictCode> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\u2010-\\u2015\\u2212]", "-");
        return isCode(code) ? Optional.of(new DistrictCode(code)) : Optional.empty();
    }

    static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(DistrictCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
