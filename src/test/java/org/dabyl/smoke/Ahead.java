package org.dabyl.smoke;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.Dabyl;

/**
 * The command that starts the program from what was compiled. A first run that ends in peace leaves an AOT cache, with which the
 * next ones start in a third of the time (2 s for 6 s of a core); such a cache wants jars, so the classes are put into one.
 */
final class Ahead {

    private static final Map<Class<?>, Ahead> ALL = new ConcurrentHashMap<>();

    private final Path cache;
    private final String classPath;

    private final Class<?> main;

    /** The program that begins with this class, for all crews: what one leaves, the others use. */
    static Ahead of(Class<?> main) {
        return ALL.computeIfAbsent(main, any -> new Ahead(folder(), main));
    }

    private Ahead(Path folder, Class<?> main) {
        this.main = main;
        cache = folder.resolve("dabyl.aot");
        Path jar = folder.resolve("dabyl.jar");
        pack(jar, main);
        classPath = jar + ":"
                + Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                        .filter(entry -> entry.endsWith(".jar"))
                        .collect(Collectors.joining(":"));
    }

    /** A run that is to end in peace. */
    List<String> first() {
        return Files.exists(cache) ? next() : command("-XX:AOTCacheOutput=" + cache);
    }

    List<String> next() {
        return Files.exists(cache) ? command("-XX:AOTCache=" + cache) : command("-Xshare:auto");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("dabyl-ahead");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String option) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // it does not live long enough for more
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m", option));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }

    private static void pack(Path jar, Class<?> main) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            pack(out, classes(Dabyl.class), "");
            if (main != Dabyl.class) {
                // of the tests nothing else: the component scan would find it
                pack(out, classes(main), main.getName().replace('.', '/'));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes(Class<?> one) {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void pack(JarOutputStream out, Path classes, String prefix) throws IOException {
        try (Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(path).toString();
                if (name.startsWith(prefix)) {
                    boolean folder = Files.isDirectory(path);
                    // Spring scans a jar by its folders' entries
                    out.putNextEntry(new JarEntry(name + (folder ? "/" : "")));
                    if (!folder) {
                        Files.copy(path, out);
                    }
                }
            }
        }
    }
}
