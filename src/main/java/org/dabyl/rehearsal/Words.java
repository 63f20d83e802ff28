package org.dabyl.rehearsal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of the pages in one language: kk, ru or en. */
public final class Words {
    static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(String language) {
        locale = Locale.of(language);
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        texts = ResourceBundle.getBundle("org.dabyl.rehearsal.pages", locale, exact);
    }

    /** The texts in this language, or in Russian where it is none of the three. */
    static Words in(String language) {
        return LOADED.computeIfAbsent(LANGUAGES.contains(language) ? language : "ru", Words::new);
    }

    public String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    public String language() {
        return locale.getLanguage();
    }
}
