package org.dabyl.rehearsal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link that opens a bot: {@code https://t.me/<username>?start=<payload>}; the payload is empty where there is none. */
record DeepLink(String username, String payload) {
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://)?(?:t|telegram)\\.me/([A-Za-z0-9_]{3,32})/?(?:\\?start=([A-Za-z0-9_-]{0,64}))?");

    static Optional<DeepLink> parse(String url) {
        Matcher link = LINK.matcher(url);
        if (!link.matches()) {
            return Optional.empty();
        }
        @Nullable String payload = link.group(2);
        return Optional.of(new DeepLink(link.group(1), payload == null ? "" : payload));
    }

    /** The text that Telegram sends when a person opens the link and presses Start. */
    String text() {
        return payload.isEmpty() ? "/start" : "/start " + payload;
    }
}
