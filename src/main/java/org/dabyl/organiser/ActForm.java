package org.dabyl.organiser;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealBroken;
import org.dabyl.vault.Vault;

/**
 * An act as it is written in Redis: {@code 12|1775367000000|37|UPDATED|shanyrak-1|5|sealed detail|mark before|mark}.
 *
 * <p>The mark is a keyed hash (AES-SIV) of all that stands before it, the mark of the act before among it: without the keyset nobody
 * can write one that fits, so a copy of the log that was changed cannot be made good again by who holds the database.
 */
record ActForm(long place, String body, String before, String mark) {

    static final String NONE = "-";

    private static final int FIELDS = 9;

    static ActForm write(Vault vault, Entry entry, String before) {
        String codes = entry.where().stream().map(DistrictCode::value).sorted().collect(Collectors.joining(","));
        String detail = vault.seal(entry.detail(), sealPlace(entry.place()));
        String body = String.join(
                "|",
                Long.toString(entry.place()),
                Long.toString(entry.at().toEpochMilli()),
                Integer.toString(entry.by()),
                entry.act().name(),
                codes,
                entry.about(),
                detail,
                before);
        return new ActForm(entry.place(), body, before, vault.sealNumber(entry.place(), markPlace(body)));
    }

    /** What was written; empty where it is not as it was written. */
    static Optional<ActForm> read(Vault vault, String text) {
        String[] fields = text.split("\\|", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        String body = text.substring(0, text.lastIndexOf('|'));
        try {
            long place = vault.openNumber(fields[8], markPlace(body));
            return Optional.of(new ActForm(place, body, fields[7], fields[8]));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    Entry entry(Vault vault) {
        String[] fields = body.split("\\|", -1);
        Set<DistrictCode> where = Arrays.stream(fields[4].split(","))
                .filter(code -> !code.isEmpty())
                .map(DistrictCode::new)
                .collect(Collectors.toUnmodifiableSet());
        return new Entry(
                place,
                Instant.ofEpochMilli(Long.parseLong(fields[1])),
                Integer.parseInt(fields[2]),
                Act.valueOf(fields[3]),
                where,
                fields[5],
                vault.open(fields[6], sealPlace(place)));
    }

    String text() {
        return body + "|" + mark;
    }

    /** The end of the log that this act is. */
    String end() {
        return place + "|" + mark;
    }

    private static String sealPlace(long place) {
        return Acts.KEY + ":" + place;
    }

    private static String markPlace(String body) {
        return Acts.KEY + ":" + body;
    }
}
