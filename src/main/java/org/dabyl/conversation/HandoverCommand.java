package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /handover}: another organiser, chosen by number and never by name, leads an alert from now on; a tap accepts. */
@Component
final class HandoverCommand implements Command, Pressable {

    private static final int PAGE = 20;
    private static final int MOST_PAGES = 9_999;

    private final OpenAlerts open;
    private final Leads leads;
    private final Boards boards;
    private final Organisers organisers;
    private final Districts districts;
    private final Ranges ranges;
    private final Texts texts;
    private final OfficePost post;
    private final Noting noting;

    HandoverCommand(
            OpenAlerts open,
            Leads leads,
            Boards boards,
            Organisers organisers,
            Districts districts,
            Ranges ranges,
            Texts texts,
            OfficePost post,
            Noting noting) {
        this.open = open;
        this.leads = leads;
        this.boards = boards;
        this.organisers = organisers;
        this.districts = districts;
        this.ranges = ranges;
        this.texts = texts;
        this.post = post;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of("handover");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("hand", "handto", "handyes");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<Alert> own = open.of(chat);
        if (own.size() == 1) {
            chat.send(choosing(chat, own.getFirst(), 0));
        } else {
            open.choose(chat, own, "hand");
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.named(chat, parts[0]);
        alert.ifPresent(known -> {
            switch (verb) {
                case "hand" -> {
                    // a page stands where the one before stood, the first below the board, which changes by itself
                    Message choosing = choosing(chat, known, page(parts).orElse(0));
                    if (page(parts).isPresent()) {
                        chat.show(choosing);
                    } else {
                        chat.send(choosing);
                    }
                }
                case "handto" -> offer(chat, known, parts.length > 1 ? parts[1] : "");
                default -> accept(chat, known);
            }
        });
        return alert.isPresent();
    }

    private static Optional<Integer> page(String... parts) {
        return parts.length > 1 ? Numbers.read(parts[1], 0, MOST_PAGES) : Optional.empty();
    }

    private Message choosing(Chat chat, Alert alert, int page) {
        List<Organiser> all = numbered(alert);
        List<Organiser> others = all.stream()
                .filter(other -> !other.address().chat().equals(chat.person().chat()))
                .toList();
        if (others.isEmpty()) {
            return Message.of(chat.text(Phrase.HANDOVER_NOBODY), Keyboard.none());
        }
        String id = alert.id().value();
        Page<Organiser> some = Page.of(others, page, PAGE);
        List<List<Button>> rows = new ArrayList<>();
        some.shown()
                .forEach(other -> rows.add(List.of(chat.button(
                        Phrase.HANDOVER_TO,
                        "handto:" + id + ":" + tag(alert.id(), other),
                        all.indexOf(other) + 1,
                        ranges.shortly(other, chat.language())))));
        some.next().ifPresent(next -> rows.add(List.of(chat.button(Phrase.MORE_PAGES, "hand:" + id + ":" + next))));
        return Message.of(chat.text(Phrase.HANDOVER_CHOOSE, alert.number()), Keyboard.inline(rows));
    }

    private void offer(Chat chat, Alert alert, String tag) {
        Optional<Organiser> chosen = numbered(alert).stream()
                .filter(other -> tag(alert.id(), other).equals(tag))
                .findFirst();
        if (chosen.isEmpty()) {
            chat.send(choosing(chat, alert, 0));
            return;
        }
        Organiser other = chosen.get();
        noting.note(chat, Act.LEAD_OFFERED, alert, "");
        boolean asked = leads.offered(alert.id(), other) || asks(alert, other);
        chat.show(Message.of(
                chat.text(asked ? Phrase.HANDOVER_OFFERED : Phrase.HANDOVER_FAILED, alert.number()), Keyboard.none()));
    }

    /** Asks them, once while the offer stands; whether they got it. */
    private boolean asks(Alert alert, Organiser other) {
        String name = districts.nameOf(alert.district(), other.language().tag());
        Message question = Message.of(
                texts.get(other.language(), Phrase.HANDOVER_ASK, name, alert.number()),
                Keyboard.inline(List.of(List.of(Button.press(
                        texts.get(other.language(), Phrase.HANDOVER_YES),
                        "handyes:" + alert.id().value())))));
        // first, so that a tap on it counts
        leads.offer(alert.id(), other);
        boolean sent = post.send(other, question);
        if (!sent) {
            leads.withdraw(alert.id());
        }
        return sent;
    }

    private void accept(Chat chat, Alert alert) {
        Organiser self = chat.organiser().orElseThrow();
        if (!leads.accept(alert.id(), self)) {
            chat.toast(Phrase.STALE_BUTTON);
            return;
        }
        noting.note(chat, Act.LEAD_TAKEN, alert, "");
        boards.show(chat, alert);
    }

    /** Everyone who may call there, in an order that stays as long as nobody comes or goes. */
    private List<Organiser> numbered(Alert alert) {
        return organisers.responsible(alert.district()).stream()
                .sorted(Comparator.comparing(
                        organiser -> organiser.address().chat().value()))
                .toList();
    }

    /** Finds the same organiser also where the numbers changed meanwhile; says nothing about who it is. */
    private static String tag(AlertId id, Organiser organiser) {
        return Integer.toHexString((id.value() + organiser.address().chat().value()).hashCode());
    }
}
