package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dabyl.RotateKeys;
import org.dabyl.store.RedisServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The whole program as a user of Redis who may do just what it does, and behind TLS. */
@Timeout(240)
class GuardedRedisTest {

    private static final String PASSWORD = "a-long-password";
    private static final Path USERS = Path.of("src/main/docker/users.acl");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theUserOfTheServersFileMayDoWhatTheProgramDoesAndNothingElse() throws IOException {
        try (RedisServer redis = RedisServer.start("aclfile " + users(), "appendonly yes")) {
            assertThat(redis.runs()).as(redis.log()).isTrue();
            String url = url("redis", redis.port());
            RotateKeys.run(url, "--dabyl.keyset=" + morning(url));

            assertThat(denials(redis.port())).as("what the program was denied").isEqualTo("*0");
            StringRedisTemplate user = connect(redis.port(), "dabyl");
            for (List<String> command : List.of(
                    List.of("FLUSHALL"),
                    List.of("CONFIG", "GET", "*"),
                    List.of("ACL", "LIST"),
                    List.of("SHUTDOWN"),
                    List.of("MONITOR"),
                    List.of("REPLICAOF", "192.0.2.1", "6379"),
                    List.of("GET", "another"),
                    List.of("SET", "another", "1"),
                    List.of("MIGRATE", "192.0.2.1", "6379", "x", "0", "1"))) {
                assertThat(said(user, command)).as(String.join(" ", command)).startsWith("NOPERM");
            }
            assertThat(said(connect(redis.port(), ""), List.of("GET", "{dabyl}:alerts")))
                    .startsWith("NOAUTH");
        }
    }

    @Test
    void theWayToRedisCanBeEncrypted() throws IOException, InterruptedException {
        Path program = Stream.of("/usr/bin/redis-server", "/usr/local/bin/redis-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(
                Files.isExecutable(program), "No redis-server with TLS on this machine: TLS is not tested");
        certificates();
        try (RedisServer redis = RedisServer.startTls(
                program,
                "aclfile " + users(),
                "appendonly yes",
                "tls-cert-file " + folder.resolve("redis.crt"),
                "tls-key-file " + folder.resolve("redis.key"),
                "tls-ca-cert-file " + folder.resolve("ca.crt"),
                "tls-auth-clients no")) {
            Assumptions.assumeTrue(redis.runs(), "The redis-server of this machine knows no TLS: TLS is not tested");
            morning(
                    url("rediss", redis.port()),
                    "--spring.data.redis.ssl.bundle=redis",
                    "--spring.ssl.bundle.pem.redis.truststore.certificate=file:" + folder.resolve("ca.crt"));
        }
    }

    /** Lives a morning, ends the program, and returns where its keyset is. */
    private static String morning(String... settings) {
        Town town = Town.with(settings);
        try (ConfigurableApplicationContext program = town.program()) {
            Morning.in(town);
            return program.getEnvironment().getRequiredProperty("dabyl.keyset");
        }
    }

    /** The file as docker-compose.yml puts it in place, and somebody to ask what was denied. */
    private Path users() throws IOException {
        String users = Files.readString(USERS).replace("PASSWORD", PASSWORD);
        return Files.writeString(folder.resolve("users.acl"), users + "user admin on >" + PASSWORD + " ~* &* +@all\n");
    }

    private static String url(String scheme, int port) {
        return "--spring.data.redis.url=" + scheme + "://dabyl:" + PASSWORD + "@localhost:" + port;
    }

    /** What Redis noted of it: an array, of which nothing follows where it is empty. */
    private static String denials(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String words = "AUTH admin " + PASSWORD + "\r\nACL LOG\r\nQUIT\r\n";
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.replaceAll("^\\+OK\r\n|\r\n\\+OK\r\n$", "");
        }
    }

    private static String said(StringRedisTemplate user, List<String> command) {
        try {
            byte[][] arguments = command.stream()
                    .skip(1)
                    .map(word -> word.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            return String.valueOf(user.execute(
                    (RedisCallback<@Nullable Object>) connection -> connection.execute(command.getFirst(), arguments)));
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    private static StringRedisTemplate connect(int port, String user) {
        RedisStandaloneConfiguration where = new RedisStandaloneConfiguration("127.0.0.1", port);
        if (!user.isEmpty()) {
            where.setUsername(user);
            where.setPassword(PASSWORD);
        }
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                where,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(10))
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return new StringRedisTemplate(factory);
    }

    private void certificates() throws IOException, InterruptedException {
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 2 -subj /CN=test");
        openssl("req -newkey rsa:2048 -nodes -keyout redis.key -out redis.csr -subj /CN=localhost");
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        openssl(
                "x509 -req -in redis.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out redis.crt -days 2 -extfile names");
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments.split(" ", -1)))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(openssl.waitFor()).isZero();
    }
}
