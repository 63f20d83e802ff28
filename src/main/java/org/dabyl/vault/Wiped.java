package org.dabyl.vault;

import java.nio.file.Path;

/** The program does not start, for everything was wiped. */
final class Wiped extends RuntimeException {

    private final Path mark;

    Wiped(Path mark) {
        super("Everything was wiped here: the keys, the data, and what was on the disk of Redis.");
        this.mark = mark;
    }

    String advice() {
        return "Nothing can be brought back. To begin from nothing, with new keys and without anybody, remove the file "
                + mark + " and start again.";
    }
}
