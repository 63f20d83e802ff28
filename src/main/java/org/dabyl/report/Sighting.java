package org.dabyl.report;

import java.time.Instant;
import java.util.Optional;
import org.dabyl.delivery.Address;

/**
 * What one person reported of an event.
 *
 * @param number what organisers know the reporter by: counted from 1 within the event, never used again
 * @param reporter who
 * @param at when they first reported it
 * @param words where or what, in their words; empty for none
 * @param place where, as they shared it
 * @param photo Telegram's file id of a photo, which only the reporter's bot can show
 */
public record Sighting(
        int number, Address reporter, Instant at, String words, Optional<Place> place, Optional<String> photo) {

    /** The most characters (UTF-16) of the words of one report: five of them stand on a card. */
    public static final int LONGEST_WORDS = 400;

    /** A place on Earth, in degrees. */
    public record Place(double latitude, double longitude) {

        String form() {
            return latitude + " " + longitude;
        }

        static Place of(String form) {
            int space = form.indexOf(' ');
            return new Place(
                    Double.parseDouble(form.substring(0, space)), Double.parseDouble(form.substring(space + 1)));
        }
    }

    /** The type and the number: the rest is about a person. */
    @Override
    public String toString() {
        return "Sighting " + number;
    }
}
