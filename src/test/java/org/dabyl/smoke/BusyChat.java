package org.dabyl.smoke;

import java.time.Duration;
import java.util.Objects;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A chat that has just had so much that the next message to it has to wait: what a story has sent to it meanwhile waits with it. */
final class BusyChat {

    private static final long BURST_MICROS = 4_000_000;

    private final StringRedisTemplate redis;
    private final String key;

    private BusyChat(StringRedisTemplate redis, String key) {
        this.redis = redis;
        this.key = key;
    }

    /** Makes the person's chat with the first bot busy for so long. */
    static BusyChat of(Town town, Phone phone, Duration time) {
        Address address = new Address(
                new BotId(1_000_001), town.program().getBean(Vault.class).seal(new ChatId(phone.id())));
        BusyChat busy = new BusyChat(town.program().getBean(StringRedisTemplate.class), address.passingKey("chat"));
        busy.begin(time);
        return busy;
    }

    private void begin(Duration time) {
        RedisCallback<Long> clock = connection -> connection.serverCommands().time();
        long now = Objects.requireNonNull(redis.execute(clock));
        redis.opsForValue()
                .set(key, Long.toString(now * 1000 + BURST_MICROS + time.toNanos() / 1000), time.plusSeconds(4));
    }

    /** Up to when it is busy, in µs; more with each that waits. */
    long until() {
        return Long.parseLong(Objects.requireNonNullElse(redis.opsForValue().get(key), "0"));
    }
}
