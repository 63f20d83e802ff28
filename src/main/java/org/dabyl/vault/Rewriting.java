package org.dabyl.vault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dabyl.store.Nodes;
import org.dabyl.store.Script;
import org.dabyl.vault.Resealing.Place;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * Walks through the whole database and puts what is sealed anew in place of what was, a few elements at a time. Each of these steps
 * is one script, and each element says by itself with which keys it is sealed: wherever the walk is cut off, the next one goes on.
 */
final class Rewriting {

    private static final Script<Long> SWAP = Script.beside(Rewriting.class, "swap.lua", Long.class);

    /** Elements in one step, so that a script stays short. */
    private static final int PAGE = 500;

    private final StringRedisTemplate redis;
    private final Resealing seals;
    private final Set<String> apart;

    /** {@code apart} are keys that others see to. */
    Rewriting(StringRedisTemplate redis, Resealing seals, Set<String> apart) {
        this.redis = redis;
        this.seals = seals;
        this.apart = apart;
    }

    /**
     * Goes through everything but what others see to.
     *
     * @param write whether to change what is to be changed, or only to count it
     * @return how many elements were, or are to be, changed; 0 proves that the keys until now seal nothing any more
     * @throws KeysetRefused where something opens with neither keyset
     */
    long pass(boolean write) {
        return Nodes.names(redis).stream()
                .filter(key -> !apart.contains(key))
                .mapToLong(key -> pass(key, write))
                .sum();
    }

    private long pass(String key, boolean write) {
        try {
            String name = seals.anew(key);
            long changes = elements(key, name, write);
            if (name.equals(key)) {
                return changes;
            }
            if (write) {
                redis.rename(key, name);
            }
            return changes + 1;
        } catch (Resealing.Unknown e) {
            // without what follows the tag and the kind, which may name somebody
            throw KeysetRefused.unknown(key.replaceAll("(?<=}:[^:]{1,40}):.*", ":…"));
        }
    }

    private long elements(String key, String name, boolean write) {
        Steps steps = new Steps(key, write);
        switch (redis.type(key)) {
            case STRING -> string(key, name, steps);
            case HASH -> hash(key, name, steps);
            case SET -> set(key, steps);
            case ZSET -> sortedSet(key, steps);
            case LIST -> list(key, steps);
            case STREAM -> stream(key, name, steps);
            case NONE -> {} // its life ended meanwhile
        }
        return steps.end();
    }

    private void string(String key, String name, Steps steps) {
        String value = redis.opsForValue().get(key);
        if (value != null) {
            steps.add("string", value, seals.anew(value, places(key, name)));
        }
    }

    private void hash(String key, String name, Steps steps) {
        try (Cursor<Map.Entry<String, String>> fields =
                redis.<String, String>opsForHash().scan(key, options())) {
            fields.forEachRemaining(field -> {
                String anew = seals.anew(field.getKey());
                List<Place> places = places(key, name, field.getKey(), anew);
                steps.add("hash", field.getKey(), anew, field.getValue(), seals.anew(field.getValue(), places));
            });
        }
    }

    private void set(String key, Steps steps) {
        try (Cursor<String> members = redis.opsForSet().scan(key, options())) {
            members.forEachRemaining(member -> steps.add("set", member, seals.anew(member)));
        }
    }

    private void sortedSet(String key, Steps steps) {
        try (Cursor<TypedTuple<String>> members = redis.opsForZSet().scan(key, options())) {
            members.forEachRemaining(member -> {
                String value = Objects.requireNonNull(member.getValue());
                steps.add("zset", value, seals.anew(value));
            });
        }
    }

    private void list(String key, Steps steps) {
        List<String> elements = Objects.requireNonNull(redis.opsForList().range(key, 0, -1));
        for (int index = 0; index < elements.size(); index++) {
            String element = elements.get(index);
            steps.add("list", Integer.toString(index), Integer.toString(index), element, seals.anew(element));
        }
    }

    private void stream(String key, String name, Steps steps) {
        List<MapRecord<String, String, String>> entries =
                Objects.requireNonNull(redis.<String, String>opsForStream().range(key, Range.unbounded()));
        for (MapRecord<String, String, String> entry : entries) {
            String id = entry.getId().getValue();
            String update = entry.getValue().getOrDefault("id", "");
            String text = entry.getValue().getOrDefault("update", "");
            steps.add("stream", id, id, update, update, text, seals.anew(text, places(key, name, update, update)));
        }
    }

    private static List<Place> places(String key, String name, String field, String anew) {
        return Stream.concat(Stream.of(new Place(key + ":" + field, name + ":" + anew)), places(key, name).stream())
                .toList();
    }

    private static List<Place> places(String key, String name) {
        // a draft is sealed for the alert that it becomes in one step
        return Stream.of(new Place(key, name), new Place(alert(key), alert(name)))
                .distinct()
                .toList();
    }

    private static String alert(String draft) {
        return draft.replace("{dabyl}:draft:", "{dabyl}:alert:");
    }

    private static ScanOptions options() {
        return ScanOptions.scanOptions().count(PAGE).build();
    }

    /** The elements of one key that are to be changed, a page at a time. */
    private final class Steps {

        private final String key;
        private final boolean write;
        private final List<Object> page = new ArrayList<>();
        private long changes;

        Steps(String key, boolean write) {
            this.key = key;
            this.write = write;
        }

        /** In pairs: what it was, what it is to be. */
        void add(String kind, String... oldAndNext) {
            boolean same = true;
            for (int i = 0; i < oldAndNext.length; i += 2) {
                same &= oldAndNext[i].equals(oldAndNext[i + 1]);
            }
            if (same) {
                return;
            }
            if (page.isEmpty()) {
                page.add(kind);
            }
            page.addAll(Arrays.asList(oldAndNext));
            if (++changes % PAGE == 0) {
                flush();
            }
        }

        long end() {
            flush();
            return changes;
        }

        private void flush() {
            if (write && !page.isEmpty()) {
                SWAP.run(redis, List.of(key), page.toArray());
            }
            page.clear();
        }
    }
}
