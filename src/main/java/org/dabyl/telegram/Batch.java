package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one poll brought.
 *
 * @param updates in the order of their ids
 * @param next the offset that confirms all of them; 0 where nothing can be confirmed
 * @param setAside how many had no id that can be read
 */
record Batch(List<Update> updates, long next, int setAside) {

    // the Bot API's integers have at most 52 significant bits; a greater id would confirm everything that is still to
    // come
    private static final long GREATEST_ID = 1L << 52;

    /** The {@link Essence} of one update. */
    record Update(long id, String json) {

        /** The type, never the content. */
        @Override
        public String toString() {
            return "Update";
        }
    }

    /** One update that is still a tree: whoever floods the bot is not worth writing out. */
    record Unread(long id, JsonNode tree) {

        /** The type, never the content. */
        @Override
        public String toString() {
            return "Unread";
        }
    }

    /** Reads a batch of which everything is kept. */
    static Batch read(JsonNode result, long polled) {
        return read(result, polled, all -> all);
    }

    /**
     * Reads a batch.
     *
     * <p>The next offset is one above the highest id <em>of the batch</em>, also where that is below the offset polled with. Ids
     * start again at a random number after a quiet week, and differ from server to server; a server asked from an offset far above
     * its queue answers from the queue's head, so an offset that only ever rose would fetch the same batch for ever.
     *
     * <p>Where no element has an id, the offset moves by one: it then confirms at most the first of them.
     *
     * @param polled the offset that it was polled with, 0 for none
     * @param door who of them comes in; all are confirmed
     */
    static Batch read(JsonNode result, long polled, UnaryOperator<List<Unread>> door) {
        List<Unread> all = new ArrayList<>();
        long highest = 0;
        for (JsonNode element : result) {
            long id = id(element);
            highest = Math.max(highest, id);
            if (id > 0) {
                all.add(new Unread(id, element));
            }
        }
        all.sort(Comparator.comparingLong(Unread::id));
        List<Update> updates = door.apply(all).stream()
                .map(kept -> new Update(kept.id(), Essence.of(kept.tree())))
                .toList();
        return new Batch(updates, next(highest, polled, result.size()), result.size() - all.size());
    }

    private static long next(long highest, long polled, int size) {
        if (highest > 0) {
            return highest + 1;
        }
        return size > 0 && polled > 0 ? polled + 1 : 0;
    }

    private static long id(JsonNode element) {
        JsonNode id = element.path("update_id");
        boolean sane = id.isIntegralNumber() && id.canConvertToLong() && id.asLong() < GREATEST_ID;
        return sane ? Math.max(id.asLong(), 0) : 0;
    }
}
