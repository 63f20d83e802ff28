package org.dabyl.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of those who report.
 *
 * <p>Accepted risk: who leaves and registers again has a clean record, because leaving erases everything; but for a week they do not
 * count towards a quorum either.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>report-records</td><td>hash</td><td>sealed chat → how many reports were right, false, false in a row; until when and by which
 * event suspended; the latest events</td><td>until they leave</td></tr>
 * </table>
 */
@Component
public class TrackRecords implements Trace {

    private static final Script<Long> JUDGE = Script.beside(TrackRecords.class, "judge.lua", Long.class);

    private final StringRedisTemplate redis;
    private final ReportSettings settings;
    private final Clock clock;

    TrackRecords(StringRedisTemplate redis, ReportSettings settings, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    public TrackRecord of(Address person) {
        Object form = redis.opsForHash().get(key(person.bot()), person.chat().value());
        if (form == null) {
            return TrackRecord.NONE;
        }
        String[] fields = ((String) form).split("\\|", -1);
        return new TrackRecord(
                Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), until(Long.parseLong(fields[3])));
    }

    /** Notes what a report of theirs was, once for each event; until when that suspends them, empty where it does not. */
    Optional<Instant> judge(Address person, EventId event, boolean right) {
        return until(JUDGE.run(
                redis,
                List.of(key(person.bot())),
                person.chat().value(),
                event.value(),
                right ? 1 : 0,
                clock.millis(),
                settings.falseReports(),
                settings.suspension().toMillis()));
    }

    @Override
    public void erase(Address person) {
        redis.opsForHash().delete(key(person.bot()), person.chat().value());
    }

    private Optional<Instant> until(long ms) {
        return Optional.of(Instant.ofEpochMilli(ms)).filter(clock.instant()::isBefore);
    }

    private static String key(BotId bot) {
        return bot.key("report-records");
    }
}
