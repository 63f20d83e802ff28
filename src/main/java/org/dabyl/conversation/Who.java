package org.dabyl.conversation;

/** Who may use a command or a button. */
enum Who {
    EVERYONE,
    ORGANISER
}
