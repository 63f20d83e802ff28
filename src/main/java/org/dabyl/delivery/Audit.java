package org.dabyl.delivery;

import java.time.Duration;
import java.util.List;
import org.dabyl.timetable.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Proves, every 10 s, that every recipient of every dispatch is accounted for. */
@Component
public class Audit implements Tick {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final Fleet fleet;
    private final Count count;
    private volatile Finding last = new Finding(0, 0, 0);

    Audit(StringRedisTemplate redis, Fleet fleet) {
        this.fleet = fleet;
        this.count = new Count(redis);
    }

    /**
     * What an audit found, in numbers.
     *
     * @param dispatches dispatches that are still kept, counted once a bot
     * @param unbalanced of these, where somebody is missing or counted twice
     * @param unread bots whose keys could not be read
     */
    record Finding(int dispatches, int unbalanced, int unread) {}

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void tick() {
        audit();
    }

    /** Counts everyone, on every bot; what is wrong is logged and shown in the program's health. */
    public void audit() {
        int dispatches = 0;
        int unbalanced = 0;
        int unread = 0;
        for (BotId bot : fleet.bots()) {
            try {
                List<Count.Counted> counted = count.run(bot);
                dispatches += counted.size();
                unbalanced += (int) counted.stream().filter(Audit::wrong).count();
            } catch (DataAccessException e) {
                unread++;
            }
        }
        last = new Finding(dispatches, unbalanced, unread);
    }

    /** What the last audit found; nothing before the first. */
    Finding last() {
        return last;
    }

    private static boolean wrong(Count.Counted counted) {
        if (!counted.balanced()) {
            LOG.error(
                    "Dispatch {} does not balance: counted {}, booked {}",
                    counted.dispatch().value(),
                    counted.counted(),
                    counted.booked());
        }
        return !counted.balanced();
    }
}
