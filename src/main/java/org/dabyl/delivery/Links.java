package org.dabyl.delivery;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Links that start a bot of the fleet: the one in service with the fewest people, so that they spread by themselves. */
@Component
public class Links {

    private final Fleet fleet;
    private final Outages outages;
    private final StringRedisTemplate redis;

    Links(Fleet fleet, Outages outages, StringRedisTemplate redis) {
        this.fleet = fleet;
        this.outages = outages;
        this.redis = redis;
    }

    /** A link that hands the bot this payload, at most 64 of {@code A-Za-z0-9_-}; empty where no bot can take it now. */
    public Optional<String> start(String payload) {
        Set<BotId> out = outages.all().keySet();
        return fleet.bots().stream()
                .filter(bot -> !out.contains(bot) && fleet.username(bot).isPresent())
                .min(Comparator.comparingLong(this::people))
                .flatMap(fleet::username)
                .map(username -> "https://t.me/" + username + "?start=" + payload);
    }

    private long people(BotId bot) {
        return redis.opsForHash().size(bot.key("supporters"));
    }
}
