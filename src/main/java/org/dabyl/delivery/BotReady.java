package org.dabyl.delivery;

/**
 * Told once a bot of the fleet has been reached, and again after each start of the program.
 *
 * @param username the bot's user name, without @
 */
public record BotReady(BotId bot, String username) {}
