package org.dabyl.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dabyl.vault.SealedId;

/**
 * Where a person can be reached: a chat with one bot of the fleet.
 *
 * @param bot the bot that the person started
 * @param chat the chat, sealed
 */
public record Address(BotId bot, SealedId chat) {

    /**
     * A key about this person that lives for seconds or minutes. It holds a digest of the sealed id: who leaves in that time has left
     * no sealed id behind.
     */
    public String passingKey(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(chat.value().getBytes(StandardCharsets.UTF_8));
            return bot.key(name + ":" + HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
