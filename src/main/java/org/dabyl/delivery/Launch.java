package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that launches a dispatch on one bot. */
record Launch(StringRedisTemplate redis, Clock clock) {

    /** How long a dispatch is tried: a call that is older calls nobody. */
    static final Duration TRIED = Duration.ofHours(6);

    /** How long everything of a dispatch is kept: Telegram lets a bot delete its messages for as long. */
    static final Duration KEPT = Life.DISPATCH.time();

    private static final Script<Long> SCRIPT = Script.beside(Launch.class, "launch.lua", Long.class);

    /**
     * Launches, or finds it launched; the number of recipients.
     *
     * @param everywhere whether every bot of the fleet launches it
     */
    long run(BotId bot, Dispatch dispatch, Map<Language, String> sealedTexts, Audience audience, boolean everywhere) {
        List<Object> arguments = new ArrayList<>(List.of(
                dispatch.id().value(),
                dispatch.priority().tag(),
                clock.millis(),
                TRIED.toMillis(),
                KEPT.toMillis(),
                audience.called().isEmpty() ? 0 : 1,
                audience.only().size(),
                audience.classes().size(),
                everywhere ? 1 : 0,
                dispatch.breaksMute() ? 1 : 0));
        audience.classes().forEach(sets -> arguments.add(sets.size()));
        sealedTexts.forEach((language, text) -> {
            arguments.add(language.tag());
            arguments.add(text);
        });
        return SCRIPT.run(redis, keys(bot, audience), arguments.toArray());
    }

    private static List<String> keys(BotId bot, Audience audience) {
        List<String> keys = new ArrayList<>(List.of(bot.key("")));
        audience.classes().forEach(keys::addAll);
        keys.addAll(audience.only());
        keys.addAll(audience.except());
        if (!audience.called().isEmpty()) {
            keys.add(audience.called());
        }
        return keys;
    }
}
