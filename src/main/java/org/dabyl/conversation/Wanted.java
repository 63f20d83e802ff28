package org.dabyl.conversation;

import java.util.Arrays;
import java.util.Optional;
import org.dabyl.alert.Plan;
import org.dabyl.supporter.Skill;

/**
 * How many are needed who bring something.
 *
 * @param number 0 where it is not asked for
 */
record Wanted(Skill skill, int number) {

    /** What a button carries: the thing and the number; empty for anything else. */
    static Optional<Wanted> read(String choice) {
        String[] parts = choice.split(":", 2);
        Optional<Integer> number = Numbers.read(parts[parts.length - 1], 0, Plan.MOST_NEEDED);
        return Arrays.stream(Skill.values())
                .filter(skill -> skill.name().equals(parts[0]))
                .findAny()
                .flatMap(skill -> number.map(many -> new Wanted(skill, many)));
    }

    String data() {
        return skill.name() + ":" + number;
    }

    Plan in(Plan plan) {
        return plan.withNeeded(skill, number);
    }
}
