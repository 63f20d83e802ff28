package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuEntry;
import org.dabyl.delivery.MenuTexts;
import org.springframework.stereotype.Component;

/** The menus and the bot's description. */
@Component
final class MenuWords implements MenuTexts {

    private final Texts texts;

    MenuWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<MenuEntry> supporter(Language language) {
        return List.of(
                entry("report", Phrase.MENU_REPORT, language),
                entry("status", Phrase.MENU_STATUS, language),
                entry("districts", Phrase.MENU_DISTRICTS, language),
                entry("mute", Phrase.MENU_MUTE, language),
                entry("quiet", Phrase.MENU_QUIET, language),
                entry("watch", Phrase.MENU_WATCH, language),
                entry("language", Phrase.MENU_LANGUAGE, language),
                entry("help", Phrase.MENU_HELP, language),
                entry("start", Phrase.MENU_START, language),
                entry("leave", Phrase.MENU_LEAVE, language),
                entry("forget", Phrase.MENU_FORGET, language));
    }

    @Override
    public List<MenuEntry> organiser(Language language) {
        List<MenuEntry> entries = new ArrayList<>(List.of(
                entry("alert", Phrase.MENU_ALERT, language),
                entry("board", Phrase.MENU_BOARD, language),
                entry("update", Phrase.MENU_UPDATE, language),
                entry("standdown", Phrase.MENU_STANDDOWN, language),
                entry("handover", Phrase.MENU_HANDOVER, language),
                entry("drill", Phrase.MENU_DRILL, language),
                entry("link", Phrase.MENU_LINK, language),
                entry("invite", Phrase.MENU_INVITE, language),
                entry("channels", Phrase.MENU_CHANNELS, language),
                entry("organisers", Phrase.MENU_ORGANISERS, language),
                entry("log", Phrase.MENU_LOG, language),
                entry("suspend", Phrase.MENU_SUSPEND, language),
                entry("panic", Phrase.MENU_PANIC, language)));
        entries.addAll(supporter(language));
        return entries;
    }

    @Override
    public String description(Language language) {
        return texts.get(language, Phrase.DESCRIPTION);
    }

    @Override
    public String shortDescription(Language language) {
        return texts.get(language, Phrase.SHORT_DESCRIPTION);
    }

    private MenuEntry entry(String command, Phrase phrase, Language language) {
        return new MenuEntry(command, texts.get(language, phrase));
    }
}
