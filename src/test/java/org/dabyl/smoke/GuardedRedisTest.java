package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.Dabyl;
import org.dabyl.RotateKeys;
import org.dabyl.panic.PanicProgram;
import org.dabyl.store.RedisServer;
import org.dabyl.vault.Wipe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Everything happens, in programs that are a user of Redis who may do just what they do: what the file of users allows is enough, and
 * all of it is needed. And behind TLS.
 */
@Timeout(240)
class GuardedRedisTest {

    private static final String PASSWORD = "a-long-password";
    private static final Path USERS = Path.of("src/main/docker/users.acl");
    private static final long FIRST = 5_772_156_649L;

    private static final String CODE = "src/main/java/org/dabyl/";
    private static final String SCRIPTS = "src/main/resources/org/dabyl/";

    private static final String CLUSTER = "src/test/java/org/dabyl/store/TestCluster.java";

    /** What nothing in the whole story needs: who does, by which words of which file. */
    private static final List<Rare> RARE = List.of(
            new Rare("ping", "Docker asks whether Redis is well", "docker-compose.yml", "redis-cli --user dabyl ping"),
            new Rare("mget", "many register at once", CODE + "conversation/Influx.java", "multiGet("),
            new Rare("lindex", "acts outlive their time", SCRIPTS + "organiser/outlive.lua", "'LINDEX'"),
            new Rare("ltrim", "acts outlive their time", SCRIPTS + "organiser/outlive.lua", "'LTRIM'"),
            new Rare("lpos", "people move in the middle of a call", SCRIPTS + "delivery/arrive.lua", "'LPOS'"),
            new Rare("zincrby", "the clock of Redis goes back", SCRIPTS + "delivery/pace.lua", "'ZINCRBY'"),
            new Rare(
                    "zunionstore",
                    "Telegram is back after an outage",
                    SCRIPTS + "delivery/ledger.lua",
                    "'ZUNIONSTORE'"),
            new Rare("cluster|nodes", "Redis is a cluster", CODE + "store/Nodes.java", "clusterGetNodes()"),
            // Lettuce asks these; ClusterFailoverTest is denied without
            new Rare("client|setname", "Redis is a cluster", CLUSTER, "--aclfile"),
            new Rare("cluster|myid", "Redis is a cluster", CLUSTER, "--aclfile"),
            new Rare("asking", "Redis is a cluster", CLUSTER, "--aclfile"),
            new Rare(
                    "xinfo|groups",
                    "an update waits while keys are rotated",
                    SCRIPTS + "vault/swap.lua",
                    "'XINFO', 'GROUPS'"));

    private static final Set<String> USED = new TreeSet<>();
    private static final List<String> KEYS = new ArrayList<>();

    private static RedisServer redis;
    private static String denials = "";

    @TempDir
    private static Path folder = Path.of("");

    /**
     * A command of Redis that only a rare situation needs.
     *
     * @param when the situation
     * @param file who uses it
     * @param words the use in it
     */
    private record Rare(String command, String when, String file, String words) {}

