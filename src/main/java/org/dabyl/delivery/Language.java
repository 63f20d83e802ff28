package org.dabyl.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that Dabyl speaks. */
public enum Language {
    KK,
    RU,
    EN;

    private final String tag = name().toLowerCase(Locale.ROOT);

    /** The language of a Telegram client ({@code kk}, {@code ru-RU}, …); Russian for any other and for none. */
    public static Language of(@Nullable String languageCode) {
        if (languageCode != null) {
            String code = languageCode.toLowerCase(Locale.ROOT);
            for (Language language : values()) {
                if (language.begins(code)) {
                    return language;
                }
            }
        }
        return RU;
    }

    private boolean begins(String code) {
        return code.startsWith(tag) && (code.length() == tag.length() || "-_".indexOf(code.charAt(tag.length())) >= 0);
    }

    /** The IETF tag in lower case: {@code kk}, {@code ru}, {@code en}. */
    public String tag() {
        return tag;
    }
}
