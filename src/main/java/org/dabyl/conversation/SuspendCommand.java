package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.organiser.Probation;
import org.dabyl.organiser.Suspensions;
import org.dabyl.organiser.Suspensions.Wish;
import org.springframework.stereotype.Component;

/** {@code /suspend}: two organisers cut off a third, or have one back, by number and never by name. */
@Component
final class SuspendCommand implements Command, Pressable {

    private static final int PAGE = 60;
    private static final int MOST_PAGES = 9_999;

    private final Suspensions suspensions;
    private final OrganiserNumbers numbers;
    private final Ranges ranges;
    private final Noting noting;
    private final CutStep cut;
    private final Probation probation;

    SuspendCommand(
            Suspensions suspensions,
            OrganiserNumbers numbers,
            Ranges ranges,
            Noting noting,
            CutStep cut,
            Probation probation) {
        this.probation = probation;
        this.suspensions = suspensions;
        this.numbers = numbers;
        this.ranges = ranges;
        this.noting = noting;
        this.cut = cut;
    }

    @Override
    public Set<String> names() {
        return Set.of("suspend");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("susps", "susp", "suspyes", "back", "backyes");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        chat.send(list(chat, 0));
    }

    private Message list(Chat chat, int page) {
        Organiser self = chat.organiser().orElseThrow();
        List<List<Button>> all =
                new ArrayList<>(rows(chat, "back", Phrase.SUSPEND_BACK, suspensions.concerned(self, true)));
        all.addAll(rows(chat, "susp", Phrase.SUSPEND_WHOM, suspensions.concerned(self, false)));
        Page<List<Button>> some = Page.of(all, page, PAGE);
        List<List<Button>> rows = new ArrayList<>(some.shown());
        some.next().ifPresent(next -> rows.add(List.of(chat.button(Phrase.MORE_PAGES, "susps:" + next))));
        return rows.isEmpty()
                ? Message.of(chat.text(Phrase.SUSPEND_NOBODY), Keyboard.none())
                : Message.of(chat.text(Phrase.SUSPEND_CHOOSE, suspensions.minutes()), Keyboard.inline(rows));
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("susps")) {
            Optional<Integer> page = Numbers.read(subject, 0, MOST_PAGES);
            page.ifPresent(known -> chat.show(list(chat, known)));
            return page.isPresent();
        }
        boolean back = verb.startsWith("back");
        Optional<Organiser> other = subject.matches("\\d{1,9}")
                ? suspensions.concerned(chat.organiser().orElseThrow(), back, Integer.parseInt(subject))
                : Optional.empty();
        other.ifPresent(known -> {
            if (verb.endsWith("yes")) {
                wish(chat, known, subject, back);
            } else {
                sure(chat, known, subject, back);
            }
        });
        return other.isPresent();
    }

    private void sure(Chat chat, Organiser other, String number, boolean back) {
        chat.show(Message.of(
                chat.text(
                        back ? Phrase.SUSPEND_BACK_SURE : Phrase.SUSPEND_SURE,
                        number,
                        ranges.of(other, chat.language())),
                Keyboard.inline(List.of(List.of(chat.button(
                        back ? Phrase.SUSPEND_BACK_YES : Phrase.SUSPEND_YES,
                        (back ? "backyes:" : "suspyes:") + number))))));
    }

    private void wish(Chat chat, Organiser other, String number, boolean back) {
        Organiser self = chat.organiser().orElseThrow();
        if (suspensions.mayWish(self)) {
            // first: an act that was noted and not done does less harm than one that nobody was told of
            noting.about(chat, back ? Act.REINSTATEMENT_ASKED : Act.SUSPENSION_ASKED, other, number);
            if (!back) {
                cut.prepare(other);
            }
        }
        Wish wish = back ? suspensions.reinstate(self, other) : suspensions.suspend(self, other);
        if (wish == Wish.DONE) {
            noting.about(chat, back ? Act.REINSTATED : Act.SUSPENDED, other, number);
            cut.settle(other, back);
        }
        chat.show(Message.of(
                switch (wish) {
                    case NOTHING_TO_DO -> chat.text(Phrase.STALE_BUTTON);
                    case NEEDS_A_SECOND -> chat.text(Phrase.SUSPEND_NEEDS_SECOND, number, suspensions.minutes());
                    case DONE -> chat.text(back ? Phrase.SUSPEND_BACK_DONE : Phrase.SUSPEND_DONE, number);
                    case TOO_NEW -> chat.text(Phrase.TOO_NEW, probation.hours());
                },
                Keyboard.none()));
    }

    /** In the order of their numbers, behind the few who can be had back: what Redis gives has none, and a page would leave some out. */
    private Collection<List<Button>> rows(Chat chat, String verb, Phrase phrase, List<Organiser> some) {
        SortedMap<Integer, List<Button>> rows = new TreeMap<>();
        for (Organiser other : some) {
            int number = numbers.of(other);
            String range = ranges.shortly(other, chat.language());
            rows.put(number, List.of(chat.button(phrase, verb + ":" + number, number, range)));
        }
        return rows.values();
    }
}
