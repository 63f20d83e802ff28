package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A fleet of one bot on the test Redis, with its steps; fast enough that the pace is in nobody's way. */
final class TestBot implements Fleet {

    static final BotId ID = new BotId(7);
    static final DispatchId CALL = new DispatchId("a1.call.1");

    final StringRedisTemplate redis = TestRedis.template();
    final Vault vault = TestVault.create();
    final DeliverySettings settings;
    final Bell bell = new Bell();
    final Texts texts = new Texts(redis, vault);
    final Dispatches dispatches = new Dispatches(redis, this, texts, bell, Clock.systemUTC());
    final Claim claim;
    final Settle settle;
    final Erase erase = new Erase(redis);

    TestBot() {
        this(1000, Duration.ofSeconds(30));
    }

    TestBot(double rate, Duration lease) {
        this(new DeliverySettings(rate, lease));
    }

    TestBot(DeliverySettings settings) {
        this.settings = settings;
        claim = new Claim(redis, settings, Clock.systemUTC());
        settle = new Settle(redis, settings);
    }

    @Override
    public List<BotId> bots() {
        return List.of(ID);
    }

    @Override
    public Optional<String> username(BotId bot) {
        return Optional.empty();
    }

    static String key(String name) {
        return ID.key(name);
    }

    SealedId chat(long person) {
        return vault.seal(new ChatId(person));
    }

    Address address(long person) {
        return new Address(ID, chat(person));
    }

    /** Registers people by number, both ends included, in a set; they speak Kazakh. */
    void register(String set, long from, long to) {
        String[] people = LongStream.rangeClosed(from, to)
                .mapToObj(person -> chat(person).value())
                .toArray(String[]::new);
        redis.opsForSet().add(key(set), people);
        for (String person : people) {
            redis.opsForHash().put(key("supporters"), person, "kk|x");
        }
    }

    void mute(long person) {
        redis.opsForZSet().add(key("muted"), chat(person).value(), 4e12);
    }

    static Dispatch dispatch(DispatchId id, Priority priority) {
        Map<Language, Message> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, Message.of(language.tag(), Keyboard.none()));
        }
        return new Dispatch(id, priority, false, texts);
    }

    static Audience everyoneIn(String... sets) {
        return new Audience(
                List.of(java.util.Arrays.stream(sets).map(TestBot::key).toList()), List.of(), "");
    }

    /** Launches the call to everyone in the sets. */
    long launch(String... sets) {
        return dispatches.launch(ID, dispatch(CALL, Priority.CALL), everyoneIn(sets));
    }

    List<Lease> claim() {
        return claim.run(ID, 100).leases();
    }

    Lease claimOne() {
        return claim.run(ID, 1).leases().getFirst();
    }

    Progress progress() {
        return dispatches.progress(CALL);
    }

    /** Makes everything in a sorted set due. */
    void makeDue(String zset) {
        var members = redis.opsForZSet().range(key(zset), 0, -1);
        if (members != null) {
            members.forEach(member -> redis.opsForZSet().add(key(zset), member, 1));
        }
    }

    /** As when the bot is in service again. */
    void hasten() {
        new Return(redis, new Revocations(Clock.systemUTC()), bell).on(new BotBack(ID));
    }

    List<Count.Counted> count() {
        return new Count(redis).run(ID);
    }
}
