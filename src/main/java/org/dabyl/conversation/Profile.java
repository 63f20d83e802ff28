package org.dabyl.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.supporter.QuietHours;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** {@code /status}: everything that is kept about a supporter, with buttons that change it. */
@Component
final class Profile implements Command, Pressable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);
    private static final List<Integer> MINUTES = List.of(10, 30, 60);

    private final Supporters supporters;
    private final Districts districts;
    private final Registration registration;
    private final QuietHours quiet;

    Profile(Supporters supporters, Districts districts, Registration registration, QuietHours quiet) {
        this.supporters = supporters;
        this.districts = districts;
        this.registration = registration;
        this.quiet = quiet;
    }

    @Override
    public Set<String> names() {
        return Set.of("status");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        supporters
                .find(chat.person())
                .ifPresentOrElse(
                        supporter -> chat.send(render(chat, supporter)),
                        () -> registration.offer(
                                chat, Message.of(chat.text(Phrase.NOT_REGISTERED), Keyboard.none()), 0));
    }

    @Override
    public Set<String> verbs() {
        return Set.of("min", "skill");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Supporter> changed = change(verb, subject).flatMap(change -> supporters.change(chat.person(), change));
        changed.ifPresent(supporter -> chat.show(render(chat, supporter)));
        return changed.isPresent();
    }

    private static Optional<UnaryOperator<Supporter>> change(String verb, String subject) {
        if (verb.equals("min")) {
            return MINUTES.stream()
                    .filter(minutes -> minutes.toString().equals(subject))
                    .findAny()
                    .map(minutes -> supporter -> supporter.within(minutes));
        }
        return Arrays.stream(Skill.values())
                .filter(skill -> data(skill).equals(subject))
                .findAny()
                .map(skill -> supporter -> supporter.toggling(skill));
    }

    private Message render(Chat chat, Supporter supporter) {
        List<String> lines = new ArrayList<>();
        lines.add(chat.text(
                Phrase.STATUS_DISTRICTS,
                supporter.districts().stream()
                        .flatMap(code -> districts.find(code).stream())
                        .map(district -> district.name(chat.language().tag()))
                        .collect(Collectors.joining(", "))));
        lines.add(
                supporter.minutes() == 0
                        ? chat.text(Phrase.STATUS_MINUTES_UNKNOWN)
                        : chat.text(Phrase.STATUS_MINUTES, supporter.minutes()));
        if (!supporter.skills().isEmpty()) {
            lines.add(chat.text(
                    Phrase.STATUS_SKILLS,
                    supporter.skills().stream()
                            .map(skill -> chat.text(TurnoutWords.name(skill)))
                            .collect(Collectors.joining(", "))));
        }
        lines.add(supporters
                .mutedUntil(chat.person())
                .map(until -> chat.text(Phrase.STATUS_MUTED, time(until, zone(supporter))))
                .orElseGet(() -> chat.text(Phrase.STATUS_CALLS_ON)));
        quiet.of(chat.person()).ifPresent(hours -> lines.add(chat.text(Phrase.STATUS_QUIET, hours)));
        lines.add("");
        lines.add(chat.text(Phrase.STATUS_HINT));
        List<List<Button>> rows = new ArrayList<>(minutes(chat, supporter));
        rows.addAll(skills(chat, supporter));
        rows.add(List.of(chat.button(Phrase.QUIET_BUTTON, "quiet:ask")));
        return Message.titled(chat.text(Phrase.STATUS), String.join("\n", lines), Keyboard.inline(rows));
    }

    /** How soon one can usually be there, the chosen one marked. */
    static List<List<Button>> minutes(Chat chat, Supporter supporter) {
        return List.of(MINUTES.stream()
                .map(minutes ->
                        mark(supporter.minutes() == minutes, chat.button(Phrase.MINUTES, "min:" + minutes, minutes)))
                .toList());
    }

    /** The time of day in a zone, with the day. */
    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** The zone of the first of the person's districts. */
    ZoneId zone(Supporter supporter) {
        return districts.zoneOf(supporter.districts().iterator().next());
    }

    private static List<List<Button>> skills(Chat chat, Supporter supporter) {
        List<Button> buttons = Arrays.stream(Skill.values())
                .map(skill -> mark(
                        supporter.skills().contains(skill),
                        chat.button(TurnoutWords.name(skill), "skill:" + data(skill))))
                .toList();
        return List.of(buttons.subList(0, 3), buttons.subList(3, buttons.size()));
    }

    private static Button mark(boolean chosen, Button button) {
        return chosen ? new Button("✅ " + button.label(), button.data(), button.link()) : button;
    }

    private static String data(Skill skill) {
        return skill.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
