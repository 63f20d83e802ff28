package org.dabyl.organiser;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealedId;

/**
 * How an organiser is written in Redis: {@code 1000001|ru||shanyrak-1,shanyrak-2|1775367000000}, with {@code owner} in the third place
 * for one. The last is when another organiser appointed them: nothing where the owner did, and not there in what was written before
 * that was noted.
 */
final class OrganiserForm {

    private static final int FIELDS = 5;

    private OrganiserForm() {}

    static String write(Organiser organiser) {
        return String.join(
                "|",
                Long.toString(organiser.address().bot().value()),
                organiser.language().tag(),
                organiser.owner() ? "owner" : "",
                organiser.districts().stream().map(DistrictCode::value).collect(Collectors.joining(",")),
                organiser.newSince().equals(Instant.EPOCH)
                        ? ""
                        : Long.toString(organiser.newSince().toEpochMilli()));
    }

    static Organiser read(SealedId chat, String form) {
        String[] fields = form.split("\\|", -1);
        Set<DistrictCode> districts = Arrays.stream(fields[3].split(","))
                .filter(code -> !code.isEmpty())
                .map(DistrictCode::new)
                .collect(Collectors.toUnmodifiableSet());
        return new Organiser(
                new Address(new BotId(Long.parseLong(fields[0])), chat),
                Language.of(fields[1]),
                fields[2].equals("owner"),
                districts,
                fields.length < FIELDS || fields[4].isEmpty()
                        ? Instant.EPOCH
                        : Instant.ofEpochMilli(Long.parseLong(fields[4])));
    }
}
