package org.dabyl.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that Dabyl speaks. */
public enum Language {
    KK,
    RU,
    EN;

    /** The language of a Telegram client ({@code kk}, {@code ru-RU}, …); Russian for any other and for none. */
    public static Language of(@Nullable String languageCode) {
        if (languageCode != null) {
            for (Language language : values()) {
                if (languageCode.toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals(language.tag())) {
                    return language;
                }
            }
        }
        return RU;
    }

    /** The IETF tag in lower case: {@code kk}, {@code ru}, {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
