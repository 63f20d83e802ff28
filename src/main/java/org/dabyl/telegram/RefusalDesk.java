package org.dabyl.telegram;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.Vault;
import org.springframework.stereotype.Component;

/** The refusals of every bot: whoever takes what is said in and whoever handles it must know of each other what was refused. */
@Component
final class RefusalDesk {

    private final Map<BotId, Refusals> refusals = new ConcurrentHashMap<>();
    private final Vault vault;
    private final Listener listener;

    RefusalDesk(Vault vault, Listener listener) {
        this.vault = vault;
        this.listener = listener;
    }

    Refusals of(BotId bot) {
        return refusals.computeIfAbsent(bot, any -> new Refusals(new Hearing(vault, bot), listener));
    }
}
