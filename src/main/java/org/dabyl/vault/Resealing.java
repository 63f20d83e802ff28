package org.dabyl.vault;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Seals with the next keys what the keys until now sealed, wherever in a text it stands. What is sealed with the next keys already,
 * and what was never sealed, stays as it is, so that it can be done again.
 *
 * <p>A sealed value tells by itself whether it is one: another opens by chance once in 2^96 at most.
 */
final class Resealing {

    /** Letters of base64url, at least as many as the shortest sealed value has. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32,}");

    /** As long as a sealed number, and yet none: a digest, or what stands in place of an author. */
    private static final Pattern PLAIN = Pattern.compile("[0-9a-f]+|(.)\\1+");

    private static final int ID = 32;

    /** How many characters of a sealed text name its key: Tink writes a number before it. */
    private static final int MARK = 6;

    /** Something sealed that opens with neither keyset, or not for where it is kept. */
    static final class Unknown extends RuntimeException {}

    /**
     * Where a value is kept, which is what it is sealed for.
     *
     * @param old as it was called with the keys until now
     * @param next as it is to be called: a key or a field may itself be a sealed chat
     */
    record Place(String old, String next) {}

    private final Vault old;
    private final Vault next;
    private final List<String> marks;

    Resealing(Vault old, Vault next) {
        this.old = old;
        this.next = next;
        this.marks = List.of(mark(old), mark(next));
    }

    /** The name of a key or a field, or the member of a set: of what is sealed, these hold chats alone. */
    String anew(String name) {
        return anew(name, List.of());
    }

    /**
     * A value with all that is sealed in it sealed anew.
     *
     * @param places where it may be kept, the likely first
     * @throws Unknown where something sealed opens with neither keyset
     */
    String anew(String value, List<Place> places) {
        // no letter of base64url means anything in a replacement
        return TOKEN.matcher(value).replaceAll(token -> token(token.group(), places));
    }

    private String token(String token, List<Place> places) {
        if (marks.stream().anyMatch(token::startsWith)) {
            return text(token, places).orElseThrow(Unknown::new);
        }
        if (token.length() > ID) {
            return within(token);
        }
        return chat(token)
                .or(() -> number(token, places))
                .or(() ->
                        Optional.of(token).filter(plain -> PLAIN.matcher(plain).matches()))
                .orElseThrow(Unknown::new);
    }

    private Optional<String> text(String token, List<Place> places) {
        return first(places, place -> attempt(() -> next.seal(old.open(token, place.old), place.next))
                .or(() -> attempt(() -> next.open(token, place.next)).map(opened -> token)));
    }

    private Optional<String> number(String token, List<Place> places) {
        return first(places, place -> attempt(() -> next.sealNumber(old.openNumber(token, place.old), place.next))
                .or(() -> attempt(() -> next.openNumber(token, place.next)).map(opened -> token)));
    }

    private Optional<String> chat(String token) {
        SealedId id = new SealedId(token);
        return attempt(() -> next.seal(old.open(id)).value())
                .or(() -> attempt(() -> next.open(id)).map(opened -> token));
    }

    /** Chats in the middle of other letters. */
    private String within(String token) {
        for (int at = 0; at + ID <= token.length(); at++) {
            Optional<String> chat = chat(token.substring(at, at + ID));
            if (chat.isPresent()) {
                return token.substring(0, at) + chat.get() + within(token.substring(at + ID));
            }
        }
        return token;
    }

    private static Optional<String> first(List<Place> places, Function<Place, Optional<String>> anew) {
        return places.stream().flatMap(place -> anew.apply(place).stream()).findFirst();
    }

    private static <T> Optional<T> attempt(Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    private static String mark(Vault vault) {
        return vault.seal("", "{}").substring(0, MARK);
    }
}
