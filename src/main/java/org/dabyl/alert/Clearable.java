package org.dabyl.alert;

/** Whoever keeps messages about an alert elsewhere than among the dispatches, e.g. the boards of organisers. */
public interface Clearable {

    /** Deletes them; false where some could not be deleted now and are to be tried again. */
    boolean clear(AlertId id);
}
