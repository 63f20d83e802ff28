package org.dabyl.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Script;
import org.dabyl.supporter.Supporters;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** How many people the next ring of an alert would call; counted once for each ring, for it is work for Redis. */
@Component
public class Uncalled {

    private static final Script<Long> COUNT = Script.beside(Uncalled.class, "uncalled.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Rings rings;
    private final Clock clock;

    Uncalled(StringRedisTemplate redis, Fleet fleet, Rings rings, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.rings = rings;
        this.clock = clock;
    }

    /** Counts those of the ring who were not called yet, the muted left out, and notes the number. */
    public void count(Alert alert, Ring ring) {
        Set<DistrictCode> called = rings.called(alert);
        Set<DistrictCode> more = new LinkedHashSet<>(rings.codes(alert.district(), ring));
        more.removeAll(called);
        long people = fleet.bots().stream()
                .mapToLong(bot -> COUNT.run(redis, keys(bot, alert, more, called), clock.millis(), more.size()))
                .sum();
        rings.expect(alert.id(), people);
    }

    private static List<String> keys(BotId bot, Alert alert, Set<DistrictCode> more, Set<DistrictCode> called) {
        List<String> keys = new ArrayList<>(List.of(
                bot.key("alert:" + alert.id().value() + ":uncalled"), bot.key("muted"), Calls.called(bot, alert.id())));
        more.forEach(code -> keys.add(Supporters.key(bot, code)));
        called.forEach(code -> keys.add(Supporters.key(bot, code)));
        return keys;
    }
}
