package org.dabyl.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.dabyl.Dabyl;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.rehearsal.TimedTelegram;
import org.dabyl.rehearsal.TimedTelegram.Card;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Enrolment;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Telegram, an empty Redis, the program, and its owner. */
final class Stage implements AutoCloseable {

    static final String DISTRICT = "shanyrak-1";

    /** Far from the first: none is called for the other. */
    static final String OTHER_DISTRICT = "kayrat";

    private static final long OWNER = 4_000_000_000L;
    private static final long FIRST = 5_000_000_000L;
    private static final int PAGE = 2_000;

    final TimedTelegram telegram;
    final Program program;
    final StringRedisTemplate redis = TestRedis.template();
    private final Vault vault;
    private int lastPreview;
    private int alerts;

    Stage(int telegramsLimit, int bots, double rate) throws IOException {
        this(Dabyl.class, telegramsLimit, bots, rate);
    }

    /** Further settings are written {@code --dabyl.lease=20s}. */
    Stage(Class<?> main, int telegramsLimit, int bots, double rate, String... settings) throws IOException {
        TestRedis.flush();
        config("appendonly", "yes");
        telegram = new TimedTelegram(telegramsLimit, bots);
        program = new Program(main, telegram, rate, settings);
        telegram.people(0, OWNER, 1);
        telegram.write(0, OWNER, "/start " + program.ownerWord());
        vault = TestVault.open(program.keyset());
    }

    /** The n-th person's number at Telegram; who is spread evenly over the bots. */
    static long person(int n) {
        return FIRST + n;
    }

    int bot(int n) {
        return n % telegram.bots();
    }

    /** Registers people a month ago: from one number to below another. */
    void register(int from, int to) {
        register(DISTRICT, from, to);
    }

    /** The same for a district. */
    void register(String district, int from, int to) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        for (int bot = 0; bot < telegram.bots(); bot++) {
            for (int page = from; page < to; page += PAGE) {
                int ours = bot;
                List<SealedId> chats = IntStream.range(page, Math.min(to, page + PAGE))
                        .filter(n -> bot(n) == ours)
                        .mapToObj(n -> vault.seal(new ChatId(person(n))))
                        .toList();
                if (!chats.isEmpty()) {
                    Enrolment.enrol(botId(bot), chats, new DistrictCode(district), Language.RU, day);
                }
            }
        }
    }

    /** Lets registered people have a phone. */
    void phones(int from, int to) {
        IntStream.range(from, to).forEach(n -> telegram.people(bot(n), person(n), 1));
    }

    /** The owner writes this. */
    void owner(String text) {
        telegram.write(0, OWNER, text);
    }

    /** Calls everyone; when the owner pressed, by {@link System#nanoTime()}. */
    long alert() {
        return alert(DISTRICT);
    }

    /** The same for a district. */
    long alert(String district) {
        telegram.write(0, OWNER, "/alert " + district + " Bulldozers at the gate, come at once");
        Card preview = telegram.await(0, OWNER, "send:", lastPreview);
        lastPreview = preview.message();
        alerts++;
        telegram.forget();
        long pressed = System.nanoTime();
        telegram.press(0, OWNER, preview);
        return pressed;
    }

    /** Calls a district; the time from the press to the first card, in ms. */
    double firstCard(String district) {
        long pressed = alert(district);
        awaitCards(1);
        return (telegram.cards()[0] - pressed) / 1e6;
    }

    void awaitCards(int count) {
        TimedTelegram.await(count + " cards", () -> telegram.cardCount() >= count);
    }

    /** A sum over all bots. */
    long sum(IntToLongFunction ofBot) {
        return IntStream.range(0, telegram.bots()).mapToLong(ofBot).sum();
    }

    static BotId botId(int bot) {
        return new BotId(TimedTelegram.botId(bot));
    }

    /** How many are registered at a bot. */
    long registered(int bot) {
        return redis.opsForHash().size(botId(bot).key("supporters"));
    }

    /** How many answers to the newest alert are kept by a bot. */
    long answers(int bot) {
        String alert = telegram.anyCard().data().split(":", 3)[1];
        return redis.opsForHash().size(botId(bot).key("alert:" + alert + ":answers"));
    }

    /** Waits for the newest dispatches to end on every bot; how long they took, in ms. */
    long awaitEnd() {
        long[] first = {0};
        long[] last = {0};
        TimedTelegram.await("the end of the dispatch", () -> {
            first[0] = Long.MAX_VALUE;
            last[0] = 0;
            for (int bot = 0; bot < telegram.bots(); bot++) {
                Map<String, String> book = newest(botId(bot));
                if (!book.containsKey("endedAt")) {
                    return false;
                }
                first[0] = Math.min(first[0], Long.parseLong(book.get("launchedAt")));
                last[0] = Math.max(last[0], Long.parseLong(book.get("endedAt")));
            }
            return true;
        });
        return last[0] - first[0];
    }

    private Map<String, String> newest(BotId bot) {
        var dispatches = redis.opsForZSet().reverseRange(bot.key("dispatches"), 0, 0);
        Long known = redis.opsForZSet().zCard(bot.key("dispatches"));
        return dispatches == null || dispatches.isEmpty() || known == null || known < alerts
                ? Map.of()
                : redis.<String, String>opsForHash()
                        .entries(bot.key("dispatch:" + dispatches.iterator().next()));
    }

    /** Bytes that Redis uses. */
    long memory() {
        return Long.parseLong(info("memory").getProperty("used_memory"));
    }

    /** What Redis says of itself. */
    Properties info(String section) {
        return Objects.requireNonNull(redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info(section)));
    }

    void config(String name, String value) {
        redis.execute((RedisCallback<@Nullable Object>) connection -> {
            connection.serverCommands().setConfig(name, value);
            return null;
        });
    }

    @Override
    public void close() {
        program.close();
        telegram.close();
    }

    /** The value below which so many of a hundred lie. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
