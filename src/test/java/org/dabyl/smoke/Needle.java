package org.dabyl.smoke;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that must not be found, in every form in which it could lie there. Haystacks are bytes, each read as one character.
 *
 * @param what what it is, in plain words
 * @param forms how it could be written
 */
record Needle(String what, Set<String> forms) {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** A text: as it is, in wide characters, escaped, in hex, in base64. */
    static Needle of(String text) {
        Needle needle = new Needle(text, new LinkedHashSet<>());
        needle.add(text.getBytes(StandardCharsets.UTF_8));
        needle.add(text.getBytes(StandardCharsets.UTF_16LE));
        needle.add(text.getBytes(StandardCharsets.UTF_16BE));
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
        needle.forms.add(escaped.toString());
        return needle;
    }

    /** A number: in decimal as a text, in hex, and as eight bytes from either end. */
    static Needle of(long number) {
        Needle needle = of(Long.toString(number));
        String hex = Long.toHexString(number);
        needle.forms.addAll(Set.of(hex, hex.toUpperCase(Locale.ROOT)));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            needle.add(
                    ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array());
        }
        return needle;
    }

    static String bytes(byte[] haystack) {
        return new String(haystack, BYTES);
    }

    /** The form in which it lies there. */
    Optional<String> in(String haystack) {
        return forms.stream().filter(haystack::contains).findFirst();
    }

    private void add(byte[] bytes) {
        forms.add(bytes(bytes));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            forms.add(within(Base64.getEncoder(), bytes, before));
            forms.add(within(Base64.getUrlEncoder(), bytes, before));
        }
    }

    /** What is the same in base64 whatever stands around, so many bytes (of each three) after the begin. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String all = new String(encoder.encode(shifted), BYTES);
        return all.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
