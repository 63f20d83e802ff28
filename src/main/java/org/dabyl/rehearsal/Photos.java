package org.dabyl.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest pictures that bots and persons have sent, by file id. */
final class Photos {
    private static final int MOST = 100;
    private static final int BYTES = 10 * 1024 * 1024;
    private int last;
    private final Map<String, byte[]> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    synchronized String keep(byte[] picture) {
        if (picture.length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (picture.length > BYTES) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        String id = "photo" + ++last;
        kept.put(id, picture);
        return id;
    }

    synchronized Optional<byte[]> find(String fileId) {
        return Optional.ofNullable(kept.get(fileId));
    }
}
