package org.dabyl.conversation;

import java.util.List;
import org.dabyl.alert.Draft;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** What an organiser sees before sending: the card, whom it reaches, and how long that takes. */
@Component
final class Previews {

    private static final int SECONDS_SHOWN = 100;

    private final Cards cards;
    private final Districts districts;
    private final Supporters supporters;
    private final Fleet fleet;
    private final DeliverySettings settings;

    Previews(Cards cards, Districts districts, Supporters supporters, Fleet fleet, DeliverySettings settings) {
        this.cards = cards;
        this.districts = districts;
        this.supporters = supporters;
        this.fleet = fleet;
        this.settings = settings;
    }

    /** The first button sends. */
    Message render(Chat chat, Draft draft) {
        long people = supporters.reach(districts.calledFor(draft.district()));
        String reach = people == 0
                ? chat.text(Phrase.PREVIEW_NOBODY)
                : chat.text(Phrase.PREVIEW_REACH, people, time(chat, people));
        String id = draft.id().value();
        return Message.titled(
                // the code stands there for the next time: /alert <code> <text> is one line
                "🚨 " + districts.nameOf(draft.district(), chat.language().tag()) + " · "
                        + draft.district().value(),
                cards.text(draft.plan().text(), chat.language()) + "\n\n" + reach,
                Keyboard.inline(List.of(
                        List.of(chat.button(Phrase.PREVIEW_SEND, "send:" + id, people)),
                        List.of(
                                chat.button(Phrase.PREVIEW_REWORD, "reword:" + id),
                                chat.button(Phrase.PREVIEW_DROP, "drop:" + id)))));
    }

    private String time(Chat chat, long people) {
        long seconds = (long)
                Math.ceil(people / (settings.broadcastRate() * fleet.bots().size()));
        return seconds < SECONDS_SHOWN
                ? chat.text(Phrase.SECONDS, seconds)
                : chat.text(Phrase.MINUTES, Math.ceilDiv(seconds, 60));
    }
}
