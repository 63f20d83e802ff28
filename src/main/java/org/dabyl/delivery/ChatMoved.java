package org.dabyl.delivery;

import org.dabyl.vault.SealedId;

/**
 * Told when Telegram says that a group has become a supergroup, which has another id.
 *
 * @param from where it was
 * @param to the chat that it is now, with the same bot
 */
public record ChatMoved(Address from, SealedId to) {}
