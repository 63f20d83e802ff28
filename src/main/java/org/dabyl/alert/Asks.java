package org.dabyl.alert;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Priority;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What else an open alert asks the people it called, e.g. whether they are late. The field {@code asks} of the alert's hash names each,
 * so that what is unsent at the end is withdrawn: nobody is asked to come after it is over.
 */
@Component
public class Asks {

    private static final Script<Long> ASK = Script.beside(Asks.class, "ask.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Dispatches dispatches;

    Asks(StringRedisTemplate redis, Dispatches dispatches) {
        this.redis = redis;
        this.dispatches = dispatches;
    }

    /** Asks these people, once for each name, however often it is called; nobody where the alert is over. */
    public void ask(
            AlertId id,
            String name,
            Priority priority,
            Map<Language, Message> texts,
            Function<BotId, Audience> audience) {
        if (ASK.run(redis, List.of(Alerts.key(id)), name) == 1) {
            // stood down in between, it is withdrawn by now and so is never launched
            dispatches.launch(new Dispatch(dispatch(id, name), priority, false, texts), audience);
        }
    }

    /** Takes back whatever is unsent. */
    void withdraw(AlertId id) {
        Object names = redis.opsForHash().get(Alerts.key(id), "asks");
        if (names != null) {
            for (String name : ((String) names).split(",", -1)) {
                dispatches.withdraw(dispatch(id, name));
            }
        }
    }

    private static DispatchId dispatch(AlertId id, String name) {
        return new DispatchId(id.value() + "." + name);
    }
}
