package org.dabyl.delivery;

/** Telegram takes a bot's token again, which it had refused. */
public record BotBack(BotId bot) {}
