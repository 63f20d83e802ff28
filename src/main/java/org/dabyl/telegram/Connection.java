package org.dabyl.telegram;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dabyl.delivery.BotId;

/**
 * Which bots are run, and where the Bot API is; the rehearsal makes one of its own.
 *
 * @param tokens one for each bot of the fleet, at least one
 * @param api the Bot API server, asked at every call, so that it may become known after the web server has started; throws an
 *     {@link IllegalStateException} as long as it is not
 */
public record Connection(List<Token> tokens, Supplier<URI> api) {

    /** Refuses an empty fleet and two tokens of one bot with a {@link WrongConnection}. */
    public Connection {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new WrongConnection("No bot token is set.");
        }
        Set<BotId> bots = new HashSet<>();
        if (!tokens.stream().map(Token::bot).allMatch(bots::add)) {
            throw new WrongConnection("Two of the bot tokens belong to the same bot: each bot may be set once.");
        }
    }

    /** The connection that the settings ask for; throws a {@link WrongConnection} that shows no token. */
    static Connection of(TelegramSettings settings) {
        URI api = settings.telegramApiUrl();
        String scheme = api.getScheme();
        if (api.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new WrongConnection("The Bot API's address must be an http or https URL with a host.");
        }
        return new Connection(settings.tokens().stream().map(Token::new).toList(), () -> api);
    }
}
