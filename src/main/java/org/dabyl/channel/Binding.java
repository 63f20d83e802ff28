package org.dabyl.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealedId;

/**
 * A channel or group that gets the alerts of a district.
 *
 * @param place which
 * @param district whose alerts
 * @param languages what they are written in there, at least one
 * @param by the organiser who bound it; empty where that was not kept yet, or is not any more
 */
public record Binding(Place place, DistrictCode district, List<Language> languages, Optional<SealedId> by) {

    private static final int TAG_BYTES = 8;

    public Binding {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a card needs a language");
        }
    }

    /** The same in these languages. */
    public Binding speaking(List<Language> others) {
        return new Binding(place, district, others, by);
    }

    /** The same, where who bound it is no organiser any more. */
    public Binding byNobody() {
        return new Binding(place, district, languages, Optional.empty());
    }

    /** What a button calls it by: short, and no way back to the chat. */
    public String tag() {
        try {
            byte[] sealed = place.address().chat().value().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sealed);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
