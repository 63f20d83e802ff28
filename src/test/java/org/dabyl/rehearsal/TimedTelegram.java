package org.dabyl.rehearsal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A simulated Telegram over HTTP that notes when each call came, by {@link System#nanoTime()}; for the benchmark. */
public final class TimedTelegram implements AutoCloseable {

    /** A message with buttons as it stands on a phone; {@code data} is that of its first button. */
    public record Card(int message, String data) {}

    private static final long FIRST_BOT = 1_000_001;
    private static final String CARD = "a:";

    private final RehearsalServer server;
    private final SimulatedTelegram telegram;
    private final int bots;
    private final Queue<Long> cards = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cardCount = new AtomicInteger();
    private final Set<Long> reached = ConcurrentHashMap.newKeySet();
    private final Queue<Long> paced = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> toasts = new ConcurrentHashMap<>();
    private final Map<Long, Long> words = new ConcurrentHashMap<>();
    private final Set<Long> edits = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Message anyCard;
    /** The data of the cards of alerts before, some of which may still come. */
    private final Set<String> before = ConcurrentHashMap.newKeySet();

    /** Allows so many messages and edits in a second and bot, 0 for any number. */
    public TimedTelegram(int perSecond, int bots) {
        this.bots = bots;
        List<String> settings =
                new ArrayList<>(List.of("--dabyl.rehearsal.per-second=" + perSecond, "--dabyl.rehearsal.phones=false"));
        for (int bot = 0; bot < bots; bot++) {
            settings.add("--dabyl.rehearsal.bots[" + bot + "].token=" + token(bot));
            settings.add("--dabyl.rehearsal.bots[" + bot + "].username=" + username(bot));
        }
        server = RehearsalServer.start(settings.toArray(String[]::new));
        telegram = server.bean(SimulatedTelegram.class);
        telegram.listen(this::note);
    }

    public URI uri() {
        return server.uri("");
    }

    public int bots() {
        return bots;
    }

    public static long botId(int bot) {
        return FIRST_BOT + bot;
    }

    public static String token(int bot) {
        return botId(bot) + ":benchmark";
    }

    /** When each card came, in order. */
    public long[] cards() {
        return cards.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    public int cardCount() {
        return cardCount.get();
    }

    /** How many people have a card, be it several times. */
    public int reached() {
        return reached.size();
    }

    /** When each message and each edit came, which is what Telegram limits, in order. */
    public long[] paced() {
        return paced.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** When a press was answered; null where it was not. */
    public @Nullable Long toast(String query) {
        return toasts.get(query);
    }

    /** When something other than a card was first said to somebody; null where it was not. */
    public @Nullable Long word(long person) {
        return words.get(person);
    }

    /** Whether it refuses what is too fast. */
    public boolean limited() {
        return telegram.desk().limits.perSecond() > 0;
    }

    public int edits() {
        return edits.size();
    }

    public int toasts() {
        return toasts.size();
    }

    /** The alert's card as it came to somebody. */
    public Card anyCard() {
        Message card = anyCard;
        if (card == null) {
            throw new IllegalStateException("no card has come");
        }
        return new Card(card.id(), data(card));
    }

    public long tooMany() {
        return telegram.desk().statistics().tooMany.sum();
    }

    public void forget() {
        Message last = anyCard;
        if (last != null) {
            before.add(data(last));
        }
        anyCard = null;
        cards.clear();
        cardCount.set(0);
        reached.clear();
        paced.clear();
        toasts.clear();
        words.clear();
        edits.clear();
    }

    /** From now on cuts every connection and does nothing. */
    public void cut() {
        strike(Fault.Kind.OUTAGE);
    }

    /** From now on answers in place of everything with a gateway's page, 502. */
    public void fail() {
        strike(Fault.Kind.STATUS);
    }

    /** From now on does what is asked. */
    public void mend() {
        telegram.faults().clear();
    }

    private void strike(Fault.Kind kind) {
        mend();
        telegram.faults()
                .add(
                        new Fault(null, null, kind, 0, 0, 502, "Bad Gateway", 0, true, 0),
                        telegram.desk().micros());
    }

    /** How many updates of a bot were not confirmed yet. */
    public int waiting(int bot) {
        return account(bot).updates.size();
    }

    /** Persons who have begun a chat with a bot, without a word. */
    public void people(int bot, long first, int count) {
        for (long id = first; id < first + count; id++) {
            Person person = new Person(id, "Person", "ru", 10);
            telegram.add(person);
            account(bot).chat(person);
        }
    }

    public void write(int bot, long person, String text) {
        telegram.people().write(account(bot), telegram.person(person), text);
    }

    /** Waits for a message after that one, whose first button's data begins so. */
    public Card await(int bot, long person, String prefix, int after) {
        Card[] found = new Card[1];
        await("a button " + prefix, () -> {
            for (Message message : chat(bot, person).messages()) {
                if (message.id() > after && data(message).startsWith(prefix)) {
                    found[0] = new Card(message.id(), data(message));
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** Puts the card that any phone got on this one as well, as if it had been sent. */
    public void deal(int bot, long person) {
        Message card = anyCard;
        if (card == null) {
            throw new IllegalStateException("no card has come");
        }
        chat(bot, person)
                .add(new Message(
                        account(bot).nextMessage(), null, telegram.desk().seconds(), 0, card.content()));
    }

    /** Presses the first button of a card; the press's id. */
    public String press(int bot, long person, Card card) {
        return telegram.people()
                .press(account(bot), chat(bot, person), telegram.person(person), card.message(), card.data());
    }

    /** Presses the button with this data on the newest message of a phone that has one; the press's id. */
    public String pressDealt(int bot, long person, String data) {
        Message dealt = chat(bot, person).messages().stream()
                .filter(message -> data(message).equals(data))
                .findFirst()
                .orElseThrow();
        return press(bot, person, new Card(dealt.id(), data));
    }

    /** The newest alert's card on a phone; null where it has not come. */
    public @Nullable Card card(int bot, long person) {
        Message any = anyCard;
        return any == null
                ? null
                : chat(bot, person).messages().stream()
                        .filter(message -> data(message).equals(data(any)))
                        .map(message -> new Card(message.id(), data(message)))
                        .findFirst()
                        .orElse(null);
    }

    /** Waits at most three minutes: a machine may do other things as well. */
    public static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + 180_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("in vain: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static String username(int bot) {
        return "dabyl_" + bot + "_bot";
    }

    private Account account(int bot) {
        return telegram.bot(username(bot));
    }

    private Chat chat(int bot, long person) {
        return account(bot).chat(person).orElseThrow();
    }

    private void note(Change change) {
        long now = System.nanoTime();
        Message message = change.message();
        Chat.Toast toast = change.toast();
        if (toast != null) {
            toasts.put(toast.query(), now);
        } else if (message != null && message.fromBot()) {
            paced.add(now);
            if (change.kind() == Change.Kind.EDIT) {
                edits.add(change.chat());
            } else if (data(message).startsWith(CARD)) {
                if (!before.contains(data(message))) {
                    anyCard = message;
                    cards.add(now);
                    reached.add(change.chat());
                    cardCount.incrementAndGet();
                }
            } else {
                words.putIfAbsent(change.chat(), now);
            }
        }
    }

    private static String data(Message message) {
        JsonNode rows = message.content().buttons();
        return rows == null ? "" : rows.path(0).path(0).path("callback_data").asString("");
    }
}
