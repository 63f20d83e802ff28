package org.dabyl.delivery;

import java.util.List;
import java.util.Optional;

/** The bots that this program runs. */
public interface Fleet {

    /** Every bot that a token is set for, in the order of the settings; never empty. */
    List<BotId> bots();

    /** The bot's user name, without @; empty until Telegram has told it. */
    Optional<String> username(BotId bot);

    /** The bot as people know it, or its number where Telegram never told its name. */
    default String name(BotId bot) {
        return username(bot).map(username -> "@" + username).orElse(Long.toString(bot.value()));
    }

    /** Asks Telegram whether it takes the bot's token now; empty where it does not say. */
    default Optional<Boolean> takes(BotId bot) {
        return Optional.empty();
    }
}
