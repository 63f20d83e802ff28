package org.dabyl.panic;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.Erasure;
import org.dabyl.store.VisitedRedisConfiguration;
import org.dabyl.timetable.TimetableConfiguration;
import org.dabyl.vault.KeysetFile;
import org.dabyl.vault.Wipe;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * {@code panic lock}, {@code panic unlock}, {@code panic wipe} on the machine, beside the running program or without it, with the
 * settings that the program has; it asks for no token.
 */
public final class PanicProgram {

    /** The first word of it on the command line. */
    public static final String NAME = "panic";

    private static final int TRIES = 10;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Set<String> DEEDS = Set.of("lock", "unlock", "wipe");

    private final String deed;
    private final String[] settings;
    private final PrintStream out;
    private Wipe.Keys keys = Wipe.Keys.NONE;

    /** What it needs of the program. Without {@code @Configuration}, so that the program's own component scan passes it over. */
    @ImportAutoConfiguration({DataRedisAutoConfiguration.class, SslAutoConfiguration.class})
    @Import({VisitedRedisConfiguration.class, TimetableConfiguration.class})
    public static class Needs {}

    private PanicProgram(String deed, String[] settings, PrintStream out) {
        this.deed = deed;
        this.settings = settings;
        this.out = out;
    }

    /** Runs it; 0 where it is done. {@code arguments} are what is done, then settings as on the program's command line. */
    public static int run(String... arguments) {
        PrintStream out = System.out;
        if (arguments.length == 0 || !DEEDS.contains(arguments[0])) {
            out.println("panic lock      nothing goes out any more, on any instance; the organisers' commands stop");
            out.println("panic unlock    what waited goes on, as far as it is not too old");
            out.println("panic wipe      destroys the keys, then the data. AT ONCE AND FOR EVER: it does not ask");
            return 1;
        }
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        return new PanicProgram(arguments[0], settings, out).run();
    }

    private int run() {
        for (int i = 1; ; i++) {
            try (ConfigurableApplicationContext context = start()) {
                return act(context);
            } catch (RuntimeException e) {
                // the program that runs may be wiping too, and end its Redis before this one is through
                if (!deed.equals("wipe") || i == TRIES) {
                    out.println(
                            keys.found() && keys.gone()
                                    ? "The keys are destroyed, the data is not erased yet: do it again once Redis answers."
                                    : "It is not done: see above.");
                    return 1;
                }
                pause();
            }
        }
    }

    private ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(Needs.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        if (deed.equals("wipe")) {
            // before anything that could fail or take long
            application.addInitializers(context -> destroyKeys(KeysetFile.of(context.getEnvironment())));
        }
        return application.run(settings);
    }

    private void destroyKeys(Path keyset) {
        if (keys.found() && keys.gone()) {
            return;
        }
        keys = Wipe.destroyKeys(keyset);
        if (keys.found() && keys.gone()) {
            out.println("The keys are destroyed: " + keyset);
        }
    }

    private int act(ConfigurableApplicationContext context) {
        StringRedisTemplate redis = context.getBean(StringRedisTemplate.class);
        if (deed.equals("wipe")) {
            return wipe(redis, KeysetFile.of(context.getEnvironment()));
        }
        Lockdown lockdown = new Lockdown(redis, new Known(redis), context.getBean(Clock.class));
        if (deed.equals("lock")) {
            lockdown.lock();
            out.println("Locked. Nothing goes out any more. panic unlock ends it.");
        } else {
            lockdown.unlock();
            out.println("Unlocked. What waited goes on.");
        }
        return 0;
    }

    private int wipe(StringRedisTemplate redis, Path keyset) {
        if (!keys.found() && !Wipe.holdsData(redis)) {
            out.println("There is nothing to wipe: no keyset at " + keyset
                    + ", and nothing of Dabyl in this database. Use the settings that the program has.");
            return 1;
        }
        try (Erasure erasure = Erasure.with(redis)) {
            Wipe.erase(keyset, keys, erasure);
        }
        if (!keys.found()) {
            out.println(
                    "The data is erased, also from the disk of Redis. BUT NO KEYS ARE DESTROYED: there is no keyset at "
                            + keyset
                            + ". Whoever has it opens every copy of the data, and an instance that runs goes on."
                            + " Do it again with the settings that the program has.");
            return 1;
        }
        out.println("The data is erased, also from the disk of Redis. Every instance that runs ends by itself.");
        return keys.gone() ? 0 : 1;
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bots that were ever set. */
    private record Known(StringRedisTemplate redis) implements Fleet {

        @Override
        public List<BotId> bots() {
            Set<String> known = redis.opsForSet().members("{dabyl}:bots");
            return Objects.requireNonNullElse(known, Set.<String>of()).stream()
                    .map(bot -> new BotId(Long.parseLong(bot)))
                    .toList();
        }

        @Override
        public Optional<String> username(BotId bot) {
            return Optional.empty();
        }
    }
}
