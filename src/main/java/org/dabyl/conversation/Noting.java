package org.dabyl.conversation;

import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Organiser;
import org.springframework.stereotype.Component;

/** Notes what an organiser says or presses, before it is done; heard again after a crash, it is noted once. */
@Component
final class Noting {

    private final Acts acts;

    Noting(Acts acts) {
        this.acts = acts;
    }

    void note(Chat chat, Act act, Alert alert, Object detail) {
        note(chat, act, alert.district(), Integer.toString(alert.number()), detail, said(chat, act));
    }

    void note(Chat chat, Act act, DistrictCode where, Object detail) {
        note(chat, act, where, "", detail, said(chat, act));
    }

    /** What is about no district, and told to every organiser. */
    void noteForAll(Chat chat, Act act) {
        acts.note(chat.organiser().orElseThrow(), act, Set.of(), "", "", said(chat, act));
    }

    /** That the organiser is one no longer, by their own wish. */
    void steppedDown(Chat chat) {
        Organiser self = chat.organiser().orElseThrow();
        acts.note(self, Act.STEPPED_DOWN, self.districts(), "", "", said(chat, Act.STEPPED_DOWN));
    }

    /** That the alert was raised, however often that is said. */
    void raised(Organiser author, Alert alert) {
        Act act = alert.plan().drill() ? Act.DRILL_RAISED : Act.RAISED;
        acts.note(
                author,
                act,
                Set.of(alert.district()),
                Integer.toString(alert.number()),
                alert.plan().text(),
                act + "." + alert.id().value());
    }

    /** That it is about another organiser, known by a number. */
    void about(Chat chat, Act act, Organiser other, String number) {
        acts.note(
                chat.organiser().orElseThrow(),
                act,
                other.owner() ? Set.of() : other.districts(),
                number,
                "",
                said(chat, act));
    }

    private void note(Chat chat, Act act, DistrictCode where, String about, Object detail, String once) {
        acts.note(chat.organiser().orElseThrow(), act, Set.of(where), about, String.valueOf(detail), once);
    }

    /** An update id is one bot's own. */
    private static String said(Chat chat, Act act) {
        return act + "." + chat.person().bot().value() + "." + chat.order();
    }
}
