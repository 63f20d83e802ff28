package org.dabyl.turnout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dabyl.alert.AlertId;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Those who came, or meant to, and have not said that they are home: as numbers, in the order of their answers. */
@Component
class Outstanding {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Outstanding.class, "outstanding.lua", List.class);

    private static final Duration LIFE = Life.NUMBERS.time();
    private static final int WIDTH = 3;

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Pseudonyms pseudonyms;

    Outstanding(StringRedisTemplate redis, Fleet fleet, Pseudonyms pseudonyms) {
        this.redis = redis;
        this.fleet = fleet;
        this.pseudonyms = pseudonyms;
    }

    List<Missing> of(AlertId id) {
        List<Missing> missing = new ArrayList<>();
        for (BotId bot : fleet.bots()) {
            List<?> answer = run(bot, id, 0);
            if (answer.getFirst() instanceof Long unnumbered && unnumbered > 0) {
                answer = run(bot, id, pseudonyms.reserve(id, unnumbered));
            }
            for (int i = 1; i < answer.size(); i += WIDTH) {
                missing.add(read(answer.subList(i, i + WIDTH)));
            }
        }
        missing.sort(Comparator.comparingInt(Missing::number));
        return missing;
    }

    /** With 0 it says first how many have no number; otherwise it gives them numbers from {@code first} on. */
    private List<?> run(BotId bot, AlertId id, long first) {
        return SCRIPT.run(
                redis,
                List.of(
                        Answers.answers(bot, id),
                        Answers.coming(bot, id),
                        Answers.here(bot, id),
                        Pseudonyms.numbers(bot, id),
                        Pseudonyms.numbered(bot, id)),
                first,
                LIFE.toSeconds());
    }

    private static Missing read(List<?> fields) {
        long minute = Long.parseLong((String) fields.get(2));
        return new Missing(
                Integer.parseInt((String) fields.get(0)),
                "here".equals(fields.get(1)),
                Instant.ofEpochSecond(minute * 60));
    }
}
