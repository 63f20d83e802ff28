package org.dabyl.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Probation;
import org.dabyl.organiser.Told;
import org.dabyl.panic.Lockdown;
import org.dabyl.panic.PanicSettings;
import org.dabyl.panic.PanicSettings.Unlock;
import org.dabyl.panic.Seconds;
import org.dabyl.panic.Seconds.Asked;
import org.dabyl.panic.Seconds.What;
import org.dabyl.panic.Seconds.Which;
import org.springframework.stereotype.Component;

/** {@code /panic}: any organiser locks everything; who unlocks is a setting; two organisers, or an owner with a word, wipe everything. */
@Component
final class PanicCommand implements Command, Pressable {

    static final String NAME = "panic";

    private final Lockdown lockdown;
    private final Seconds seconds;
    private final PanicSettings settings;
    private final PanicWord word;
    private final Farewell farewell;
    private final Organisers organisers;
    private final Probation probation;
    private final Noting noting;
    private final Told told;
    private final Texts texts;
    private final Post post;
    private final OfficePost office;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    PanicCommand(
            Lockdown lockdown,
            Seconds seconds,
            PanicSettings settings,
            PanicWord word,
            Farewell farewell,
            Organisers organisers,
            Probation probation,
            Noting noting,
            Told told,
            Texts texts,
            Post post,
            OfficePost office) {
        this.lockdown = lockdown;
        this.seconds = seconds;
        this.settings = settings;
        this.word = word;
        this.farewell = farewell;
        this.organisers = organisers;
        this.probation = probation;
        this.noting = noting;
        this.told = told;
        this.texts = texts;
        this.post = post.vital();
        this.office = office.vital();
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> verbs() {
        return Set.of(NAME);
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean whileLocked() {
        return true;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        String[] words = rest.split("\\s+", 2);
        String what = words[0].toLowerCase(Locale.ROOT);
        String said = words.length > 1 ? words[1].strip() : "";
        if (what.equals("word")) {
            word.set(chat, said);
        } else if (what.equals("wipe") && !said.isEmpty()) {
            word.wipe(chat, said);
        } else if (!press(chat, name, what)) {
            menu(chat, lockdown.locked());
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        switch (subject) {
            case "lock" -> lock(chat);
            case "unlock" -> unlock(chat);
            case "wipe" -> wipe(chat);
            default -> {
                return false;
            }
        }
        return true;
    }

    static void menu(Chat chat, boolean locked) {
        Button lock = locked
                ? chat.button(Phrase.PANIC_UNLOCK, "panic:unlock")
                : chat.button(Phrase.PANIC_LOCK, "panic:lock");
        chat.ask(Phrase.PANIC, List.of(List.of(lock), List.of(chat.button(Phrase.PANIC_WIPE, "panic:wipe"))));
    }

    private void lock(Chat chat) {
        lockdown.lock();
        noting.noteForAll(chat, Act.LOCKED);
        say(chat, Phrase.PANIC_LOCKED, chat.text(ends(settings.unlock())));
    }

    static Phrase ends(Unlock unlock) {
        return switch (unlock) {
            case OWNER -> Phrase.PANIC_UNLOCK_OWNER;
            case TWO -> Phrase.PANIC_UNLOCK_TWO;
            case MACHINE -> Phrase.PANIC_UNLOCK_MACHINE;
        };
    }

    private void unlock(Chat chat) {
        Organiser organiser = chat.organiser().orElseThrow();
        if (settings.unlock() == Unlock.MACHINE) {
            say(chat, Phrase.PANIC_UNLOCK_MACHINE);
        } else if (settings.unlock() == Unlock.OWNER && !organiser.owner()) {
            say(chat, Phrase.PANIC_UNLOCK_OWNER);
        } else {
            Asked asked = settings.unlock() == Unlock.TWO
                    ? seconds.agree(What.UNLOCK, organiser)
                    : new Asked(Which.SECOND, "");
            switch (asked.which()) {
                case TOO_NEW -> say(chat, Phrase.TOO_NEW, probation.hours());
                case FIRST -> {
                    say(chat, Phrase.PANIC_ASKED);
                    askOthers(chat, asked.wish(), Phrase.PANIC_CONFIRM_UNLOCK, Phrase.PANIC_UNLOCK, "panic:unlock");
                }
                case SECOND -> {
                    noting.noteForAll(chat, Act.UNLOCKED);
                    lockdown.unlock();
                    seconds.done(What.UNLOCK);
                    say(chat, Phrase.PANIC_UNLOCKED);
                }
            }
        }
    }

    private void wipe(Chat chat) {
        Asked asked = seconds.agree(What.WIPE, chat.organiser().orElseThrow());
        switch (asked.which()) {
            case TOO_NEW -> say(chat, Phrase.TOO_NEW, probation.hours());
            case FIRST -> {
                noting.noteForAll(chat, Act.WIPE_ASKED);
                say(chat, Phrase.PANIC_ASKED);
                askOthers(chat, asked.wish(), Phrase.PANIC_CONFIRM_WIPE, Phrase.PANIC_WIPE, "panic:wipe");
            }
            case SECOND ->
                farewell.wipe(() -> {
                    chat.toast(Phrase.PANIC_WIPING);
                    say(chat, Phrase.PANIC_WIPING);
                });
        }
    }

    /** The chat's own post may have been chosen before everything was locked. */
    private void say(Chat chat, Phrase phrase, Object... filling) {
        post.send(chat.person(), Message.of(chat.text(phrase, filling), Keyboard.none()));
    }

    /** Each once for one wish, however often it is pressed. */
    private void askOthers(Chat chat, String wish, Phrase question, Phrase yes, String data) {
        for (Organiser other : organisers.everyone()) {
            if (!other.address().chat().equals(chat.person().chat()) && !probation.on(other)) {
                Button button = Button.press(texts.get(other.language(), yes), data);
                String text = texts.get(other.language(), question);
                // side by side: nobody's deaf phone takes the others' minutes
                Message message = Message.of(text, Keyboard.inline(List.of(List.of(button))));
                Thread.ofVirtual().start(() -> askOnce(wish, other, message));
            }
        }
    }

    private void askOnce(String wish, Organiser other, Message question) {
        String one = wish + "." + other.address().chat().value();
        // pressed again while it is under way it would be sent twice
        if (underWay.add(one)) {
            try {
                told.each("panic." + wish, List.of(other), them -> office.send(them, question));
            } finally {
                underWay.remove(one);
            }
        }
    }
}
