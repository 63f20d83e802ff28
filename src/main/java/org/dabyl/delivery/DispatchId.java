package org.dabyl.delivery;

import java.util.regex.Pattern;

/**
 * Name of a dispatch, made from what it is (alert, kind, ring), so that a step which runs twice launches once.
 *
 * @param value 1 to 48 of a-z, 0-9, dot and dash
 */
public record DispatchId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,48}");

    public DispatchId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a dispatch id: " + value);
        }
    }
}
