package org.dabyl.delivery;

/**
 * A command in the menu beside the chat.
 *
 * @param command without the slash: 1 to 32 of {@code a-z0-9_}
 * @param description 1 to 256 characters
 */
public record MenuEntry(String command, String description) {}
