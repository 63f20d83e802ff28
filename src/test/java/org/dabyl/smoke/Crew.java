package org.dabyl.smoke;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dabyl.Dabyl;
import org.dabyl.rehearsal.RehearsalServer;

/** Processes of the program as an operator runs several: one Redis, one keyset, one token, one Telegram, which is simulated. */
final class Crew implements AutoCloseable {

    static final long BOT = 1_000_001;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern OWNER_LINK = Pattern.compile("https://t\\.me/\\S+\\?start=o_\\S+");

    private final RehearsalServer server;
    private final Telegram telegram;
    private final Path folder = folder();
    private final Path clock = folder.resolve("clock");
    private final Ahead program;
    private final Map<String, String> settings = new HashMap<>();
    private final List<Instance> alive = new ArrayList<>();
    private int started;
    private Duration moved = Duration.ZERO;

    /** Settings as environment variables, the connection to Redis among them. */
    Crew(Map<String, String> more) {
        this(more, List.of());
    }

    /** Whose time is moved by {@link #pass}. */
    static Crew moved(Map<String, String> more) {
        return new Crew(MovedProgram.class, more, List.of());
    }

    /** With settings of the simulated Telegram. */
    Crew(Map<String, String> more, List<String> rehearsal) {
        this(Dabyl.class, more, rehearsal);
    }

    private Crew(Class<?> main, Map<String, String> more, List<String> rehearsal) {
        program = Ahead.of(main);
        server = RehearsalServer.start(Stream.concat(Stream.of("--dabyl.rehearsal.phones=false"), rehearsal.stream())
                .toArray(String[]::new));
        telegram = new Telegram(server.port());
        settings.putAll(Map.of(
                "SERVER_PORT",
                "0",
                "DABYL_BOT_TOKEN",
                RehearsalServer.TOKEN,
                "DABYL_TELEGRAM_API_URL",
                "http://127.0.0.1:" + server.port(),
                "DABYL_DATA",
                folder.toString(),
                "DABYL_KEYSET",
                keyset().toString()));
        settings.put(MovedProgram.FILE, clock.toString());
        settings.putAll(more);
        move(Duration.ZERO);
    }

    Telegram telegram() {
        return telegram;
    }

    Path keyset() {
        return folder.resolve("keyset.json");
    }

    /** Starts the first process, makes this phone the owner's, and ends the process in peace. */
    Phone owner(long id) {
        Instance first = start(program.first());
        String link = await().atMost(PATIENCE)
                .until(() -> first.said(OWNER_LINK), Optional::isPresent)
                .orElseThrow();
        Phone owner = phone(id, "en").atBotOf(link).opens(link).expect("You are the owner");
        stop(first);
        return owner;
    }

    Phone phone(long id, String language) {
        telegram.person(id, language);
        return new Phone(telegram, id);
    }

    /** Sets an environment variable of those that are started from now on. */
    void set(String name, String value) {
        settings.put(name, value);
    }

    /** Starts one more process. */
    Instance start() {
        return start(program.next());
    }

    /** Starts one more process with more settings, and waits until it is ready. */
    Instance startReady(Map<String, String> more) {
        settings.putAll(more);
        return startReady();
    }

    /** Starts one more process and waits until it is ready. */
    Instance startReady() {
        Instance instance = start();
        await().atMost(PATIENCE).until(instance::ready);
        return instance;
    }

    /** Ends one in peace. */
    void stop(Instance instance) {
        alive.remove(instance);
        instance.stop();
    }

    /** Runs a command of the program, with its settings; it ends by itself. */
    Instance command(String name) {
        Instance command =
                start(Stream.concat(program.next().stream(), Stream.of(name)).toList());
        alive.remove(command);
        return command;
    }

    /** Kills a process and starts another in its place. */
    Instance replace(Instance victim) {
        kill(victim);
        return start();
    }

    /** Lets time pass for all processes, also for those that are started later, and for Telegram. */
    void pass(Duration time) {
        telegram.pass(time);
        move(time);
    }

    private void move(Duration time) {
        moved = moved.plus(time);
        try {
            // in one step: whoever reads meanwhile must not find half of it
            Path next = Files.writeString(folder.resolve("clock.next"), moved.toString());
            Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one more process with other settings, or other words on its command line. */
    Instance start(Map<String, String> other, String... words) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(other);
        List<String> command = new ArrayList<>(program.next());
        command.addAll(List.of(words));
        Instance instance = Instance.start(command, all, folder.resolve("instance-" + ++started + ".log"));
        alive.add(instance);
        return instance;
    }

    /** Waits until a process has ended by itself; with which number. */
    int end(Instance instance) {
        alive.remove(instance);
        return instance.end();
    }

    /** Kills a process that may be about to end by itself. */
    void cut(Instance instance) {
        alive.remove(instance);
        instance.killIfItStillRuns();
    }

    /** Where everything lies that the processes write. */
    Path dataFolder() {
        return folder;
    }

    void kill(Instance victim) {
        alive.remove(victim);
        victim.kill();
    }

    List<Instance> ready() {
        return alive.stream().filter(Instance::ready).toList();
    }

    long statistic(String name) {
        return telegram.get("/statistics").path(name).asLong();
    }

    @Override
    public void close() {
        List.copyOf(alive).forEach(this::kill);
        server.close();
    }

    private Instance start(List<String> command) {
        Instance instance = Instance.start(command, settings, folder.resolve("instance-" + ++started + ".log"));
        alive.add(instance);
        return instance;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("dabyl-crew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
