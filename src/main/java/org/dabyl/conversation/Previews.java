package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** What an organiser sees before sending: the card, whom it reaches, how long that takes, and what can still be changed. */
@Component
final class Previews {

    private static final int SECONDS_SHOWN = 100;

    private final Cards cards;
    private final Districts districts;
    private final Fleet fleet;
    private final DeliverySettings settings;
    private final Reach reach;

    Previews(Cards cards, Districts districts, Fleet fleet, DeliverySettings settings, Reach reach) {
        this.cards = cards;
        this.districts = districts;
        this.fleet = fleet;
        this.settings = settings;
        this.reach = reach;
    }

    /** The first button sends. */
    Message render(Chat chat, Draft draft) {
        return render(chat, draft, PlanButtons.all(chat, draft));
    }

    /** The same with other buttons below the first one. */
    Message render(Chat chat, Draft draft, List<List<Button>> changes) {
        long people = reach.of(chat, draft.district());
        List<List<Button>> rows = new ArrayList<>();
        String send = AlertWords.sign(draft.plan().level()) + " " + chat.text(Phrase.PREVIEW_SEND, chat.people(people));
        rows.add(List.of(Button.press(send, "send:" + draft.id().value())));
        rows.addAll(changes);
        return Message.titled(title(chat, draft), body(chat, draft.plan(), people), Keyboard.inline(rows));
    }

    private String title(Chat chat, Draft draft) {
        String name = districts.nameOf(draft.district(), chat.language().tag());
        // the code stands there for the next time: /alert <code> <text> is one line
        String title = AlertWords.sign(draft.plan().level()) + " "
                + cards.words().where(draft.plan(), name, chat.language()) + " · "
                + draft.district().value();
        return cards.marked(draft.plan(), title, chat.language());
    }

    private String body(Chat chat, Plan plan, long people) {
        List<String> lines = new ArrayList<>();
        lines.add(cards.words().what(plan, chat.language())
                + cards.words().muster(plan, chat.language())
                + cards.words().bring(plan, chat.language()));
        if (!plan.rendezvous().isEmpty()) {
            lines.add(chat.text(Phrase.CARD_RENDEZVOUS, plan.rendezvous()));
        }
        lines.add("");
        lines.add(chat.text(Phrase.PREVIEW_REACH, chat.people(people), time(chat, people)));
        if (people < Supporters.FEW) {
            lines.add(chat.text(Phrase.PREVIEW_FEW));
        }
        return String.join("\n", lines);
    }

    private String time(Chat chat, long people) {
        // the time must not tell what the number does not
        long told = Math.max(people, Supporters.FEW);
        long seconds =
                (long) Math.ceil(told / (settings.broadcastRate() * fleet.bots().size()));
        return seconds < SECONDS_SHOWN
                ? chat.text(Phrase.SECONDS, seconds)
                : chat.text(Phrase.MINUTES, Math.ceilDiv(seconds, 60));
    }
}
