package org.dabyl.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Telegram is reached.
 *
 * <p>Carries no validation annotations: Spring prints the value that it refuses, and these are secrets. {@link Connection} checks.
 *
 * @param botToken the token of one bot, from BotFather; none starts the rehearsal
 * @param bots further bots of the fleet
 * @param telegramApiUrl the Bot API server, with an optional path in front of {@code /bot<token>}
 * @param protectContent whether the official apps refuse to forward and save what the bots say
 * @param receiverLease how long one instance keeps receiving for a bot without a sign of life before another takes over; Telegram
 *     keeps presses for 150 s
 */
@ConfigurationProperties("dabyl")
public record TelegramSettings(
        @Nullable String botToken,
        @DefaultValue List<FleetBot> bots,

        @DefaultValue("https://api.telegram.org") URI telegramApiUrl,

        @DefaultValue("true") boolean protectContent,

        @DefaultValue("10s") Duration receiverLease) {

    /** One more bot; a blank token counts as none. */
    public record FleetBot(@Nullable String token) {

        @Override
        public String toString() {
            return "FleetBot";
        }
    }

    /** The tokens that are set, in order; empty where none is. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        add(tokens, botToken);
        bots.forEach(bot -> add(tokens, bot.token()));
        return tokens;
    }

    private static void add(List<String> tokens, @Nullable String token) {
        if (token != null && !token.isBlank()) {
            tokens.add(token.strip());
        }
    }

    @Override
    public String toString() {
        return "TelegramSettings";
    }
}
