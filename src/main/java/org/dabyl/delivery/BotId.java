package org.dabyl.delivery;

/**
 * A bot of the fleet, by the number in front of its token; the unit of sharding, for each bot has its own limits.
 *
 * @param value Telegram's id of the bot, positive
 */
public record BotId(long value) {

    /** A key of this bot: all of them carry one hash tag, so that one script may touch several. */
    public String key(String name) {
        return "{" + value + "}:" + name;
    }
}
