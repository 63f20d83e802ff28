package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dabyl.vault.Vault;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Dispatches of a fleet, and the phones that they reach; the pace is in nobody's way. */
public final class TestDelivery {

    private static final DeliverySettings SETTINGS = new DeliverySettings(1000, Duration.ofSeconds(30));

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Texts texts;
    private final Claim claim;
    private final Settle settle;
    private final Dispatches dispatches;
    private final Trace erase;
    private final Handover handover;

    public TestDelivery(StringRedisTemplate redis, Fleet fleet, Vault vault) {
        this.redis = redis;
        this.fleet = fleet;
        texts = new Texts(redis, vault);
        claim = new Claim(redis, SETTINGS, Clock.systemUTC());
        settle = new Settle(redis, SETTINGS);
        dispatches = new Dispatches(redis, fleet, texts, new Bell(), Clock.systemUTC());
        erase = new Erase(redis);
        handover = new Handover(redis, new Bell(), Clock.systemUTC());
    }

    /** What a person read. */
    public record Read(Address person, String text) {}

    /** Every dispatch of a bot, counted one by one; fails where a book is wrong. */
    public static List<Progress> audited(StringRedisTemplate redis, BotId bot) {
        List<Count.Counted> counted = new Count(redis).run(bot);
        assertThat(counted).allMatch(Count.Counted::balanced);
        return counted.stream().map(Count.Counted::counted).toList();
    }

    /** Messages a second where the operator sets nothing. */
    public static double usualRate() {
        return new Binder().bindOrCreate("dabyl", DeliverySettings.class).rate();
    }

    public Dispatches dispatches() {
        return dispatches;
    }

    public Trace erase() {
        return erase;
    }

    public Handover handover() {
        return handover;
    }

    /** A message on its way to a person. */
    public record UnderWay(Address person, String text, String of, int attempt) {}

    /** Has a bot begin to send, to so many at most. */
    public List<UnderWay> begin(BotId bot, int most) {
        return claim.run(bot, most).leases().stream()
                .map(lease -> new UnderWay(
                        new Address(bot, lease.chat()),
                        texts.open(bot, lease.dispatch(), lease.language())
                                .orElseThrow()
                                .text(),
                        lease.dispatch().value(),
                        lease.attempt()))
                .toList();
    }

    /** Settles one as delivered; whether its bot still held it. */
    public boolean delivered(UnderWay message) {
        return settle(Settle.Booking.delivered(lease(message), "receipt", 0), message);
    }

    /** Settles one whose outcome is not known. */
    public void unknown(UnderWay message) {
        settle(Settle.Booking.unknown(lease(message), Duration.ZERO, 0), message);
    }

    /** Settles one to a person who blocked the bot. */
    public void gone(UnderWay message) {
        settle(Settle.Booking.gone(lease(message), 0), message);
    }

    /** Its sender lives; whether its bot still held it. */
    public boolean prolong(UnderWay message) {
        return new Prolong(redis, SETTINGS).run(message.person().bot(), List.of(lease(message))) == 1;
    }

    private boolean settle(Settle.Booking booking, UnderWay message) {
        return settle.run(message.person().bot(), booking).held();
    }

    private static Lease lease(UnderWay message) {
        return new Lease(
                new DispatchId(message.of()), message.person().chat(), message.attempt(), Language.KK, Priority.CALL);
    }

    /** Has a bot begin to send all that waits, and never end. */
    public void lease(BotId bot) {
        claim.run(bot, 100);
    }

    /** Lets every lease of a bot run out, and makes all due that is tried again. */
    public void expire(BotId bot) {
        var zset = redis.opsForZSet();
        String leases = bot.key("leases");
        Objects.requireNonNull(zset.range(leases, 0, -1)).forEach(lease -> zset.add(leases, lease, 1));
        for (Priority priority : Priority.values()) {
            String retries = bot.key("retries:" + priority.tag());
            Objects.requireNonNull(zset.range(retries, 0, -1)).forEach(lease -> zset.add(retries, lease, 1));
        }
    }

    /** Delivers all that waits, bot by bot; what was read, in the order of sending. */
    public List<Read> deliver() {
        return deliver(100);
    }

    /** Delivers so many on each bot. */
    public List<Read> deliver(int most) {
        List<Read> read = new ArrayList<>();
        for (BotId bot : fleet.bots()) {
            for (Lease lease : claim.run(bot, most).leases()) {
                settle.run(bot, Settle.Booking.delivered(lease, "receipt", 0));
                Message message =
                        texts.open(bot, lease.dispatch(), lease.language()).orElseThrow();
                read.add(new Read(new Address(bot, lease.chat()), message.text()));
            }
        }
        return read;
    }
}
