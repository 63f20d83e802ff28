package org.dabyl.alert;

import java.util.List;

/** A plan as one line, which is sealed before it is kept. */
final class PlanForm {

    /** Divides the fields; none of Telegram's clients can type it, and what comes all the same becomes a blank. */
    private static final char DIVIDER = '\u001f';

    private static final int FIELDS = 7;

    private PlanForm() {}

    static String write(Plan plan) {
        return String.join(
                String.valueOf(DIVIDER),
                List.of(
                        plan.level().name(),
                        plan.kind().name(),
                        String.valueOf(plan.needed()),
                        String.valueOf(plan.drill()),
                        clean(plan.muster()),
                        clean(plan.rendezvous()),
                        clean(plan.text())));
    }

    static Plan read(String form) {
        String[] fields = form.split(String.valueOf(DIVIDER), FIELDS);
        return new Plan(
                Level.valueOf(fields[0]),
                Kind.valueOf(fields[1]),
                fields[6],
                fields[4],
                fields[5],
                Integer.parseInt(fields[2]),
                Boolean.parseBoolean(fields[3]));
    }

    private static String clean(String text) {
        return text.replace(DIVIDER, ' ');
    }
}
