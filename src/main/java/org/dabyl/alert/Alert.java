package org.dabyl.alert;

import java.time.Instant;
import org.dabyl.district.DistrictCode;

/**
 * A call to the gate of one district.
 *
 * @param id its name
 * @param number what people tell it apart by, counted from 1
 * @param district where
 * @param text what happens, in the author's words; empty for the standard sentence
 * @param open whether it still runs
 * @param openedAt when it was sent
 * @param reason why it was stood down, in an organiser's words; empty where none was given
 */
public record Alert(
        AlertId id, int number, DistrictCode district, String text, boolean open, Instant openedAt, String reason) {}