    @BeforeAll
    static void everythingHappens() throws IOException {
        redis = RedisServer.start("aclfile " + users(), "appendonly yes");
        assertThat(redis.runs()).as(redis.log()).isTrue();
        theNextStartFinishesAWipe();
        everybodyLives();
        theOwnersWordWipes();
        noteUsed();
        // that was this test, which may do everything
        USED.remove("auth");
        denials = admin("ACL LOG");
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void theProgramIsDeniedNothing() {
        assertThat(denials).as("what the program was denied").isEqualTo("*0");
    }

    @Test
    void nothingIsAllowedThatNothingNeeds() throws IOException {
        Set<String> spare = new TreeSet<>(rights("[+]"));
        spare.removeAll(USED);
        RARE.forEach(rare -> spare.remove(rare.command()));

        assertThat(spare)
                .as(
                        "allowed by users.acl and used by nothing in the whole story: remove it, or add to the story what needs it")
                .isEmpty();
        for (Rare rare : RARE) {
            assertThat(rights("[+]")).contains(rare.command());
            assertThat(Files.readString(Path.of(rare.file()))).as(rare.when()).contains(rare.words());
        }
    }

    @Test
    void everyPatternOfKeysIsThatOfSomeKeys() throws IOException {
        assertThat(rights("~")).isNotEmpty().allSatisfy(pattern -> {
            Pattern keys = Pattern.compile(
                    pattern.replace("{", "\\{").replace("}", "\\}").replace("*", ".*"), Pattern.DOTALL);
            assertThat(KEYS).anyMatch(key -> keys.matcher(key).matches());
        });
    }

    @Test
    void theUserMayDoNothingElse() {
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
        try (RedisServer guarded = RedisServer.startTls(
                program,
                "aclfile " + users(),
                "appendonly yes",
                "tls-cert-file " + folder.resolve("redis.crt"),
                "tls-key-file " + folder.resolve("redis.key"),
                "tls-ca-cert-file " + folder.resolve("ca.crt"),
                "tls-auth-clients no")) {
            Assumptions.assumeTrue(guarded.runs(), "The redis-server of this machine knows no TLS: TLS is not tested");
            Town town = Town.with(
                    setting(address("rediss", guarded.port())),
                    "--spring.data.redis.ssl.bundle=redis",
                    "--spring.ssl.bundle.pem.redis.truststore.certificate=file:" + folder.resolve("ca.crt"));
            Morning.in(town);
            town.program().close();
        }
    }

    private static void theOwnersWordWipes() throws IOException {
        try (Crew crew = new Crew(Map.of("SPRING_DATA_REDIS_URL", address("redis", redis.port())))) {
            Phone owner = crew.owner(FIRST);
            Instance program = crew.startReady();
            crew.phone(FIRST + 1, "en").writes("/start d_bakay").expect("you are registered");
            owner.writes("/panic word nightingale").waitFor("The word is set");
            owner.writes("/panic wipe nightingale");
            assertThat(crew.end(program)).as(program.log()).isZero();
        }
        assertNothingIsLeft();
    }

    private static void theNextStartFinishesAWipe() throws IOException {
        String[] settings = {
            setting(address("redis", redis.port())),
            "--server.port=0",
            "--dabyl.rehearsal.phones=false",
            "--dabyl.data=" + folder.resolve("data"),
            "--dabyl.keyset=" + folder.resolve("keyset.json")
        };
        SpringApplication.run(Dabyl.class, settings).close();
        // and there it was cut off
        assertThat(Wipe.destroyKeys(folder.resolve("keyset.json")).gone()).isTrue();
        assertThat(admin("DBSIZE")).isNotEqualTo(":1");

        assertThatThrownBy(() -> SpringApplication.run(Dabyl.class, settings))
                .rootCause()
                .hasMessageContaining("Everything was wiped here");
        assertNothingIsLeft();
    }

    /** Days of two bots' people, new keys after it, and the end of it at the machine. */
    private static void everybodyLives() throws IOException {
        String url = setting(address("redis", redis.port()));
        List<String> settings = new ArrayList<>(Fleet.settings(2));
        settings.add(url);
        Town town = Town.with(settings.toArray(String[]::new));
        String keyset;
        String data;
        try (ConfigurableApplicationContext program = town.program()) {
            new WholeStory(town.telegram(), town.owner(), FIRST, true).happens();
            keyset = "--dabyl.keyset=" + program.getEnvironment().getRequiredProperty("dabyl.keyset");
            data = "--dabyl.data=" + program.getEnvironment().getRequiredProperty("dabyl.data");
        }
        RotateKeys.run(url, keyset);
        noteUsed();
        admin("KEYS *").lines().filter(line -> line.startsWith("{")).forEach(KEYS::add);
        admin("CONFIG RESETSTAT");
        for (String deed : List.of("lock", "unlock", "wipe")) {
            assertThat(PanicProgram.run(deed, url, keyset, data)).as(deed).isZero();
        }
        assertNothingIsLeft();
    }

    /** Asked by what the program may not do, so that it counts as no use of that. */
    private static void assertNothingIsLeft() throws IOException {
        assertThat(admin("DBSIZE")).isEqualTo(":1");
        assertThat(admin("RANDOMKEY")).endsWith("{dabyl}:wiped");
    }

    /** What was done since this was asked last, also by scripts. */
    private static void noteUsed() throws IOException {
        Pattern used = Pattern.compile("cmdstat_(\\S+?):calls=[1-9]");
        used.matcher(admin("INFO commandstats")).results().forEach(found -> USED.add(found.group(1)));
    }

    /** What the file says of the user behind this sign. */
    private static Set<String> rights(String sign) throws IOException {
        String user = Files.readAllLines(USERS).getLast();
        return Pattern.compile(" " + sign + "(\\S+)")
                .matcher(user)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The file as docker-compose.yml puts it in place, and somebody to ask what was denied. */
    private static Path users() throws IOException {
        String users = Files.readString(USERS).replace("PASSWORD", PASSWORD);
        return Files.writeString(folder.resolve("users.acl"), users + "user admin on >" + PASSWORD + " ~* &* +@all\n");
    }

    private static String address(String scheme, int port) {
        return scheme + "://dabyl:" + PASSWORD + "@localhost:" + port;
    }

    private static String setting(String address) {
        return "--spring.data.redis.url=" + address;
    }

    /** What Redis says to somebody who may ask everything; an empty array is {@code *0}. */
    private static String admin(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            String words = "AUTH admin " + PASSWORD + "\r\n" + command + "\r\nQUIT\r\n";
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
