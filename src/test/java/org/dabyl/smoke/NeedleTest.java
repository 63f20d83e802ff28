package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.dabyl.rehearsal.RehearsalServer;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything happens, the rotation of the keys with it, in programs that log at the finest level and note every exception that is
 * thrown in them; and who took part, what they are called, what they wrote and where they were is found nowhere: not in the database,
 * on the disk, in the log, the metrics, the health, the pages, nor in any exception. What is planted there is found.
 */
class NeedleTest {

    private static final long OWNER = 6_626_070_151L;
    private static final long FIRST = 7_389_056_098L;
    private static final String CONTROL = "Controlneedleqx";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> HAYSTACKS = new HashMap<>();
    private static final List<Needle> NEEDLES = new ArrayList<>();
    private static final List<Needle> SEALED = new ArrayList<>();
    private static final List<Needle> SEALED_BEFORE = new ArrayList<>();

    private static OwnRedis redis;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void everythingHappens() throws IOException {
        redis = new OwnRedis();
        redis.say("CONFIG SET rdbcompression no");
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_URL", redis.url(),
                "DABYL_RINGS_AFTER", "1s",
                "DABYL_REMINDERS_SILENTAFTER", "5s",
                "DABYL_ALERT_HOMECHECK", "2s",
                "DABYL_ALERT_HOMEAGAIN", "2s");
        int port = OwnRedis.freePort();
        int management = OwnRedis.freePort();
        try (Crew crew = new Crew(settings)) {
            Phone owner = crew.owner(OWNER);
            Instance program = crew.startReady(talkative(port, management));
            WholeStory story = new WholeStory(crew.telegram(), owner, FIRST, false);
            story.happens();
            pages(port);
            actuator(management);
            crew.stop(program);
            Vault old = TestVault.open(crew.keyset());
            Instance rotation = crew.command("rotate-keys");
            assertThat(rotation.end()).as(rotation.log()).isZero();
            Instance next = crew.startReady();
            story.goesOn();
            crew.stop(next);
            HAYSTACKS.put("the log", bytes(program.log() + rotation.log() + next.log()));
            needles(story, TestVault.open(crew.keyset()), old);
        }
        HAYSTACKS.put("the exceptions", exceptions());
        database();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.dies();
        }
    }

    @Test
    void nobodyAndNothingIsFoundAnywhere() {
        assertThat(NEEDLES).hasSizeGreaterThan(40);
        assertThat(found(NEEDLES)).isEmpty();
    }

    @Test
    void theBotsTokenIsFoundOnlyWhereThePageOfSettingsWasOpened() {
        Map<String, String> elsewhere = new HashMap<>(HAYSTACKS);
        String opened = Objects.requireNonNull(elsewhere.remove("the actuator"));
        Needle token = Needle.of(RehearsalServer.TOKEN.split(":", 2)[1]);

        assertThat(found(List.of(token), elsewhere)).isEmpty();
        assertThat(token.in(opened)).as("the control: this test had it shown").isPresent();
    }

    @Test
    void notEvenASealedIdIsFoundOutsideTheDatabase() {
        Map<String, String> outside = new HashMap<>(HAYSTACKS);
        outside.keySet().removeAll(List.of("Redis", "the append-only file", "the snapshot"));

        assertThat(found(SEALED, outside)).isEmpty();
        assertThat(found(SEALED.subList(0, 1)))
                .as("the control: in the database it is")
                .isNotEmpty();
    }

    @Test
    void ofASealFromBeforeTheRotationNothingIsLeftAnywhere() {
        assertThat(SEALED_BEFORE).hasSameSizeAs(SEALED).doesNotContainAnyElementsOf(SEALED);
        assertThat(found(SEALED_BEFORE)).isEmpty();
    }

    @Test
    void whatIsPlantedIsFoundInEveryPlace() throws IOException {
        String planted = Base64.getUrlEncoder().encodeToString(("x" + CONTROL + "yz").getBytes(StandardCharsets.UTF_8));
        redis.say("SET {dabyl}:control " + planted);
        database();
        redis.say("DEL {dabyl}:control");

        for (String place : HAYSTACKS.keySet()) {
            // a page says nothing of what was asked, so that nothing can be planted
            String control = place.equals("the pages") ? "404 " : CONTROL;
            assertThat(Needle.of(control).in(haystack(place))).as(place).isPresent();
        }
    }

    @Test
    void aNeedleIsFoundInWhateverFormItLies() {
        Needle id = Needle.of(FIRST);
        byte[] bytes = ByteBuffer.allocate(11).put((byte) 7).putLong(FIRST).array();

        assertThat(id.in("chat=" + FIRST)).isPresent();
        assertThat(id.in("0x" + Long.toHexString(FIRST).toUpperCase(Locale.ROOT)))
                .isPresent();
        assertThat(id.in(Base64.getEncoder().encodeToString(bytes))).isPresent();
        assertThat(id.in(Base64.getEncoder().encodeToString(("id: " + FIRST + "!").getBytes(StandardCharsets.UTF_8))))
                .isPresent();
        assertThat(id.in("chat=" + (FIRST + 1))).isEmpty();
    }

    /** The finest level for everything, every page of the actuator, and a recording of exceptions. */
    private static Map<String, String> talkative(int port, int management) throws IOException {
        Path events = Files.writeString(folder.resolve("exceptions.jfc"), """
                <configuration version="2.0">
                <event name="jdk.JavaExceptionThrow"><setting name="enabled">true</setting><setting name="throttle">off</setting></event>
                <event name="jdk.JavaErrorThrow"><setting name="enabled">true</setting><setting name="throttle">off</setting></event>
                </configuration>
                """);
        Map<String, String> settings = new HashMap<>(Map.of(
                "LOGGING_LEVEL_ROOT", "TRACE",
                "LOGGING_LEVEL_ORG_DABYL", "TRACE",
                "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK", "TRACE",
                "LOGGING_LEVEL_IO_LETTUCE", "TRACE",
                "LOGGING_LEVEL_OKHTTP3", "TRACE",
                "SPRING_PROFILES_ACTIVE", CONTROL,
                "SERVER_PORT", String.valueOf(port)));
        settings.putAll(Map.of(
                "MANAGEMENT_SERVER_PORT", String.valueOf(management),
                "MANAGEMENT_ENDPOINTS_ACCESS_DEFAULT", "read-only",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_EXCLUDE", "heapdump",
                "MANAGEMENT_ENDPOINT_HEALTH_SHOWDETAILS", "always",
                "MANAGEMENT_ENDPOINT_ENV_SHOWVALUES", "always",
                "MANAGEMENT_ENDPOINT_CONFIGPROPS_SHOWVALUES", "always",
                "JAVA_TOOL_OPTIONS",
                        // a class that is not there: that is an exception, with its name
                        "-Djava.util.logging.config.class=" + CONTROL
                                + " -XX:StartFlightRecording=dumponexit=true,settings=" + events + ",filename="
                                + folder.resolve("exceptions-%p.jfr")));
        return settings;
    }

    private static void needles(WholeStory story, Vault vault, Vault before) {
        List<Long> ids = new ArrayList<>(List.of(OWNER));
        story.people().values().forEach(phone -> ids.add(phone.id()));
        ids.forEach(id -> NEEDLES.add(Needle.of(id)));
        story.words().forEach(word -> NEEDLES.add(Needle.of(word)));
        ids.forEach(id -> SEALED.add(Needle.of(vault.seal(new ChatId(id)).value())));
        ids.forEach(
                id -> SEALED_BEFORE.add(Needle.of(before.seal(new ChatId(id)).value())));
    }

    private static void pages(int port) {
        List<String> read = new ArrayList<>();
        for (String path :
                List.of("/", "/rehearsal", "/rehearsal/persons/" + FIRST + "/chat", "/error", "/webhook/1000001")) {
            read.add(get(port, path));
        }
        // what a page could tell of what was asked
        read.add(post(port, "/webhook/1000001", "{\"message\":{\"text\":\"Alertwordsalmaqyran\""));
        read.add(get(port, "/" + CONTROL));
        HAYSTACKS.put("the pages", bytes(String.join("\n", read)));
    }

    private static void actuator(int port) {
        List<String> read = new ArrayList<>();
        JsonNode links = JSON.readTree(get(port, "/actuator")).path("_links");
        assertThat(links.properties()).hasSizeGreaterThan(8);
        for (Map.Entry<String, JsonNode> link : links.properties()) {
            if (!link.getValue().path("templated").asBoolean()) {
                read.add(get(
                        port,
                        URI.create(link.getValue().path("href").asString()).getPath()));
            }
        }
        assertThat(read).anyMatch(page -> page.contains("telegram")).anyMatch(page -> page.contains(CONTROL));
        HAYSTACKS.put("the actuator", bytes(String.join("\n", read)));
    }

    private static String exceptions() throws IOException {
        List<RecordedEvent> thrown = new ArrayList<>();
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, "exceptions-*.jfr")) {
            for (Path recording : recordings) {
                RecordingFile.readAllEvents(recording).stream()
                        .filter(event -> event.getEventType().getName().matches("jdk\\.Java(Exception|Error)Throw"))
                        .forEach(thrown::add);
            }
        }
        assertThat(thrown).hasSizeGreaterThan(10);
        return bytes(thrown.stream()
                .map(event -> event.getClass("thrownClass").getName() + ": " + event.getString("message"))
                .collect(Collectors.joining("\n")));
    }

    /** Reads what Redis holds and what it wrote, a snapshot as well. */
    private static void database() throws IOException {
        LettuceConnectionFactory connections = connect();
        HAYSTACKS.put(
                "Redis", bytes(Dump.of(new StringRedisTemplate(connections)).toString()));
        connections.destroy();
        assertThat(redis.say("SAVE")).startsWith("+OK");
        HAYSTACKS.put("the snapshot", file(redis.disk().resolve("dump.rdb")));
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(redis.disk().resolve("appendonlydir"))) {
            for (Path written : files.filter(Files::isRegularFile).toList()) {
                all.append(file(written));
            }
        }
        HAYSTACKS.put("the append-only file", all.toString());
    }

    private static LettuceConnectionFactory connect() {
        URI url = URI.create(redis.url());
        LettuceConnectionFactory connections = new LettuceConnectionFactory(url.getHost(), url.getPort());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static List<String> found(List<Needle> needles) {
        return found(needles, HAYSTACKS);
    }

    private static List<String> found(List<Needle> needles, Map<String, String> haystacks) {
        List<String> found = new ArrayList<>();
        haystacks.forEach((place, haystack) -> needles.forEach(needle -> needle.in(haystack)
                .ifPresent(form -> found.add(needle.what() + " in " + place + ": " + around(haystack, form)))));
        return found;
    }

    private static String around(String haystack, String form) {
        int at = haystack.indexOf(form);
        return haystack.substring(Math.max(0, at - 150), Math.min(haystack.length(), at + 150));
    }

    private static String haystack(String place) {
        return HAYSTACKS.getOrDefault(place, "");
    }

    private static String bytes(String text) {
        return Needle.bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(Path file) throws IOException {
        return Needle.bytes(Files.readAllBytes(file));
    }

    private static String get(int port, String path) {
        return send(HttpRequest.newBuilder(uri(port, path)));
    }

    private static String post(int port, String path, String body) {
        return send(HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
