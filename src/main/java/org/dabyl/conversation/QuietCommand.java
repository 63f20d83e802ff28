package org.dabyl.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.supporter.Hours;
import org.dabyl.supporter.QuietHours;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** {@code /quiet 22-7}: what can wait makes no sound then; a call does. */
@Component
final class QuietCommand implements Command, Pressable {

    private static final List<String> USUAL = List.of("22:00–07:00", "23:00–08:00", "00:00–06:00");

    private final QuietHours quiet;
    private final Supporters supporters;
    private final Registration registration;

    QuietCommand(QuietHours quiet, Supporters supporters, Registration registration) {
        this.quiet = quiet;
        this.supporters = supporters;
        this.registration = registration;
    }

    @Override
    public Set<String> names() {
        return Set.of("quiet");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("quiet");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (!press(chat, name, rest.isEmpty() ? "ask" : rest)) {
            chat.say(Phrase.QUIET_WRONG);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Hours> hours = Hours.parse(subject);
        String word = subject.toLowerCase(Locale.ROOT);
        if (hours.isEmpty() && !word.equals("off") && !word.equals("ask")) {
            return false;
        }
        if (supporters.find(chat.person()).isEmpty()) {
            registration.offer(chat, Message.of(chat.text(Phrase.NOT_REGISTERED), Keyboard.none()), 0);
        } else if (word.equals("ask")) {
            ask(chat);
        } else {
            set(chat, hours);
        }
        return true;
    }

    private void set(Chat chat, Optional<Hours> hours) {
        hours.ifPresentOrElse(chosen -> quiet.set(chat.person(), chosen), () -> quiet.erase(chat.person()));
        String text = hours.map(chosen -> chat.text(Phrase.QUIET_SET, chosen)).orElse(chat.text(Phrase.QUIET_UNSET));
        chat.show(Message.of(text, Keyboard.none()));
    }

    private static void ask(Chat chat) {
        List<Button> usual = USUAL.stream()
                .map(hours -> Button.press(hours, "quiet:" + hours))
                .toList();
        List<List<Button>> rows = Stream.concat(
                        usual.stream().map(List::of), Stream.of(List.of(chat.button(Phrase.QUIET_OFF, "quiet:off"))))
                .toList();
        chat.ask(Phrase.QUIET, rows);
    }
}
