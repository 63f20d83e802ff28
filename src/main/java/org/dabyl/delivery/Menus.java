package org.dabyl.delivery;

/**
 * The menus of single chats; everyone else has the supporter's. Both calls return at once and never fail: the menu follows when
 * Telegram takes it, in the order of the calls.
 */
public interface Menus {

    /** Shows an organiser's commands in one chat. */
    void organiserMenu(Address to, Language language);

    /** Shows the supporter's commands in one chat again. */
    void plainMenu(Address to);
}
