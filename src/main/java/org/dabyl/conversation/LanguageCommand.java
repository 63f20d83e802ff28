package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Menus;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Organisers;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** {@code /language}: what the bot speaks to this person. */
@Component
final class LanguageCommand implements Command, Pressable {

    private static final List<List<Button>> CHOICE = List.of(List.of(
            Button.press("Қазақша", "lang:kk"),
            Button.press("Русский", "lang:ru"),
            Button.press("English", "lang:en")));

    private final Supporters supporters;
    private final Organisers organisers;
    private final Texts texts;
    private final Menus menus;

    LanguageCommand(Supporters supporters, Organisers organisers, Texts texts, Menus menus) {
        this.supporters = supporters;
        this.organisers = organisers;
        this.texts = texts;
        this.menus = menus;
    }

    @Override
    public Set<String> names() {
        return Set.of("language");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        chat.ask(Phrase.LANGUAGE, CHOICE);
    }

    @Override
    public Set<String> verbs() {
        return Set.of("lang");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Language> chosen = Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(subject))
                .findAny();
        chosen.ifPresent(language -> {
            boolean kept = supporters
                    .change(chat.person(), supporter -> supporter.speaking(language))
                    .isPresent();
            organisers.speak(chat.person(), language);
            // nothing is kept of who is neither: they choose a district first
            boolean known = kept || chat.organiser().isPresent();
            chat.show(Message.of(
                    known
                            ? texts.get(language, Phrase.LANGUAGE_SET)
                            : texts.get(language, Phrase.NOT_REGISTERED) + " /start",
                    Keyboard.none()));
            organisers
                    .appointed(chat.person())
                    .ifPresent(organiser -> menus.organiserMenu(organiser.address(), organiser.language()));
        });
        return chosen.isPresent();
    }
}
