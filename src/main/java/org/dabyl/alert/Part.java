package org.dabyl.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dabyl.supporter.Skill;

/** Those of the people called to an alert whom a message is for. */
public enum Part {
    /** Everyone who was called. */
    ALL,
    /** Those on the way. */
    COMING,
    /** Those who are there. */
    HERE,
    /** Those on the way or there. */
    INVOLVED,
    /** Of these, those with a car, and so on. */
    CAR,
    CAMERA,
    FIRST_AID,
    LAW,
    TRANSLATION;

    /** What they have to bring; none for most. */
    List<Skill> skills() {
        return switch (this) {
            case ALL, COMING, HERE, INVOLVED -> List.of();
            case CAR -> List.of(Skill.CAR);
            case CAMERA -> List.of(Skill.CAMERA);
            case FIRST_AID -> List.of(Skill.FIRST_AID);
            case LAW -> List.of(Skill.LAW);
            case TRANSLATION -> List.of(Skill.TRANSLATION);
        };
    }

    /** Whether it is those who bring something. */
    public boolean bySkill() {
        return !skills().isEmpty();
    }

    /** What a button carries and Redis keeps: the name in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #tag()}; empty for anything else. */
    public static Optional<Part> parse(String tag) {
        return Arrays.stream(values()).filter(part -> part.tag().equals(tag)).findAny();
    }
}
