package org.dabyl.rehearsal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A Telegram in this process: a few bots, any number of persons, everything in memory. Thread-safe. */
public final class SimulatedTelegram {
    private static final String WEBHOOK_ACTIVE =
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private final Desk desk;
    private final List<RehearsalBot> known;
    private final BotMethods methods;
    private final Faults faults = new Faults();
    private final People people;
    private final List<Runnable> beforeReset = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterReset = new CopyOnWriteArrayList<>();
    private volatile Map<String, Account> accounts;

    /** Knows these bots and no others; the first is the one that persons talk to where none is named. */
    public SimulatedTelegram(Clock clock, Limits limits, List<RehearsalBot> bots) {
        this(clock, clock, limits, bots);
    }

    /** Dates messages by {@code clock}, and holds bots to the limits by {@code machine}. */
    SimulatedTelegram(Clock clock, Clock machine, Limits limits, List<RehearsalBot> bots) {
        desk = new Desk(clock, machine, limits);
        known = List.copyOf(bots);
        methods = new BotMethods(desk, new Sending(desk), new Editing(desk));
        people = new People(desk);
        accounts = open();
    }

    /** Serves one call of the Bot API; completes late for a long poll or a fault, and never exceptionally. */
    public CompletableFuture<Answer> call(String token, String method, Parameters parameters) {
        desk.statistics().calls.increment();
        @Nullable Account caller = accounts.get(token);
        Optional<Fault> fault = faults.next(caller == null ? null : caller.username, method, desk.micros());
        if (fault.isEmpty()) {
            return served(token, method, parameters);
        }
        return switch (fault.get().kind()) {
            case STATUS -> CompletableFuture.completedFuture(fault.get().answer());
            case OUTAGE ->
                CompletableFuture.completedFuture(
                        Answer.page(502, "Bad Gateway").asDropped());
            case CLOSE -> served(token, method, parameters).thenApply(Answer::asDropped);
            case DELAY -> late(served(token, method, parameters), fault.get().delayMs());
        };
    }

    Desk desk() {
        return desk;
    }

    Faults faults() {
        return faults;
    }

    People people() {
        return people;
    }

    void listen(Consumer<Change> listener) {
        desk.listen(listener);
    }

    /** A bot by username, or the first where none is named. */
    Account bot(@Nullable String username) {
        return accounts.values().stream()
                .filter(bot -> username == null || bot.username.equalsIgnoreCase(username))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No such bot"));
    }

    List<Account> bots() {
        return List.copyOf(accounts.values());
    }

    Person person(long id) {
        return desk.person(id).orElseThrow(() -> new NoSuchElementException("No such person"));
    }

    void add(Person person) {
        desk.persons.put(person.id, person);
    }

    /** Forgets all persons, chats, updates, counters and faults; bots keep their menus and names. */
    void reset() {
        beforeReset.forEach(Runnable::run);
        Map<String, Account> before = accounts;
        faults.clear();
        desk.reset();
        Map<String, Account> renewed = new LinkedHashMap<>();
        known.forEach(bot -> renewed.put(
                bot.token(),
                Objects.requireNonNull(before.get(bot.token())).renewed(bot, desk.limits, desk.seconds())));
        accounts = renewed;
        before.values().forEach(bot -> bot.updates.release());
        afterReset.forEach(Runnable::run);
    }

    /** Runs this before everything is forgotten, so that nobody acts into the new beginning. */
    void beforeReset(Runnable step) {
        beforeReset.add(step);
    }

    /** Runs this when everything has been forgotten. */
    void afterReset(Runnable step) {
        afterReset.add(step);
    }

    /** Lets every waiting poll go and every webhook rest, so that the program can end. */
    void release() {
        bots().forEach(bot -> {
            bot.webhook.stop();
            bot.updates.release();
        });
    }

    ObjectNode statistics() {
        ObjectNode json = desk.statistics().json().put("persons", desk.persons.size());
        int largest = bots().stream().mapToInt(bot -> bot.pace.largest()).max().orElse(0);
        int current =
                bots().stream().mapToInt(bot -> bot.pace.current(desk.micros())).sum();
        int paid = bots().stream().mapToInt(bot -> bot.paid.largest()).max().orElse(0);
        json.put("largest_paid_in_a_second", paid);
        json.put("largest_in_a_second", largest).put("in_the_last_second", current);
        return json.put(
                "waiting_updates",
                bots().stream().mapToInt(bot -> bot.updates.size()).sum());
    }

    private Map<String, Account> open() {
        Map<String, Account> opened = new LinkedHashMap<>();
        known.forEach(bot -> opened.put(bot.token(), new Account(bot, desk.limits, desk.seconds())));
        return opened;
    }

    private CompletableFuture<Answer> served(String token, String method, Parameters p) {
        try {
            Account bot = account(token);
            if (method.equalsIgnoreCase("getUpdates")) {
                return poll(bot, p);
            }
            BotMethods.Method found = methods.find(method).orElseThrow(() -> new Refusal(404, "Not Found"));
            return CompletableFuture.completedFuture(Answer.ok(found.apply(bot, p)));
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(refused(refusal));
        }
    }

    private Account account(String token) {
        @Nullable Account bot = accounts.get(token);
        if (bot == null) {
            boolean wellFormed = RehearsalBot.TOKEN.matcher(token).matches();
            throw wellFormed ? new Refusal(401, "Unauthorized") : new Refusal(404, "Not Found");
        }
        return bot;
    }

    private CompletableFuture<Answer> poll(Account bot, Parameters p) {
        if (bot.webhook.active()) {
            throw new Refusal(409, WEBHOOK_ACTIVE);
        }
        int limit = Math.clamp(p.number("limit", 100), 1, 100);
        int timeout = Math.clamp(p.number("timeout", 0), 0, 50);
        return bot.updates
                .poll(p.number("offset", 0), limit, timeout, desk.seconds())
                .thenApply(updates -> Answer.ok(Shapes.list(updates)))
                .exceptionally(this::refused);
    }

    private Answer refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            desk.statistics().count(refusal);
            return Answer.of(refusal);
        }
        return Answer.error(500, "Internal Server Error", 0);
    }

    private static CompletableFuture<Answer> late(CompletableFuture<Answer> answer, long millis) {
        Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        return answer.thenApplyAsync(same -> same, later);
    }
}
