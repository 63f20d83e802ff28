package org.dabyl.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.store.RedisTrouble;
import org.dabyl.store.Trouble;
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
    private final Set<DispatchId> wrong = new HashSet<>();
    private volatile Finding last = new Finding(0, 0, 0);
    private volatile Optional<Trouble> hindrance = Optional.empty();

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

    /** Counts everyone, on every bot; what is wrong is logged once and shown in the program's health. */
    public synchronized void audit() {
        int dispatches = 0;
        int unread = 0;
        Set<DispatchId> nowWrong = new HashSet<>();
        Optional<Trouble> met = Optional.empty();
        for (BotId bot : fleet.bots()) {
            try {
                List<Count.Counted> counted = count.run(bot);
                dispatches += counted.size();
                counted.stream().filter(one -> !one.balanced()).forEach(one -> {
                    nowWrong.add(one.dispatch());
                    say(one);
                });
            } catch (DataAccessException e) {
                unread++;
                met = Optional.of(RedisTrouble.of(e));
            }
        }
        if (unread == 0) {
            settle(nowWrong);
        }
        last = new Finding(dispatches, nowWrong.size(), unread);
        hindrance = met;
    }

    /** What the last audit found; nothing before the first. */
    Finding last() {
        return last;
    }

    /** What kept the last audit from reading the books; empty where nothing did. */
    Optional<Trouble> hindrance() {
        return hindrance;
    }

    private void say(Count.Counted counted) {
        if (wrong.add(counted.dispatch())) {
            LOG.error(
                    "Dispatch {} does not balance: counted {}, booked {}. Somebody may not have been reached: send it again, "
                            + "and report this line, which is a fault of the program.",
                    counted.dispatch().value(),
                    counted.counted(),
                    counted.booked());
        }
    }

    private void settle(Set<DispatchId> stillWrong) {
        wrong.removeIf(dispatch -> {
            boolean over = !stillWrong.contains(dispatch);
            if (over) {
                LOG.info("Dispatch {} balances again, or is no longer kept", dispatch.value());
            }
            return over;
        });
    }
}
