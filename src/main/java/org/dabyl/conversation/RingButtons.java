package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Rings;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/** Buttons of a board: calls the next ring at once, keeps an alert from widening by itself, or lets it. */
@Component
final class RingButtons implements Pressable {

    private final OpenAlerts open;
    private final Rings rings;
    private final Boards boards;
    private final Noting noting;

    RingButtons(OpenAlerts open, Rings rings, Boards boards, Noting noting) {
        this.open = open;
        this.rings = rings;
        this.boards = boards;
        this.noting = noting;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("ring", "hold", "unhold");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.named(chat, parts[0]);
        if (alert.isEmpty()) {
            return false;
        }
        if (!verb.equals("ring")) {
            hold(chat, alert.get(), verb.equals("hold"));
            return true;
        }
        Optional<Ring> ring = Ring.parse(parts.length == 2 ? parts[1] : "");
        ring.ifPresent(known -> widen(chat, alert.get(), known));
        return ring.isPresent();
    }

    private void widen(Chat chat, Alert alert, Ring ring) {
        // data can be forged, and pressed twice: only what the board offers is called
        if (rings.next(alert, rings.of(alert)).filter(ring::equals).isPresent()) {
            noting.note(chat, Act.RING_CALLED, alert, "");
            if (rings.call(alert.id(), ring)) {
                chat.toast(Phrase.RING_CALLING, chat.text(RingsOnBoard.name(ring)));
            }
        }
        boards.show(chat, alert);
    }

    private void hold(Chat chat, Alert alert, boolean held) {
        noting.note(chat, held ? Act.RINGS_HELD : Act.RINGS_RELEASED, alert, "");
        rings.hold(alert.id(), held);
        chat.toast(held ? Phrase.RING_HELD : Phrase.RING_RELEASED);
        boards.show(chat, alert);
    }
}
