package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** {@code /mute 8h}: nothing is sent until then, not even a call. */
@Component
final class MuteCommand implements Command, Pressable {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*([mhd])");
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Supporters supporters;
    private final Registration registration;
    private final Profile profile;
    private final Clock clock;

    MuteCommand(Supporters supporters, Registration registration, Profile profile, Clock clock) {
        this.supporters = supporters;
        this.registration = registration;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of("mute");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (!rest.isEmpty()) {
            if (!press(chat, name, rest)) {
                chat.say(Phrase.MUTE_WRONG);
            }
            return;
        }
        chat.ask(
                Phrase.MUTE,
                List.of(
                        List.of(
                                chat.button(Phrase.MUTE_HOURS, "mute:1h", 1),
                                chat.button(Phrase.MUTE_HOURS, "mute:8h", 8),
                                chat.button(Phrase.MUTE_HOURS, "mute:24h", 24)),
                        List.of(chat.button(Phrase.MUTE_OFF, "mute:off"))));
    }

    @Override
    public Set<String> verbs() {
        return Set.of("mute");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Duration> time = parse(subject);
        Optional<Supporter> supporter = supporters.find(chat.person());
        if (time.isPresent() && supporter.isEmpty()) {
            registration.offer(chat, Message.of(chat.text(Phrase.NOT_REGISTERED), Keyboard.none()), 0);
        } else if (time.isPresent()) {
            mute(chat, supporter.get(), time.get());
        }
        return time.isPresent();
    }

    private void mute(Chat chat, Supporter supporter, Duration time) {
        Instant until = clock.instant().plus(time);
        supporters.mute(chat.person(), until);
        String text = time.isZero()
                ? chat.text(Phrase.UNMUTED)
                : chat.text(Phrase.MUTED, Profile.time(until, profile.zone(supporter)));
        chat.show(Message.of(text, Keyboard.none()));
    }

    /** Reads {@code 30m}, {@code 8h}, {@code 2d} or {@code off}; empty for anything else. */
    static Optional<Duration> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("off") || lower.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher form = FORM.matcher(lower);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(form.group(1));
        Duration time =
                switch (form.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
        return time.compareTo(LONGEST) <= 0 ? Optional.of(time) : Optional.empty();
    }
}
