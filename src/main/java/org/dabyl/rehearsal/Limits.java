package org.dabyl.rehearsal;

/**
 * How much a bot may send before it is told 429; 0 switches one limit off. The default numbers are those of Telegram's Bot FAQ.
 *
 * @param perSecond messages and edits of one bot in any sliding second
 * @param paidPerSecond messages of one bot in any sliding second that it pays for
 * @param chatBurst messages that one chat takes at once; it regains one a second
 * @param groupPerMinute messages and edits in one group in any sliding minute
 */
public record Limits(int perSecond, int paidPerSecond, int chatBurst, int groupPerMinute) {
    public static final Limits TELEGRAM = new Limits(30, 1000, 5, 20);
    public static final Limits NONE = new Limits(0, 0, 0, 0);
}
