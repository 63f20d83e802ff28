package org.dabyl.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The rings of alerts: whom each calls, and which were called. Kept in the alert's own hash, in the fields {@code ring-<n>} (ms of
 * calling it), {@code held}, {@code calledAt} (ms, where the alert became a call) and {@code people} (about how many the next ring calls).
 */
@Component
public class Rings {

    static final String STEP = "ring";
    private static final int PEOPLE = Ring.values().length;
    private static final Script<Long> WIDEN = Script.beside(Rings.class, "widen.lua", Long.class);
    private static final Script<Long> NOTE = Script.beside(Rings.class, "note.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Districts districts;
    private final Clock clock;

    Rings(StringRedisTemplate redis, Districts districts, Clock clock) {
        this.redis = redis;
        this.districts = districts;
        this.clock = clock;
    }

    public Widening of(Alert alert) {
        List<@Nullable String> kept = read(alert.id());
        String turned = kept.getLast();
        TreeMap<Ring, Instant> called = new TreeMap<>(
                Map.of(Ring.OWN, turned == null ? alert.openedAt() : Instant.ofEpochMilli(Long.parseLong(turned))));
        for (Ring ring : Ring.FARTHER) {
            String since = kept.get(ring.number());
            if (since != null) {
                called.put(ring, Instant.ofEpochMilli(Long.parseLong(since)));
            }
        }
        String people = kept.get(PEOPLE);
        return new Widening(
                called,
                "1".equals(kept.getFirst()),
                people == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(people)));
    }

    /** The rings that are called, at least the own district. */
    List<Ring> called(AlertId id) {
        List<@Nullable String> kept = read(id);
        return Arrays.stream(Ring.values())
                .filter(ring -> ring == Ring.OWN || kept.get(ring.number()) != null)
                .toList();
    }

    /** Whether the alert was to be ready first, and is a call now. */
    boolean turned(AlertId id) {
        return redis.opsForHash().hasKey(Alerts.key(id), "calledAt");
    }

    /** The next ring that calls districts which were not called yet; empty where there is none. */
    public Optional<Ring> next(Alert alert, Widening widening) {
        Set<DistrictCode> called = codes(alert.district(), widening.outermost());
        return Ring.FARTHER.stream()
                .filter(ring -> ring.compareTo(widening.outermost()) > 0)
                .filter(ring -> !called.containsAll(codes(alert.district(), ring)))
                .findFirst();
    }

    /** Plans the call to a ring; false where it or one farther out is called already, or the alert is over. */
    public boolean call(AlertId id, Ring ring) {
        return WIDEN.run(
                        redis,
                        List.of(Alerts.key(id), Timetable.KEY),
                        id.value(),
                        ring.number(),
                        clock.millis(),
                        Ring.CITY.number())
                == 1;
    }

    /** Keeps an alert from widening by itself, or lets it. */
    public void hold(AlertId id, boolean held) {
        NOTE.run(redis, List.of(Alerts.key(id)), "held", held ? 1 : 0);
    }

    /** Notes about how many people the next ring calls. */
    void expect(AlertId id, long people) {
        NOTE.run(redis, List.of(Alerts.key(id)), "people", people);
    }

    /** Whose supporters are called so far. */
    public Set<DistrictCode> called(Alert alert) {
        return codes(alert.district(), of(alert).outermost());
    }

    /** Whose supporters are called once this ring is: those of the rings before among them. */
    public Set<DistrictCode> codes(DistrictCode district, Ring ring) {
        // a district that has left the file calls nobody else
        if (districts.find(district).isEmpty()) {
            return Set.of();
        }
        Set<DistrictCode> codes = new LinkedHashSet<>(districts.calledFor(district));
        if (ring.compareTo(Ring.NEIGHBOURS) >= 0) {
            districts.neighbours(district).forEach(near -> codes.addAll(districts.withDescendants(near.code())));
        }
        if (ring.compareTo(Ring.PARENT) >= 0) {
            districts.ancestors(district).stream()
                    .findFirst()
                    .ifPresent(parent -> codes.addAll(districts.withDescendants(parent.code())));
        }
        if (ring == Ring.CITY) {
            districts.all().stream().map(District::code).forEach(codes::add);
        }
        return codes;
    }

    /** Whether it is held, since when each ring is called (at its number), about how many people the next one calls, since when it is a call. */
    private List<@Nullable String> read(AlertId id) {
        List<String> fields = new ArrayList<>(List.of("held"));
        Ring.FARTHER.forEach(ring -> fields.add("ring-" + ring.number()));
        fields.addAll(List.of("people", "calledAt"));
        return Collections.<@Nullable String>unmodifiableList(
                redis.<String, String>opsForHash().multiGet(Alerts.key(id), fields));
    }
}
