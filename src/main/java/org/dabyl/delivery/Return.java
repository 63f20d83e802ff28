package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Has a bot that is in service again send at once what it could not. Other instances find out when they next try, within a minute. */
@Component
final class Return {

    private static final Script<Long> HASTEN = Script.beside(Return.class, "hasten.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Revocations revocations;
    private final Bell bell;

    Return(StringRedisTemplate redis, Revocations revocations, Bell bell) {
        this.redis = redis;
        this.revocations = revocations;
        this.bell = bell;
    }

    @EventListener
    void on(BotBack back) {
        HASTEN.run(redis, List.of(back.bot().key("")));
        revocations.lift(back.bot());
        bell.ring(back.bot());
    }
}
