package org.dabyl.vault;

import java.nio.file.Path;

/** Why the program does not start with this keyset, and what to do about it. */
final class KeysetRefused extends RuntimeException {

    private final String advice;

    private KeysetRefused(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    static KeysetRefused missing(Path file) {
        return new KeysetRefused(
                "The database was sealed with a keyset, and there is none at " + file + ".",
                "Put the keyset file back, or set DABYL_KEYSET to where it is. If it is lost for good, nobody can open"
                        + " what the database holds: start with an empty database.");
    }

    static KeysetRefused foreign(Path file) {
        return new KeysetRefused(
                "The keyset " + file + " does not open this database, which was sealed with another one.",
                "Set DABYL_KEYSET to the keyset file of this database, or connect to the database of this keyset. If the"
                        + " right file is lost for good, start with an empty database. If rotate-keys was cut off, run it again.");
    }

    static KeysetRefused open(Path file) {
        return new KeysetRefused(
                "The keyset " + file + " may be read by others than its owner.",
                "Take that right away: chmod 600 " + file + ". Who has read the file can name every supporter in a copy"
                        + " of the database.");
    }

    static KeysetRefused ofAnother(Path file) {
        return new KeysetRefused(
                "The keyset " + file + " belongs to another user than the one that runs the program.",
                "Run the program as the user who owns it, or take it over: chown $(id -u) " + file
                        + ". Who owns the file" + " can read it, and name every supporter in a copy of the database.");
    }

    static KeysetRefused unreadable(Path file, String reason) {
        return new KeysetRefused(
                "The keyset " + file + " cannot be read: " + reason + ".",
                "Make it a plain file whose owner is the user that runs the program, with mode 600.");
    }

    static KeysetRefused malformed(Path file) {
        return new KeysetRefused(
                "The file " + file + " is no keyset, or a damaged one.",
                "Put a good copy of the keyset file back, or set DABYL_KEYSET to where it is. If it is lost for good,"
                        + " remove the file and start with an empty database.");
    }

    static KeysetRefused notCreated(Path file, String reason) {
        return new KeysetRefused(
                "The keyset " + file + " cannot be created: " + reason + ".",
                "Let the user that runs the program write to its folder, or set DABYL_KEYSET to another file.");
    }

    static KeysetRefused unfinished() {
        return new KeysetRefused(
                "The keys of this database are being rotated, and that was not finished.",
                "Run rotate-keys again with the same settings: it goes on where it stopped, and nobody is lost. Leave the"
                        + " files keyset.json and keyset.json.next where they are.");
    }

    static KeysetRefused inUse() {
        return new KeysetRefused(
                "Another Dabyl uses this database.", "Stop it, and run rotate-keys again. Nothing was changed.");
    }

    static KeysetRefused nothingSealed() {
        return new KeysetRefused(
                "This database holds nothing that was sealed.",
                "Run rotate-keys with the settings of the program: SPRING_DATA_REDIS_URL, DABYL_DATA, DABYL_KEYSET.");
    }

    static KeysetRefused unknown(String key) {
        return new KeysetRefused(
                "What is kept under " + key + " opens with neither keyset.",
                "Nothing was changed. Start the program with the keyset as it was; please report this.");
    }

    String advice() {
        return advice;
    }
}
