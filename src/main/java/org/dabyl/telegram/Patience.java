package org.dabyl.telegram;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param longPoll how long Telegram holds an empty answer, in whole seconds
 * @param first the first wait after a failure, doubled at each further one
 * @param longest the longest wait after a failure
 * @param conflict the wait after Telegram says that somebody else receives
 * @param revoked the wait before a refused token is tried again: the operator may have been quick, or the server wrong
 * @param betweenMenus the pause between two calls about menus, which leave the bot's limit to the messages
 * @param webhookLook between two looks whether the webhook is still ours
 * @param lease how long one instance keeps receiving without a sign of life
 */
record Patience(
        Duration longPoll,
        Duration first,
        Duration longest,
        Duration conflict,
        Duration revoked,
        Duration betweenMenus,
        Duration webhookLook,
        Duration lease) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /** Telegram's own pace; throws a {@link WrongConnection} for a lease below a second. */
    static Patience of(Duration lease) {
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new WrongConnection("dabyl.receiver-lease must be at least one second.");
        }
        return new Patience(
                Duration.ofSeconds(25),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofMinutes(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                lease);
    }

    Backoff backoff() {
        return new Backoff(first, longest);
    }
}
