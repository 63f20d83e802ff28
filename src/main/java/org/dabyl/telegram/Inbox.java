package org.dabyl.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Rank;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.telegram.Heard.IdlePress;
import org.dabyl.telegram.Heard.Public;
import org.dabyl.telegram.Heard.Silence;
import org.dabyl.telegram.Heard.Speech;
import org.dabyl.vault.SealBroken;
import org.dabyl.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStreamCommands;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Reads the stored updates of one bot and hands them on: in order for one chat, chats side by side. Strangers go apart, and what
 * is too much of them is passed over: whoever is registered, or organises, waits for none of them.
 *
 * <p>Whoever holds the lease reads under one and the same name, so what a receiver that died had read is the new one's to read
 * again, before anything new.
 */
final class Inbox {

    static final String GROUP = "dabyl";

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Consumer RECEIVER = Consumer.from(GROUP, "receiver");
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final int PAGE = 100;
    private static final String OLDEST = "0";

    private final BotId bot;
    private final byte[] key;
    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Lease lease;
    private final Hearing hearing;
    private final Handling handling;
    private final Lanes lanes;

    Inbox(
            BotId bot,
            StringRedisTemplate redis,
            Vault vault,
            Lease lease,
            Handling handling,
            Lanes lanes,
            Hearing hearing) {
        this.bot = bot;
        this.key = Intake.inbox(bot).getBytes(StandardCharsets.UTF_8);
        this.redis = redis;
        this.vault = vault;
        this.lease = lease;
        this.hearing = hearing;
        this.handling = handling;
        this.lanes = lanes;
    }

    /** Reads until the lease is lost or Redis is; only a short wait where another instance receives. */
    void read() throws InterruptedException {
        if (!lease.held()) {
            Thread.sleep(IDLE);
            return;
        }
        // one callback, one connection: the reads that block must not hold up everybody else's
        redis.execute((RedisCallback<Boolean>) this::readOn);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Boolean readOn(RedisConnection connection) {
        RedisStreamCommands stream = connection.streamCommands();
        openGroup(stream);
        int term = lease.term();
        ReadOffset from = ReadOffset.from(OLDEST);
        try {
            while (lease.held()
                    && lease.term() == term
                    && !Thread.currentThread().isInterrupted()) {
                from = page(stream, handling.leftSome() ? ReadOffset.from(OLDEST) : from);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private ReadOffset page(RedisStreamCommands stream, ReadOffset from) throws InterruptedException {
        List<ByteRecord> records = next(stream, from);
        if (records.isEmpty()) {
            return ReadOffset.lastConsumed();
        }
        take(records);
        return from.equals(ReadOffset.lastConsumed())
                ? from
                : ReadOffset.from(records.getLast().getId());
    }

    @SuppressWarnings("unchecked") // an array of a generic type, which Java makes for the variable arguments
    private List<ByteRecord> next(RedisStreamCommands stream, ReadOffset from) {
        StreamReadOptions options = StreamReadOptions.empty().count(PAGE).block(BLOCK);
        List<ByteRecord> records = stream.xReadGroup(RECEIVER, options, StreamOffset.create(key, from));
        return records == null ? List.of() : records;
    }

    /** What is still in hand here, from before the lease was lost and taken again, is left out. */
    private void take(List<ByteRecord> records) throws InterruptedException {
        lanes.inflow().came(records.size());
        Map<String, Heard> page = new LinkedHashMap<>();
        for (ByteRecord record : records) {
            page.put(record.getId().getValue(), open(record.getValue()));
        }
        Set<Address> people =
                page.values().stream().flatMap(heard -> heard.who().stream()).collect(Collectors.toSet());
        // nobody is asked who they are while nobody waits
        boolean busy = lanes.busy();
        Map<Address, Rank> ranks = busy ? handling.ranks(people) : Map.of();
        Rank unranked = busy ? Rank.STRANGER : Rank.RESIDENT;
        for (Map.Entry<String, Heard> entry : page.entrySet()) {
            if (handling.claim(entry.getKey())) {
                Heard heard = entry.getValue();
                Rank rank = heard.who()
                        .map(who -> ranks.getOrDefault(who, unranked))
                        .orElse(Rank.RESIDENT);
                take(entry.getKey(), heard, rank);
            }
        }
    }

    private void take(String entry, Heard heard, Rank rank) throws InterruptedException {
        if (handling.deaf(heard)) {
            pass(entry);
            return;
        }
        Runnable work = () -> handling.handle(entry, heard);
        Object lane = lane(entry, heard);
        switch (rank) {
            case ORGANISER -> lanes.addFirst(lane, work);
            case RESIDENT -> lanes.add(lane, work);
            case NEWCOMER -> {
                if (handling.counts(heard, rank)) {
                    lanes.add(lane, work);
                } else if (!lanes.addLast(lane, work)) {
                    handling.holdOff(heard);
                    pass(entry);
                }
            }
            case STRANGER -> {
                if (!(handling.counts(heard, rank) ? lanes.admit(lane, work) : lanes.offer(lane, work))) {
                    handling.passedOver(heard);
                    pass(entry);
                }
            }
        }
    }

    /** Takes it out of the stream and does nothing else. */
    private void pass(String entry) {
        Thread.ofVirtual().start(() -> handling.handle(entry, new Silence()));
    }

    private static Object lane(String entry, Heard heard) {
        return switch (heard) {
            case Speech speech -> speech.incoming().from();
            // a person's presses in order, wherever they were made
            case Public happened ->
                happened.event() instanceof InPublic.Pressed press
                        ? press.who()
                        : happened.event().where();
            case IdlePress press -> press;
            case Silence silence -> entry;
        };
    }

    private Heard open(Map<byte[], byte[]> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, value) ->
                texts.put(new String(name, StandardCharsets.UTF_8), new String(value, StandardCharsets.UTF_8)));
        try {
            String id = texts.getOrDefault("id", "");
            String json = vault.open(texts.getOrDefault("update", ""), Intake.place(bot, id));
            return hearing.hear(Long.parseLong(id), json);
        } catch (SealBroken | NumberFormatException e) {
            LOG.error("Bot {}: a stored update does not open and is set aside; is this the right keyset?", bot.value());
            return new Silence();
        }
    }

    private void openGroup(RedisStreamCommands stream) {
        try {
            stream.xGroupCreate(key, GROUP, ReadOffset.from(OLDEST), true);
        } catch (DataAccessException e) {
            if (!String.valueOf(e.getCause()).contains("BUSYGROUP")) {
                throw e;
            }
        }
    }
}
