package org.dabyl.turnout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person answers to an alert. */
public sealed interface Answer {

    /** The longest way that can be announced, in minutes. */
    int LONGEST_MINUTES = 24 * 60;

    /** Will be there in so many minutes: 0 to {@link #LONGEST_MINUTES}. */
    record Coming(int minutes) implements Answer {

        private static final Pattern CODE = Pattern.compile("c([0-9]{1,4})");
    }

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
            default -> {
                Matcher coming = Coming.CODE.matcher(code);
                yield coming.matches() ? coming(Integer.parseInt(coming.group(1))) : Optional.empty();
            }
        };
    }

    /** Empty where the minutes are out of range. */
    static Optional<Answer> coming(int minutes) {
        return minutes >= 0 && minutes <= LONGEST_MINUTES ? Optional.of(new Coming(minutes)) : Optional.empty();
    }
}
