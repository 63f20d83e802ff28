package org.dabyl.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram brings the updates of one bot, and by what it shows that it is Telegram.
 *
 * @param url names the bot by its id, never by its token
 * @param secret never shown or logged
 */
record Webhook(String url, String secret) {

    /** The path in front of a bot's id. */
    static final String PATH = "/webhook/";

    private static final String ALGORITHM = "HmacSHA256";

    static Webhook of(URI base, Token token) {
        String prefix = base.toString().replaceAll("/+$", "");
        return new Webhook(prefix + PATH + token.bot().value(), secret(token));
    }

    /** Whether the header that came is the secret; takes equally long for every wrong one of the same length. */
    boolean opensWith(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    /** Derived from the token, so that all instances agree without storing it; says nothing about the token. */
    private static String secret(Token token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] secret = mac.doFinal("dabyl webhook".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type, never the value. */
    @Override
    public String toString() {
        return "Webhook";
    }
}
