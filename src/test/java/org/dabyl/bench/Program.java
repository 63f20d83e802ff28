package org.dabyl.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.dabyl.rehearsal.TimedTelegram;
import org.dabyl.store.TestRedis;

/** The program in a process of its own. */
final class Program implements AutoCloseable {

    private static final Pattern OWNER = Pattern.compile("Owner link: https://t.me/\\w+\\?start=(\\S+)");

    private final Path keyset;
    private final Process process;
    private final CompletableFuture<String> ownerWord = new CompletableFuture<>();

    /** Starts it with all bots of this Telegram. */
    Program(Class<?> main, TimedTelegram telegram, double rate, String... settings) throws IOException {
        keyset = Files.createTempDirectory("dabyl-bench").resolve("keyset.json");
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(options().split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.add("--dabyl.telegram-api-url=" + telegram.uri());
        command.add("--dabyl.keyset=" + keyset);
        command.add("--dabyl.rate=" + rate);
        command.add("--spring.data.redis.url=redis://127.0.0.1:" + TestRedis.port());
        command.add("--server.port=" + freePort());
        command.addAll(List.of(settings));
        for (int bot = 0; bot < telegram.bots(); bot++) {
            command.add("--dabyl.bots[" + bot + "].token=" + TimedTelegram.token(bot));
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // a benchmark that is broken off leaves nothing behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread.ofVirtual().start(this::listen);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The JVM options that it runs with: the image's, and a heap as in a container of 1 GB. */
    static String options() {
        return System.getProperty("bench.jvm", "-XX:+UseSerialGC -Xmx512m");
    }

    /** What the owner says to become it: {@code o_<secret>}. */
    String ownerWord() {
        return ownerWord.orTimeout(5, TimeUnit.MINUTES).join();
    }

    Path keyset() {
        return keyset;
    }

    /** Processor time that it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of the heap that live after a collection. */
    @SuppressWarnings("BanJNDI") // the process at the other end is our own
    long heap() throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
            machine.detach();
            try (JMXConnector connector = JMXConnectorFactory.connect(url)) {
                MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private void listen() {
        try (BufferedReader log = process.inputReader()) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                Matcher owner = OWNER.matcher(line);
                if (owner.find()) {
                    ownerWord.complete(owner.group(1));
                } else if (!line.contains(" INFO ")) {
                    System.err.println("  " + line);
                }
            }
        } catch (IOException e) {
            // it was ended, and its output with it
        }
    }
}
