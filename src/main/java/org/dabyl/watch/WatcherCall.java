package org.dabyl.watch;

import java.util.List;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Priority;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends to one watcher, once, however often it is asked for. It sounds in quiet hours, for the watcher chose the hour, and not through
 * a mute.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>watcher:&lt;dispatch&gt;</td><td>set</td><td>one sealed chat</td><td>while it is launched</td></tr>
 * </table>
 */
@Component
class WatcherCall {

    private final StringRedisTemplate redis;
    private final Dispatches dispatches;

    WatcherCall(StringRedisTemplate redis, Dispatches dispatches) {
        this.redis = redis;
        this.dispatches = dispatches;
    }

    void send(String name, Address watcher, Map<Language, Message> message) {
        DispatchId id = new DispatchId(name);
        String set = watcher.bot().key("watcher:" + name);
        redis.opsForSet().add(set, watcher.chat().value());
        redis.expire(set, Life.WATCHER.time());
        dispatches.launch(
                watcher.bot(), new Dispatch(id, Priority.UPDATE, false, message), Audience.of(set, List.of()));
        redis.delete(set);
    }
}
