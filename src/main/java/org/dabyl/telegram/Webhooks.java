package org.dabyl.telegram;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.jspecify.annotations.Nullable;

/** The webhooks of the fleet: one for each bot, or none at all. */
final class Webhooks {

    /** The ports that Telegram's own server connects to (Bot API, setWebhook); -1 for the scheme's own. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    private final Map<BotId, Webhook> all;

    private Webhooks(Map<BotId, Webhook> all) {
        this.all = all;
    }

    /** None where there is no address; throws a {@link WrongConnection} where Telegram would refuse it. */
    static Webhooks of(@Nullable URI base, List<Token> tokens, URI api) {
        Map<BotId, Webhook> webhooks = new HashMap<>();
        if (base != null && !base.toString().isBlank()) {
            check(base, "api.telegram.org".equalsIgnoreCase(api.getHost()));
            tokens.forEach(token -> webhooks.put(token.bot(), Webhook.of(base, token)));
        }
        return new Webhooks(Map.copyOf(webhooks));
    }

    /** A Bot API server of one's own brings updates anywhere, Telegram's by https and to few ports only. */
    private static void check(URI base, boolean telegrams) {
        boolean https = "https".equalsIgnoreCase(base.getScheme());
        boolean web = https || (!telegrams && "http".equalsIgnoreCase(base.getScheme()));
        if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new WrongConnection(
                    "The webhook's address must be an https URL with a host and nothing behind the path.");
        }
        if (telegrams && !PORTS.contains(base.getPort())) {
            throw new WrongConnection("The webhook's port must be 443, 80, 88 or 8443: Telegram connects to no other.");
        }
    }

    /** The bot's, or null where updates are fetched. */
    @Nullable Webhook find(BotId bot) {
        return all.get(bot);
    }
}
