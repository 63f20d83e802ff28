package org.dabyl.vault;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.dabyl.store.PrivateFiles;

/** Makes the secret files of a server, once: the program of {@code docker compose run --rm setup}. */
final class Secrets {

    private static final int PASSWORD_BYTES = 32;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing in the folder, and asks for the bot's token where someone is there to answer. */
    @SuppressWarnings("SystemConsoleNull") // it does, where the input is no terminal
    static void main(String[] arguments) throws IOException {
        Secrets secrets = new Secrets(Path.of(arguments[0]));
        secrets.make();
        Console console = System.console();
        if (console != null && console.isTerminal() && secrets.isMissing("bot-token")) {
            // not on the command line, where it would stay in the shell's history
            char[] token = console.readPassword("The bot's token from BotFather: ");
            secrets.create("bot-token", token == null ? "" : new String(token).strip());
        }
        System.out.println(
                "The secrets are in place. Keep a copy of keyset.json: without it the data opens to nobody.");
    }

    /** Makes the keyset and the password of Redis where they are missing. */
    void make() throws IOException {
        PrivateFiles.folder(folder);
        if (isMissing("keyset.json")) {
            Keyset.create(folder.resolve("keyset.json"));
        }
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        create("redis-password", HexFormat.of().formatHex(password));
    }

    private void create(String name, String secret) throws IOException {
        if (isMissing(name) && !secret.isEmpty()) {
            PrivateFiles.create(folder.resolve(name), secret);
        }
    }

    private boolean isMissing(String name) {
        return Files.notExists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}
