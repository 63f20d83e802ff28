package org.dabyl.smoke;

/** A town for what organisers do to each other: its organisers are told of each other's acts every second. */
final class Council {

    private Council() {}

    static Town town() {
        return Once.TOWN;
    }

    private static final class Once {
        private static final Town TOWN = Town.shared("--dabyl.acts.pause=1s");
    }
}
