package org.dabyl.delivery;

import org.dabyl.vault.SealedId;

/**
 * Where a person can be reached: a chat with one bot of the fleet.
 *
 * @param bot the bot that the person started
 * @param chat the chat, sealed
 */
public record Address(BotId bot, SealedId chat) {}
