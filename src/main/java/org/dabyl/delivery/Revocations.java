package org.dabyl.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bots whose token Telegram no longer takes, since this process started. */
@Component
final class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final Set<BotId> bots = ConcurrentHashMap.newKeySet();

    void add(BotId bot) {
        if (bots.add(bot)) {
            LOG.error(
                    "Bot {} is out of service: Telegram refuses its token. Nothing is sent until a restart.",
                    bot.value());
        }
    }

    boolean contain(BotId bot) {
        return bots.contains(bot);
    }

    int size() {
        return bots.size();
    }
}
