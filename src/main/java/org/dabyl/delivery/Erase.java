package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The step that erases one person from every dispatch of their bot. */
@Component
record Erase(StringRedisTemplate redis) implements Trace {

    private static final Script<Long> SCRIPT = Script.beside(Erase.class, "erase.lua", Long.class);

    @Override
    public void erase(Address person) {
        run(person);
    }

    @Override
    public Turn turn() {
        return Turn.LAST;
    }

    /** Erases; in how many places the person was found. */
    long run(Address person) {
        return SCRIPT.run(redis, List.of(person.bot().key("")), person.chat().value());
    }
}
