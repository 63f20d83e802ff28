package org.dabyl.delivery;

import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that counts the people of every dispatch of a bot where they are. */
record Count(StringRedisTemplate redis) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Count.class, "count.lua", List.class);

    private static final int WIDTH = 11;

    /**
     * One dispatch.
     *
     * @param booked as its book says
     * @param counted with those waiting, leased and retrying counted one by one
     */
    record Counted(DispatchId dispatch, Progress booked, Progress counted) {

        /** Whether everyone is accounted for, and the book is right. */
        boolean balanced() {
            return counted.balanced() && counted.equals(booked);
        }
    }

    /** Counts every dispatch that is still kept. */
    List<Counted> run(BotId bot) {
        List<?> answer = SCRIPT.run(redis, List.of(bot.key("")));
        List<Counted> dispatches = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += WIDTH) {
            dispatches.add(counted(answer.subList(i, i + WIDTH)));
        }
        return dispatches;
    }

    private static Counted counted(List<?> parts) {
        long[] n = parts.stream()
                .skip(1)
                .mapToLong(part -> Long.parseLong((String) part))
                .toArray();
        return new Counted(
                new DispatchId((String) parts.getFirst()),
                new Progress(n[0], n[7], n[1], n[2], n[3], n[4], n[5], n[6]),
                new Progress(n[0], n[7], n[8], n[9], n[3], n[4], n[5], n[6]));
    }
}
