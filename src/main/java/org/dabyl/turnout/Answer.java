package org.dabyl.turnout;

import java.util.Optional;

/** What a person answers to an alert. */
public sealed interface Answer {

    /** The longest way that can be announced, in minutes. */
    int LONGEST_MINUTES = 24 * 60;

    /** Will be there in so many minutes: 0 to {@link #LONGEST_MINUTES}. */
    record Coming(int minutes) implements Answer {}

    record Cannot() implements Answer {}

    record Here() implements Answer {}

    record Home() implements Answer {}

    /** What a button carries and Redis keeps: {@code c10}, {@code no}, {@code here}, {@code home}. */
    default String code() {
        return switch (this) {
            case Coming coming -> "c" + coming.minutes();
            case Cannot cannot -> "no";
            case Here here -> "here";
            case Home home -> "home";
        };
    }

    /** Reads {@link #code()}; empty for anything else. */
    static Optional<Answer> parse(String code) {
        return switch (code) {
            case "no" -> Optional.of(new Cannot());
            case "here" -> Optional.of(new Here());
            case "home" -> Optional.of(new Home());
            default -> code.matches("c\\d{1,4}") ? coming(Integer.parseInt(code.substring(1))) : Optional.empty();
        };
    }

    /** Empty where the minutes are out of range. */
    static Optional<Answer> coming(int minutes) {
        return minutes >= 0 && minutes <= LONGEST_MINUTES ? Optional.of(new Coming(minutes)) : Optional.empty();
    }
}
