package org.dabyl.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.stereotype.Component;

/** Reads events as Redis keeps them; what people said is sealed for its event and its reporter. */
@Component
class EventReader {

    private final Vault vault;

    EventReader(Vault vault) {
        this.vault = vault;
    }

    Event read(EventId id, Map<String, String> fields, Map<String, String> seen) {
        return new Event(
                id,
                new DistrictCode(requireNonNull(fields.get("district"))),
                Kind.valueOf(requireNonNull(fields.get("kind"))),
                State.of(requireNonNull(fields.get("state"))),
                time(fields, "openedAt").orElseThrow(),
                time(fields, "answeredAt"),
                time(fields, "heldUntil"),
                Optional.ofNullable(fields.get("alert")).map(AlertId::new),
                sightings(id, seen));
    }

    String seal(EventId id, Address person, String what, String said) {
        return vault.seal(said, place(id, person.chat().value(), what));
    }

    private List<Sighting> sightings(EventId id, Map<String, String> seen) {
        return seen.keySet().stream()
                .filter(field -> field.indexOf(':') < 0)
                .map(chat -> sighting(id, chat, seen))
                .sorted(Comparator.comparingInt(Sighting::number))
                .toList();
    }

    private Sighting sighting(EventId id, String chat, Map<String, String> seen) {
        String[] form = requireNonNull(seen.get(chat)).split("\\|", 3);
        return new Sighting(
                Integer.parseInt(form[0]),
                new Address(new BotId(Long.parseLong(form[1])), new SealedId(chat)),
                Instant.ofEpochMilli(Long.parseLong(form[2])),
                said(id, chat, "words", seen).orElse(""),
                said(id, chat, "place", seen).map(Sighting.Place::of),
                said(id, chat, "photo", seen));
    }

    private Optional<String> said(EventId id, String chat, String what, Map<String, String> seen) {
        return Optional.ofNullable(seen.get(chat + ":" + what)).map(text -> vault.open(text, place(id, chat, what)));
    }

    private static Optional<Instant> time(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)));
    }

    private static String place(EventId id, String chat, String what) {
        return Events.seen(id) + ":" + chat + ":" + what;
    }
}
