package org.dabyl.alert;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dabyl.supporter.Skill;

/** A plan as one line, which is sealed before it is kept. */
public final class PlanForm {

    /** Divides the fields; none of Telegram's clients can type it, and what comes all the same becomes a blank. */
    private static final char DIVIDER = '\u001f';

    private static final int FIELDS = 7;

    private PlanForm() {}

    /** The line. */
    public static String write(Plan plan) {
        return String.join(
                String.valueOf(DIVIDER),
                List.of(
                        plan.level().name(),
                        plan.kind().name(),
                        needed(plan),
                        String.valueOf(plan.drill()),
                        clean(plan.muster()),
                        clean(plan.rendezvous()),
                        clean(plan.text())));
    }

    /** The plan that a line was written of. */
    public static Plan read(String form) {
        String[] fields = form.split(String.valueOf(DIVIDER), FIELDS);
        String[] needed = fields[2].split(",", -1);
        return new Plan(
                Level.valueOf(fields[0]),
                Kind.valueOf(fields[1]),
                fields[6],
                fields[4],
                fields[5],
                Integer.parseInt(needed[0]),
                bring(needed),
                Boolean.parseBoolean(fields[3]));
    }

    /** The number in all, then those who bring something: {@code 20,CAR:4}. */
    private static String needed(Plan plan) {
        StringBuilder needed = new StringBuilder().append(plan.needed());
        plan.bring()
                .forEach((skill, number) ->
                        needed.append(',').append(skill).append(':').append(number));
        return needed.toString();
    }

    private static Map<Skill, Integer> bring(String[] needed) {
        Map<Skill, Integer> bring = new EnumMap<>(Skill.class);
        for (int i = 1; i < needed.length; i++) {
            String[] wanted = needed[i].split(":", 2);
            bring.put(Skill.valueOf(wanted[0]), Integer.parseInt(wanted[1]));
        }
        return bring;
    }

    private static String clean(String text) {
        return text.replace(DIVIDER, ' ');
    }
}
