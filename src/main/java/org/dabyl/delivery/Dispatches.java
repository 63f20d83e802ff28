package org.dabyl.delivery;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Messages to many: launched, withdrawn, and how far they have come.
 *
 * <p>Every key carries its bot's tag, {@code {<bot>}:}. All of a dispatch is kept for 48 hours after its launch.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>dispatch:&lt;id&gt;</td><td>hash</td><td>the book: counters total, delivered, gone, failed, withdrawn, leased,
 *     retrying; priority, classes, at (first class not yet empty), state (running, withdrawn, stopped), reason, breaksMute;
 *     refusals (to so many people in a row); everywhere (whether the whole fleet launches it), single (whether it
 *     was launched on one bot to who is called besides the others), called (name of the set of those called), audience (names of
 *     the sets it is for);
 *     launchedAt, endedAt and until (the end of trying), in ms; sentFrom (the launch in the time that people live in), in ms</td><td>48 h</td></tr>
 * <tr><td>dispatch:&lt;id&gt;:texts</td><td>hash</td><td>language to sealed message</td><td>48 h</td></tr>
 * <tr><td>dispatch:&lt;id&gt;:waiting:&lt;n&gt;</td><td>set</td><td>sealed chats of class n, from 1, the nearest</td>
 *     <td>until leased, 48 h</td></tr>
 * <tr><td>dispatch:&lt;id&gt;:withdrawn</td><td>set</td><td>sealed chats that were never tried and will not be</td>
 *     <td>48 h</td></tr>
 * <tr><td>dispatch:&lt;id&gt;:receipts</td><td>hash</td><td>sealed chat to sealed message id</td><td>48 h</td></tr>
 * <tr><td>dispatches</td><td>sorted set</td><td>ids by the end of their life, ms</td><td>48 h after the last</td></tr>
 * <tr><td>running:&lt;priority&gt;</td><td>list</td><td>ids of dispatches with people waiting, the next in turn first</td>
 *     <td>until none wait, 48 h</td></tr>
 * <tr><td>running:&lt;priority&gt;:single</td><td>list</td><td>the same of dispatches to who is called besides the others, which share their
 *     turns</td><td>until none wait, 48 h</td></tr>
 * <tr><td>leases</td><td>sorted set</td><td>dispatch|sealed chat|attempt by expiry, ms</td><td>until settled, 48 h</td></tr>
 * <tr><td>retries:&lt;priority&gt;</td><td>sorted set</td><td>the same, by when it is due, ms</td><td>until leased, 48 h</td></tr>
 * <tr><td>pace:calls, pace:answers, pace:boards, pace:edits</td><td>sorted set</td><td>slots in use by when they are free, µs; names that name
 *     nobody</td><td>1 h after the last</td></tr>
 * <tr><td>pace:asking</td><td>sorted set</td><td>names of slots that are waited for, by until when that is believed, µs</td>
 *     <td>1 h after the last</td></tr>
 * <tr><td>pace</td><td>hash</td><td>tat (when the next call is due, µs); turn (of those who are tried again, among the dispatches); singleTurn (of
 *     the dispatches to single persons, among the others); silent (calls in a row that had no answer); rate (a second) and raisedAt
 *     (µs) where a 429 lowered it</td><td>1 h after the last call or pause</td></tr>
 * <tr><td>pause</td><td>string</td><td>the end of a pause after a 429, ms</td><td>until then</td></tr>
 * </table>
 *
 * <p>Read only here: {@code supporters} (hash: sealed chat to a value whose first two characters are the language) and
 * {@code muted} (sorted set: sealed chat by the end of the mute, ms).
 */
@Component
public class Dispatches {

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Texts texts;
    private final Bell bell;
    private final Launch launch;
    private final Withdraw withdraw;
    private final ReadProgress progress;

    Dispatches(StringRedisTemplate redis, Fleet fleet, Texts texts, Bell bell, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.texts = texts;
        this.bell = bell;
        this.launch = new Launch(redis, clock);
        this.withdraw = new Withdraw(redis);
        this.progress = new ReadProgress(redis);
    }

    /**
     * Launches on every bot of the fleet; a bot where it was launched before is left as it is, so a launch that failed half-way
     * is simply launched again.
     *
     * @return recipients on all bots
     * @throws org.springframework.dao.DataAccessException where Redis could not be reached for a bot; the others are launched
     */
    public long launch(Dispatch dispatch, Function<BotId, Audience> audience) {
        long recipients = 0;
        RuntimeException trouble = null;
        for (BotId bot : fleet.bots()) {
            try {
                recipients += launch(bot, dispatch, audience.apply(bot), true);
            } catch (RuntimeException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return recipients;
    }

    /**
     * Launches on one bot, once.
     *
     * @return recipients, also where it was launched before; 0 where it was withdrawn before its launch
     */
    public long launch(BotId bot, Dispatch dispatch, Audience audience) {
        return launch(bot, dispatch, audience, false);
    }

    private long launch(BotId bot, Dispatch dispatch, Audience audience, boolean everywhere) {
        long recipients = launch.run(bot, dispatch, texts.seal(bot, dispatch), audience, everywhere);
        bell.ring(bot);
        return recipients;
    }

    /**
     * Takes back what was not sent, on every bot; one that was not launched yet is never launched.
     *
     * @return people who will not get it, now taken back
     */
    public long withdraw(DispatchId dispatch) {
        return fleet.bots().stream()
                .mapToLong(bot -> withdraw.run(bot, dispatch))
                .sum();
    }

    /**
     * Takes back, on every bot, what was not sent of all launched dispatches whose names begin so.
     *
     * @param uncall whether those taken back no longer count as called
     */
    public void withdrawAll(String beginning, boolean uncall) {
        fleet.bots().forEach(bot -> withdraw.all(bot, beginning, uncall));
    }

    /** How far it has come, on all bots; {@link Progress#NONE} where it is not known. */
    public Progress progress(DispatchId dispatch) {
        return fleet.bots().stream().map(bot -> progress.run(bot, dispatch)).reduce(Progress.NONE, Progress::plus);
    }

    /** How far all have come whose names begin so, together and on all bots. */
    public Progress progressOfAll(String beginning) {
        return fleet.bots().stream().map(bot -> progress.all(bot, beginning)).reduce(Progress.NONE, Progress::plus);
    }

    /** What still waits on one bot. */
    public long pending(BotId bot, DispatchId dispatch) {
        Progress there = progress.run(bot, dispatch);
        return there.waiting() + there.leased() + there.retrying();
    }

    /** A set of people who were called, beside that of the launch: whoever moves is taken out of it and along. */
    public void keepWithCalled(BotId bot, String set) {
        redis.opsForSet().add(bot.key("called-sets"), set.substring(bot.key("").length()));
    }

    /** The set of those in a class, counted from 1, who wait for it on one bot. */
    public static String waiting(BotId bot, DispatchId dispatch, int n) {
        return bot.key("dispatch:" + dispatch.value() + ":waiting:" + n);
    }

    /** The set of those who were never tried and will not be, on one bot: for what is news only to the others. */
    public static String withdrawn(BotId bot, DispatchId dispatch) {
        return bot.key("dispatch:" + dispatch.value() + ":withdrawn");
    }
}
