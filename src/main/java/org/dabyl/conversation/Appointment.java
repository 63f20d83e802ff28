package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Menus;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Invitations;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Presence;
import org.springframework.stereotype.Component;

/** Opening an invitation. */
@Component
final class Appointment {

    private final Presence presence;
    private final Invitations invitations;
    private final Ranges ranges;
    private final Menus menus;
    private final Acts acts;

    Appointment(Presence presence, Invitations invitations, Ranges ranges, Menus menus, Acts acts) {
        this.presence = presence;
        this.invitations = invitations;
        this.ranges = ranges;
        this.menus = menus;
        this.acts = acts;
    }

    void accept(Chat chat, String secret) {
        Optional<Organiser> appointed = invitations.redeem(secret, chat.person(), chat.language());
        // heard again after a crash, the link is used up but did its work
        appointed
                .or(chat::organiser)
                .ifPresentOrElse(organiser -> welcome(chat, organiser), () -> chat.say(Phrase.LINK_DEAD));
        appointed.ifPresent(organiser -> {
            presence.heard(organiser);
            noteJoined(chat, organiser);
        });
    }

    /** Tells an organiser what they may do. */
    void welcome(Chat chat, Organiser organiser) {
        String title = organiser.owner()
                ? chat.text(Phrase.OWNER_WELCOME)
                : chat.text(Phrase.ORGANISER_WELCOME, ranges.of(organiser, chat.language()));
        chat.send(Message.titled(title, chat.text(Phrase.ORGANISER_WELCOME_BODY), Keyboard.none()));
        menus.organiserMenu(chat.person(), chat.language());
    }

    /** Whoever was invited for a further district joins there too. */
    private void noteJoined(Chat chat, Organiser appointed) {
        Set<DistrictCode> where = appointed.owner() ? Set.of() : appointed.districts();
        String once = Act.JOINED + "." + appointed.address().bot().value() + "." + chat.order();
        acts.note(appointed, Act.JOINED, where, "", "", once);
    }
}
