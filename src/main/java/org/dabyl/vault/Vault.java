package org.dabyl.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens what names a person or what a person wrote.
 *
 * <p>What is not a chat is sealed for the place where it is kept, so that it opens nowhere else: the key, or for one entry of many
 * {@code key:field}. That places are written like this is what {@link Resealing} finds them again by.
 */
public final class Vault {

    private static final byte[] CHAT = "chat".getBytes(StandardCharsets.UTF_8);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private volatile @Nullable DeterministicAead ids;
    private volatile @Nullable Aead texts;

    Vault(DeterministicAead ids, Aead texts) {
        this.ids = ids;
        this.texts = texts;
    }

    /** Lets go of the keys: from now on nothing is sealed and nothing opens. */
    void forget() {
        ids = null;
        texts = null;
    }

    private DeterministicAead ids() {
        return present(ids);
    }

    private Aead texts() {
        return present(texts);
    }

    private static <T> T present(@Nullable T keys) {
        if (keys == null) {
            throw new SealBroken(new GeneralSecurityException("the keys were wiped"));
        }
        return keys;
    }

    /** The same sealed id every time for the same chat. */
    public SealedId seal(ChatId chat) {
        return new SealedId(sealNumber(chat.value(), CHAT));
    }

    /**
     * The chat behind a sealed id.
     *
     * @throws SealBroken where it was not sealed with this keyset
     */
    public ChatId open(SealedId sealed) {
        return new ChatId(openNumber(sealed.value(), CHAT));
    }

    /** A number sealed for one place, e.g. a message id: 32 characters that mean nothing elsewhere. */
    public String sealNumber(long number, String place) {
        return sealNumber(number, place(place));
    }

    /**
     * The number behind {@link #sealNumber(long, String)}.
     *
     * @throws SealBroken where it was sealed for another place or with another keyset
     */
    public long openNumber(String sealed, String place) {
        return openNumber(sealed, place(place));
    }

    /** A text sealed for one place: every time another value. */
    public String seal(String text, String place) {
        try {
            return ENCODER.encodeToString(texts().encrypt(bytes(text), place(place)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    /**
     * The text behind {@link #seal(String, String)}.
     *
     * @throws SealBroken where it was sealed for another place or with another keyset
     */
    public String open(String sealed, String place) {
        try {
            return new String(texts().decrypt(DECODER.decode(sealed), place(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken(e);
        }
    }

    private String sealNumber(long number, byte[] place) {
        try {
            byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
            return ENCODER.encodeToString(ids().encryptDeterministically(plain, place));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    private long openNumber(String sealed, byte[] place) {
        try {
            return ByteBuffer.wrap(ids().decryptDeterministically(DECODER.decode(sealed), place))
                    .getLong();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken(e);
        }
    }

    private static byte[] place(String place) {
        if (!place.startsWith("{")) {
            throw new IllegalArgumentException("a place is a key, or key:field");
        }
        return bytes(place);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
