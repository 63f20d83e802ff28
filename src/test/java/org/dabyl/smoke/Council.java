package org.dabyl.smoke;

/** A town for what organisers do to each other: they hear of each other's acts every second, and one alone calls one district. */
final class Council {

    private Council() {}

    static Town town() {
        return Once.TOWN;
    }

    private static final class Once {
        private static final Town TOWN = Town.shared("--dabyl.acts.pause=1s", Town.SECOND + "true");
    }
}
