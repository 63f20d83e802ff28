package org.dabyl.rehearsal;

/**
 * What the page shows of the crowd.
 *
 * @param wanted how many are to register
 * @param started how many have opened their link
 * @param registered how many have been answered
 * @param received messages they got that they did not ask for
 * @param perSecond messages of the bots in the last second
 * @param tooMany 429 answers that the bots were given
 * @param speed how fast their time passes; 0 while they stand still
 */
public record CrowdView(
        int wanted,
        int started,
        int registered,
        long received,
        long answered,
        long arrived,
        long blocked,
        int perSecond,
        int largestSecond,
        long tooMany,
        int speed) {
    static final CrowdView EMPTY = new CrowdView(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
