package org.dabyl.alert;

import java.time.Instant;
import java.util.Map;
import org.dabyl.district.DistrictCode;
import org.dabyl.supporter.Skill;

/**
 * A call to the gate of one district.
 *
 * @param id its name
 * @param number what people tell it apart by, counted from 1
 * @param district where
 * @param plan what is decided about it, as it stands now
 * @param open whether it still runs
 * @param openedAt when it was sent
 * @param ending why it is over; means nothing while it is open
 * @param reason why it was stood down, in an organiser's words; empty where none was given
 * @param origin who answers for it
 */
public record Alert(
        AlertId id,
        int number,
        DistrictCode district,
        Plan plan,
        boolean open,
        Instant openedAt,
        Ending ending,
        String reason,
        Origin origin) {

    /** What happens, in the author's words; empty for the standard sentence. */
    public String text() {
        return plan.text();
    }

    /** The same, asking for that alone to be brought of which there is too little. */
    public Alert lacking(Map<Skill, Long> brought) {
        return plan.bring().isEmpty() ? this : with(plan.lacking(brought));
    }

    /** The same under another name. */
    public Alert named(AlertId other) {
        return new Alert(other, number, district, plan, open, openedAt, ending, reason, origin);
    }

    /** The same, over. */
    public Alert ended(Ending how, String why) {
        return new Alert(id, number, district, plan, false, openedAt, how, why, origin);
    }

    private Alert with(Plan other) {
        return new Alert(id, number, district, other, open, openedAt, ending, reason, origin);
    }
}
