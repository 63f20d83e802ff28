package org.dabyl.conversation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Organiser;
import org.dabyl.supporter.Hours;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.watch.Rota;
import org.dabyl.watch.Shift;
import org.springframework.stereotype.Component;

/** {@code /watch}: one's own shifts, signing up, giving up, reporting in; for organisers how many there are each day. */
@Component
final class WatchCommand implements Command, Pressable {

    /** Seven buttons each, beside those of one's own shifts: a hundred are the most below a message. */
    private static final int MOST_DISTRICTS = 10;

    private static final List<String> USUAL =
            List.of("22:00–02:00", "02:00–06:00", "06:00–10:00", "10:00–14:00", "14:00–18:00", "18:00–22:00");

    private final Rota rota;
    private final Supporters supporters;
    private final Registration registration;
    private final WatchWords words;
    private final WatchCover cover;
    private final Shown shown;
    private final Weekdays weekdays;

    WatchCommand(
            Rota rota,
            Supporters supporters,
            Registration registration,
            WatchWords words,
            WatchCover cover,
            Shown shown,
            Texts texts) {
        this.rota = rota;
        this.supporters = supporters;
        this.registration = registration;
        this.words = words;
        this.cover = cover;
        this.shown = shown;
        this.weekdays = new Weekdays(texts);
    }

    @Override
    public Set<String> names() {
        return Set.of("watch");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("watch", "watchday", "watchadd", "watchdrop", "watchin");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        Optional<Supporter> supporter = supporters.find(chat.person());
        if (supporter.isEmpty() && chat.organiser().isEmpty()) {
            registration.offer(chat, Message.of(chat.text(Phrase.NOT_REGISTERED), Keyboard.none()), 0);
        } else if (supporter.isEmpty() || rest.isEmpty()) {
            show(chat, supporter);
        } else {
            String[] parts = rest.split("\\s+", 2);
            Optional<DayOfWeek> day = weekdays.read(parts[0]);
            Optional<Hours> hours = Hours.parse(parts.length > 1 ? parts[1] : "");
            if (day.isEmpty() || hours.isEmpty()) {
                chat.say(Phrase.WATCH_WRONG);
            } else {
                add(chat, supporter.get().districts().iterator().next(), day.get(), hours.get());
            }
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("watchin")) {
            return reportIn(chat, subject);
        }
        Optional<Supporter> supporter = supporters.find(chat.person());
        if (supporter.isEmpty()) {
            return false;
        }
        return switch (verb) {
            case "watchday" -> hours(chat, supporter.get(), subject);
            case "watchadd" -> add(chat, supporter.get(), subject);
            case "watchdrop" -> drop(chat, subject);
            default -> show(chat, supporter);
        };
    }

    private boolean drop(Chat chat, String id) {
        boolean own = rota.remove(chat.person(), id);
        return show(chat, supporters.find(chat.person())) && own;
    }

    /** Their own, or one that they were asked to take over: who keeps watch over the same district may. */
    private boolean reportIn(Chat chat, String subject) {
        String[] parts = subject.split("@", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,15}")) {
            return false;
        }
        Optional<Shift> shift = rota.find(parts[0]).filter(known -> rota.in(known.district()).stream()
                .anyMatch(other -> other.watcher().equals(chat.person())));
        shift.ifPresent(known -> {
            rota.reportIn(known.id(), Instant.ofEpochMilli(Long.parseLong(parts[1])));
            chat.show(Message.of(chat.text(Phrase.WATCH_THANKS, words.line(known, chat.language())), Keyboard.none()));
        });
        return shift.isPresent();
    }

    private boolean add(Chat chat, Supporter supporter, String subject) {
        String[] parts = subject.split(":", 3);
        Optional<DistrictCode> code = DistrictCode.parse(parts[0]).filter(supporter.districts()::contains);
        Optional<Hours> hours = Hours.parse(parts.length == 3 ? parts[2] : "");
        if (code.isEmpty() || hours.isEmpty() || !parts[1].matches("[1-7]")) {
            return false;
        }
        add(chat, code.get(), DayOfWeek.of(Integer.parseInt(parts[1])), hours.get());
        return true;
    }

    private void add(Chat chat, DistrictCode code, DayOfWeek day, Hours hours) {
        rota.add(chat.person(), code, day, hours);
        show(chat, supporters.find(chat.person()));
    }

    private boolean hours(Chat chat, Supporter supporter, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<DistrictCode> code = DistrictCode.parse(parts[0]).filter(supporter.districts()::contains);
        if (code.isEmpty() || parts.length < 2 || !parts[1].matches("[1-7]")) {
            return false;
        }
        List<Button> buttons = USUAL.stream()
                .map(hours -> Button.press(hours, "watchadd:" + subject + ":" + hours.replace(":00", "")))
                .toList();
        chat.ask(
                Phrase.WATCH_HOURS,
                List.of(
                        buttons.subList(0, 3),
                        buttons.subList(3, buttons.size()),
                        List.of(chat.button(Phrase.BACK, "watch:list"))));
        return true;
    }

    private boolean show(Chat chat, Optional<Supporter> supporter) {
        List<String> lines = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        supporter.ifPresent(known -> {
            List<Shift> own = rota.of(chat.person());
            lines.add(chat.text(own.isEmpty() ? Phrase.WATCH_NONE : Phrase.WATCH_OWN));
            own.forEach(shift -> {
                lines.add("• " + words.line(shift, chat.language()));
                rows.add(List.of(Button.press(
                        "✖️ " + weekdays.name(shift.day(), chat.language()) + " " + shift.hours(),
                        "watchdrop:" + shift.id())));
            });
            known.districts().stream().limit(MOST_DISTRICTS).forEach(code -> rows.addAll(days(chat, code)));
            lines.add("");
            lines.add(chat.text(Phrase.WATCH_HOW));
        });
        String counts =
                chat.organiser().map(organiser -> cover(chat, organiser)).orElse("");
        String body = Stream.of(String.join("\n", lines), counts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        chat.show(Message.titled(chat.text(Phrase.WATCH), body, Keyboard.inline(rows)));
        return true;
    }

    private String cover(Chat chat, Organiser organiser) {
        return chat.suspended()
                ? shown.text(organiser, "watch", chat.language()).orElse("")
                : cover.lines(organiser, chat.language());
    }

    private List<List<Button>> days(Chat chat, DistrictCode code) {
        List<Button> days = Arrays.stream(DayOfWeek.values())
                .map(day -> Button.press(
                        "+ " + weekdays.name(day, chat.language()), "watchday:" + code.value() + ":" + day.getValue()))
                .toList();
        return List.of(days.subList(0, 4), days.subList(4, days.size()));
    }
}
