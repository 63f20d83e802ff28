package org.dabyl.delivery;

/** Told when Telegram has refused a bot's token, by whichever instance noticed it; again for each later time. */
public record BotRefused(BotId bot) {}
