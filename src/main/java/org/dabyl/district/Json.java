package org.dabyl.district;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value that remembers the line it begins on; a member that is null counts as missing. */
sealed interface Json {

    /** Counted from 1. */
    int line();

    record Text(int line, String value) implements Json {}

    record Figure(int line, double value) implements Json {}

    record Flag(int line, boolean value) implements Json {}

    record Items(int line, List<Json> values) implements Json {}

    /** A null in a list. */
    record Other(int line) implements Json {}

    record Members(int line, Map<String, Json> values) implements Json {

        @Nullable Json get(String name) {
            return values.get(name);
        }

        Json need(String name) {
            Json value = values.get(name);
            if (value == null) {
                throw new WrongLine(line, "\"%s\" is missing", name);
            }
            return value;
        }
    }

    default String text(String what) {
        if (this instanceof Text text) {
            return text.value();
        }
        throw new WrongLine(line(), "%s must be a text", what);
    }

    default double figure(String what) {
        if (this instanceof Figure figure) {
            return figure.value();
        }
        throw new WrongLine(line(), "%s must be a number", what);
    }

    default List<Json> items(String what) {
        if (this instanceof Items items) {
            return items.values();
        }
        throw new WrongLine(line(), "%s must be a list", what);
    }

    default Members members(String what) {
        if (this instanceof Members members) {
            return members;
        }
        throw new WrongLine(line(), "%s must be an object", what);
    }
}
