package org.dabyl.conversation;

import java.util.Locale;
import java.util.Set;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Probation;
import org.dabyl.panic.Lockdown;
import org.dabyl.panic.PanicSettings;
import org.dabyl.panic.PanicSettings.Unlock;
import org.dabyl.panic.Word;
import org.springframework.stereotype.Component;

/**
 * Answers a suspended organiser's {@code /panic} as {@link PanicCommand} would, locks nothing, wipes nothing and asks nobody. What needs
 * a second organiser waits for one; no word is the owner's.
 */
@Component
final class ShadePanic {

    private final Shown shown;
    private final Acts acts;
    private final PanicSettings settings;
    private final Probation probation;
    private final Lockdown lockdown;

    ShadePanic(Shown shown, Acts acts, PanicSettings settings, Probation probation, Lockdown lockdown) {
        this.probation = probation;
        this.lockdown = lockdown;
        this.shown = shown;
        this.acts = acts;
        this.settings = settings;
    }

    void run(Chat chat, String rest) {
        String[] words = rest.split("\\s+", 2);
        String what = words[0].toLowerCase(Locale.ROOT);
        String said = words.length > 1 ? words[1].strip() : "";
        if (what.equals("word") || (what.equals("wipe") && !said.isEmpty())) {
            chat.deleteSaid();
            word(chat, what, said);
        } else if (!press(chat, what)) {
            PanicCommand.menu(chat, lockdown.locked() || shown.locked(self(chat)));
        }
    }

    boolean press(Chat chat, String subject) {
        switch (subject) {
            case "lock" -> {
                did(chat, Act.LOCKED);
                if (!lockdown.locked()) {
                    // else it ends for them too when the others end theirs
                    shown.lock(self(chat), true);
                }
                chat.say(Phrase.PANIC_LOCKED, chat.text(PanicCommand.ends(settings.unlock())));
            }
            case "unlock" -> unlock(chat);
            case "wipe" -> {
                if (!refuses(chat)) {
                    did(chat, Act.WIPE_ASKED);
                    chat.say(Phrase.PANIC_ASKED);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void unlock(Chat chat) {
        if (settings.unlock() == Unlock.TWO) {
            if (!refuses(chat)) {
                chat.say(Phrase.PANIC_ASKED);
            }
        } else if (settings.unlock() == Unlock.OWNER && self(chat).owner() && lockdown.locked()) {
            // that everything goes on cannot be imitated
            chat.say(Phrase.TRY_AGAIN);
        } else if (settings.unlock() == Unlock.OWNER && self(chat).owner()) {
            did(chat, Act.UNLOCKED);
            shown.lock(self(chat), false);
            chat.say(Phrase.PANIC_UNLOCKED);
        } else {
            chat.say(PanicCommand.ends(settings.unlock()));
        }
    }

    /** As nobody counts as one of two who is new. */
    private boolean refuses(Chat chat) {
        boolean refused = probation.on(self(chat));
        if (refused) {
            chat.say(Phrase.TOO_NEW, probation.hours());
        }
        return refused;
    }

    private static void word(Chat chat, String what, String said) {
        if (!self(chat).owner()) {
            chat.say(Phrase.PANIC_OWNER_ONLY);
        } else if (what.equals("wipe")) {
            chat.say(Phrase.PANIC_WORD_WRONG);
        } else if (said.length() < Word.SHORTEST) {
            chat.say(Phrase.PANIC_WORD_SHORT, Word.SHORTEST);
        } else {
            chat.say(Phrase.PANIC_WORD_SET);
        }
    }

    private void did(Chat chat, Act act) {
        shown.did(self(chat), acts.unnoted(self(chat), act, Set.of(), "", ""));
    }

    private static Organiser self(Chat chat) {
        return chat.organiser().orElseThrow();
    }
}
