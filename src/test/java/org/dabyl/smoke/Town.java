package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dabyl.Dabyl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The running program with a simulated Telegram, its owner, and as many people as a story needs. */
public final class Town {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ApplicationContextInitializer<?> NOTHING = program -> {};
    private static final AtomicLong PEOPLE = new AtomicLong(5_000_000_000L);

    /** What the program itself lives by; everything else is of stories. */
    private static final Pattern OWN = Pattern.compile(
            "\\{[^}]+}:(keyset-proof|organisers|organiser-numbers|acts|acts-ends|acts-read|bots|menus|inbox|seen|offset|receiver|alert-number|due|health|pace.*|pause)");

    /** Whether an alert for several districts needs a second organiser; without it in a town's settings, it does not. */
    static final String SECOND = "--dabyl.alert.second.enabled=";

    private static final Set<String> LINKS = ConcurrentHashMap.newKeySet();
    private static final List<Town> SHARED = new CopyOnWriteArrayList<>();
    private static final List<Town> PASSING = new CopyOnWriteArrayList<>();

    /** What there is while the program runs. */
    private record Running(ConfigurableApplicationContext program, Telegram telegram, Phone owner) {}

    private final ApplicationContextInitializer<?> before;
    private final String[] settings;
    private @Nullable Running running;

    private Town(ApplicationContextInitializer<?> before, String... settings) {
        this.before = before;
        this.settings = settings;
        running = begin();
    }

    private Running begin() {
        ConfigurableApplicationContext program = start(
                before, Stream.concat(usual(settings), Stream.of(settings)).toArray(String[]::new));
        Telegram telegram = new Telegram(port(program));
        String link = Log.ownerLink(program);
        Phone owner = person(telegram, "en").atBotOf(link);
        owner.opens(link).expect("You are the owner");
        return new Running(program, telegram, owner);
    }

    /** Begins anew where the class was over and one of its stories is tried once more. */
    private synchronized Running running() {
        if (running == null) {
            running = begin();
            PASSING.add(this);
        }
        return running;
    }

    private synchronized void end() {
        if (running != null) {
            running.program().close();
            running = null;
        }
    }

    /** One organiser is enough in most stories; those about the second one say so. */
    private static Stream<String> usual(String... settings) {
        boolean said = Stream.of(settings).anyMatch(setting -> setting.startsWith(SECOND));
        return Stream.concat(
                Stream.of("--dabyl.rehearsal.phones=false"), said ? Stream.empty() : Stream.of(SECOND + "false"));
    }

    /** Starts the program on a free port, with data of its own; settings are written {@code --dabyl.rate=20}. */
    static ConfigurableApplicationContext start(String... settings) {
        return start(NOTHING, settings);
    }

    private static ConfigurableApplicationContext start(ApplicationContextInitializer<?> before, String... settings) {
        Stream<String> own = Stream.of(
                "--server.port=0",
                "--dabyl.data=" + temporary(),
                "--dabyl.keyset=" + temporary().resolve("keyset.json"));
        return new SpringApplicationBuilder(Dabyl.class)
                .initializers(before)
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext program) {
        return Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public static Town town() {
        return Once.TOWN;
    }

    /** Another program until the class is over, for what would disturb the others; {@code settings} as on the command line. */
    public static Town with(String... settings) {
        return with(NOTHING, settings);
    }

    /** The same, with something built in before it starts. */
    static Town with(ApplicationContextInitializer<?> before, String... settings) {
        Town town = new Town(before, settings);
        PASSING.add(town);
        return town;
    }

    /** A town for the stories of several classes, cleared after each of them. */
    static Town shared(String... settings) {
        Town town = new Town(NOTHING, settings);
        SHARED.add(town);
        return town;
    }

    /** Empties the towns that classes share: nobody is left but their owners. */
    static void clearShared() {
        SHARED.forEach(Town::clear);
    }

    /** Ends the programs that were one class's. */
    static void endPassing() {
        PASSING.forEach(Town::end);
        PASSING.clear();
    }

    private void clear() {
        StringRedisTemplate redis = program().getBean(StringRedisTemplate.class);
        String organisers = "{dabyl}:organisers";
        redis.<String, String>opsForHash().entries(organisers).forEach((chat, form) -> {
            if (!form.contains("|owner|")) {
                redis.opsForHash().delete(organisers, chat);
            }
        });
        redis.delete(redis.keys("*").stream()
                .filter(key -> !OWN.matcher(key).matches())
                .toList());
        String due = "{dabyl}:due";
        Set<String> steps = Objects.requireNonNullElse(redis.opsForZSet().range(due, 0, -1), Set.of());
        // these plan themselves anew each time
        steps.stream()
                .filter(step -> !step.matches("(presence|acts-check|unused|rewrite)\\|.*"))
                .forEach(step -> redis.opsForZSet().remove(due, step));
        telegram().works();
    }

    /** A person whose Telegram speaks this language, who has not met the bot yet. */
    public Phone phone(String language) {
        return person(telegram(), language);
    }

    private static Phone person(Telegram telegram, String language) {
        long id = PEOPLE.incrementAndGet();
        telegram.person(id, language);
        return new Phone(telegram, id);
    }

    /** The phone of somebody whom Telegram knows already. */
    Phone known(long id) {
        return new Phone(telegram(), id);
    }

    /** Somebody registered for a district. */
    public Phone supporter(String language, String code) {
        Phone phone = phone(language).writes("/start d_" + code);
        phone.next();
        return phone;
    }

    /** An organiser for one district, invited by the owner. */
    public Phone organiser(String language, String code) {
        // the owner hears of other stories' alerts meanwhile, and a story that failed may have left an invitation
        owner().writes("/invite " + code);
        do {
            owner().waitFor("?start=o_");
        } while (!LINKS.add(owner().last().link()));
        String link = owner().last().link();
        // of several bots the link names one
        Phone organiser = phone(language).atBotOf(link).opens(link);
        organiser.next();
        return organiser;
    }

    /** Waits until nothing is due and nothing is on its way, and checks that these phones have said all that they were told. */
    void saysNothingElse(Phone... phones) {
        await().atMost(PATIENCE).until(this::still);
        for (Phone phone : phones) {
            assertThat(phone.unread()).as("unexpected").isEmpty();
        }
    }

    boolean still() {
        StringRedisTemplate redis = program().getBean(StringRedisTemplate.class);
        Long due = redis.opsForZSet().count("{dabyl}:due", Double.NEGATIVE_INFINITY, (double)
                telegram().now().toEpochMilli());
        // Redis keeps no key of what is empty; who cannot be reached is tried again for long
        return Objects.requireNonNullElse(due, 0L) == 0
                && redis.keys("{*}:running:*").isEmpty()
                && redis.keys("{*}:leases").isEmpty();
    }

    public Phone owner() {
        return running().owner();
    }

    public Telegram telegram() {
        return running().telegram();
    }

    public ConfigurableApplicationContext program() {
        return running().program();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dabyl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Once {
        private static final Town TOWN = shared();
    }
}
