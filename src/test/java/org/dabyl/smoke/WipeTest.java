package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A wipe leaves nothing, neither in Redis nor in a file, whatever is killed in the middle of it; and nothing begins anew by itself. */
@ExtendWith(TestRedis.class)
class WipeTest {

    private static final BotId BOT = new BotId(Crew.BOT);
    private static final int PEOPLE = 100_000;
    private static final int FEW = 2_000;
    private static final long FIRST = 6_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void twoOrganisersWipeAHundredThousandAndNothingIsLeft() throws IOException {
        try (Crew crew = new Crew(Map.of())) {
            Phone owner = crew.owner(1_001);
            Instance program = crew.startReady();
            crew.phone(1_002, "en").writes("/start d_bakay").expect("you are registered");
            owner.writes("/invite bakay").waitFor("?start=o_");
            Phone organiser = crew.phone(1_003, "en").opens(owner.last().link()).expect("organiser");
            List<String> needles = needles(crew, PEOPLE);
            assertThat(found(crew.dataFolder(), needles)).isNotEmpty();

            organiser.writes("/panic wipe").waitFor("A second organiser has to confirm");
            organiser.writes("/panic wipe").waitFor("A second organiser has to confirm");
            owner.waitFor("WIPE EVERYTHING").presses("Wipe everything");
            long pressed = System.nanoTime();
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> !Files.exists(crew.keyset()));
            long keys = since(pressed);
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> wiped(crew));
            System.out.printf(
                    "Wipe of %d: from the press %d ms until the keys were gone, %d ms until the data was, disk included%n",
                    PEOPLE, keys, since(pressed));

            assertThat(crew.end(program)).isZero();
            assertThat(program.log().split("Everything was wiped", -1)).hasSize(2);
            assertNothingIsLeft(crew, needles);
            assertStaysDown(crew);
        }
    }

    @Test
    void killedAtAnyMomentItIsFinishedByTheNextStart(@TempDir Path temp) throws IOException {
        try (Crew crew = new Crew(Map.of())) {
            crew.owner(1_001);
            Instance program = crew.startReady();
            crew.phone(1_002, "en").writes("/start d_bakay").expect("you are registered");
            List<String> needles = needles(crew, FEW);
            program.stop();
            crew.end(program);
            Random chance = new Random(20260405);
            for (int round = 0; round < 4; round++) {
                Path copy = temp.resolve("round-" + round);
                copy(crew.dataFolder(), copy);
                Map<String, String> there = Map.of(
                        "DABYL_DATA",
                        copy.toString(),
                        "DABYL_KEYSET",
                        copy.resolve("keyset.json").toString());
                cut(crew, there, copy, round, chance);

                Instance next = crew.start(there);
                assertThat(crew.end(next)).as(next.log()).isEqualTo(1);

                assertThat(next.log()).contains("Everything was wiped here");
                assertThat(copy.resolve("keyset.json")).doesNotExist();
                assertThat(Files.readString(copy.resolve("keyset.json.wiped"))).startsWith("wiped");
                assertThat(found(copy, needles)).isEmpty();
            }
        }
    }

    /** Begins a wipe, on the machine or in the running program, and kills it a little later. */
    private void cut(Crew crew, Map<String, String> there, Path copy, int round, Random chance) {
        Instance running = round % 2 == 0 ? null : crew.start(there);
        if (running != null) {
            await().atMost(PATIENCE).until(running::ready);
        }
        Instance wiping = crew.start(there, "panic", "wipe");
        Path sign = copy.resolve(round < 2 ? "keyset.json.wiped" : "keyset.json");
        await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> Files.exists(sign) == round < 2);
        int pause = round < 3 ? 0 : chance.nextInt(600);
        await().pollDelay(Duration.ofMillis(pause)).atMost(PATIENCE).until(() -> true);
        crew.cut(wiping);
        if (running != null) {
            crew.cut(running);
        }
    }

    @Test
    void theOwnersWordWipesEveryInstanceWithItsOwnCopyOfTheKeys(@TempDir Path elsewhere) throws IOException {
        Map<String, String> redis = Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1", "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()));
        try (Crew crew = new Crew(redis)) {
            Phone owner = crew.owner(1_001);
            Instance one = crew.startReady();
            Path copy = elsewhere.resolve("keyset.json");
            Path late = elsewhere.resolve("late.json");
            Files.copy(crew.keyset(), copy);
            Files.copy(crew.keyset(), late);
            Instance other = crew.start(Map.of("DABYL_KEYSET", copy.toString()));
            await().atMost(PATIENCE).until(other::ready);
            crew.phone(1_002, "en").writes("/start d_bakay").expect("you are registered");

            owner.writes("/panic word short").waitFor("at least 8");
            owner.writes("/panic word nightingale").waitFor("The word is set");
            owner.writes("/panic wipe nightingown").waitFor("Nothing was wiped");
            assertThat(owner.texts()).noneMatch(text -> text.contains("nighting"));
            owner.writes("/panic wipe nightingale");

            assertThat(crew.end(one)).isZero();
            assertThat(crew.end(other)).isZero();
            assertThat(owner.texts()).noneMatch(text -> text.contains("nighting"));
            assertThat(crew.keyset()).doesNotExist();
            assertThat(copy).doesNotExist();
            assertThat(TestRedis.template().keys("*")).containsExactly("{dabyl}:wiped");

            // one that was down meanwhile
            Instance third = crew.start(Map.of("DABYL_KEYSET", late.toString()));
            assertThat(crew.end(third)).isEqualTo(1);
            assertThat(late).doesNotExist();
            assertThat(third.log()).contains("Everything was wiped here");
        }
    }

    @Test
    void neitherAFullDiskNorAFullRedisStopsIt(@TempDir Path folder) {
        OwnRedis redis = new OwnRedis();
        // with .wiped behind it the name is longer than a disk takes, so that there is no mark
        Path keyset = folder.resolve("k".repeat(250));
        Map<String, String> settings = Map.of("SPRING_DATA_REDIS_URL", redis.url(), "DABYL_KEYSET", keyset.toString());
        try (Crew crew = new Crew(settings)) {
            Phone owner = crew.owner(1_001);
            Instance program = crew.startReady();
            crew.phone(1_002, "en").writes("/start d_bakay").expect("you are registered");
            owner.writes("/invite bakay").waitFor("?start=o_");
            Phone organiser = crew.phone(1_003, "en").opens(owner.last().link()).expect("organiser");
            assertThat(keyset).exists();

            redis.say("CONFIG SET maxmemory 1");
            organiser.writes("/panic wipe").waitFor("A second organiser has to confirm");
            owner.waitFor("WIPE EVERYTHING").presses("Wipe everything");

            assertThat(crew.end(program)).as(program.log()).isZero();
            assertThat(program.log()).contains("Everything was wiped", "does not take the mark");
            assertThat(keyset).doesNotExist();
            assertThat(redis.say("DBSIZE")).as("the token").isEqualTo(":1");
            assertThat(redis.say("EXISTS {dabyl}:wiped")).isEqualTo(":1");
        } finally {
            redis.dies();
        }
    }

    @Test
    void onTheMachineNeitherAFullDiskNorAFullRedisStopsIt(@TempDir Path folder) {
        Path keyset = folder.resolve("k".repeat(250));
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_URL", "redis://127.0.0.1:" + TestRedis.port(), "DABYL_KEYSET", keyset.toString());
        try (Crew crew = new Crew(settings)) {
            crew.owner(1_001);
            assertThat(keyset).exists();

            TestRedis.full(() ->
                    assertThat(crew.end(crew.start(Map.of(), "panic", "wipe"))).isZero());

            assertThat(keyset).doesNotExist();
            assertThat(TestRedis.template().keys("*")).containsExactly("{dabyl}:wiped");
        }
    }

    @Test
    void onTheMachineItSaysThatTheKeysAreLeftWhereItDoesNotFindThem(@TempDir Path folder) {
        Path elsewhere = folder.resolve("elsewhere.json");
        Map<String, String> settings = Map.of("SPRING_DATA_REDIS_URL", "redis://127.0.0.1:" + TestRedis.port());
        try (Crew crew = new Crew(settings)) {
            crew.owner(1_001);
            assertThat(crew.keyset()).exists();

            Instance wipe = crew.start(Map.of("DABYL_KEYSET", elsewhere.toString()), "panic", "wipe");

            assertThat(crew.end(wipe)).isEqualTo(1);
            assertThat(wipe.log()).contains("NO KEYS ARE DESTROYED", elsewhere.toString());
            assertThat(wipe.log()).doesNotContain("ends by itself");
            assertThat(TestRedis.template().keys("*")).isEmpty();
        }
    }

    /** Registers people as the program would have, and returns what must not be found afterwards. */
    private static List<String> needles(Crew crew, int people) throws IOException {
        Vault vault = TestVault.open(crew.keyset());
        List<String> sealed = LongStream.range(FIRST, FIRST + people)
                .parallel()
                .mapToObj(id -> vault.seal(new ChatId(id)).value())
                .toList();
        StringRedisTemplate redis = builtIn(crew.dataFolder());
        for (int i = 0; i < people; i += 1000) {
            List<String> some = sealed.subList(i, Math.min(people, i + 1000));
            String[] chats = some.toArray(String[]::new);
            redis.opsForSet().add(BOT.key("district:bakay"), chats);
            redis.opsForSet().add(BOT.key("alert:abcdefgh23:called"), chats);
            redis.opsForHash()
                    .putAll(
                            BOT.key("supporters"),
                            some.stream().collect(Collectors.toMap(chat -> chat, chat -> "kk|bakay||")));
        }
        ((LettuceConnectionFactory) redis.getRequiredConnectionFactory()).destroy();
        String keys = Files.readString(crew.keyset());
        List<String> needles = new ArrayList<>(List.of(
                sealed.getFirst(),
                sealed.getLast(),
                vault.seal(new ChatId(1_001)).value(),
                "alert:abcdefgh23"));
        Matcher material = Pattern.compile("\"value\":\"([^\"]+)\"").matcher(keys);
        while (material.find()) {
            needles.add(material.group(1));
        }
        assertThat(needles).as("both keys").hasSize(6);
        return needles;
    }

    private static StringRedisTemplate builtIn(Path folder) throws IOException {
        String conf = Files.readString(folder.resolve("redis.conf"));
        var settings = new RedisStandaloneConfiguration("127.0.0.1", Integer.parseInt(value(conf, "port")));
        settings.setPassword(RedisPassword.of(value(conf, "requirepass")));
        LettuceConnectionFactory factory = new LettuceConnectionFactory(settings);
        factory.afterPropertiesSet();
        factory.start();
        return new StringRedisTemplate(factory);
    }

    private static String value(String conf, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(conf);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void assertNothingIsLeft(Crew crew, List<String> needles) {
        assertThat(found(crew.dataFolder(), needles)).isEmpty();
        assertThat(crew.keyset()).doesNotExist();
        assertThat(crew.dataFolder().resolve("appendonlydir")).isDirectory();
    }

    private static void assertStaysDown(Crew crew) {
        Instance again = crew.start();
        assertThat(crew.end(again)).isEqualTo(1);
        assertThat(again.log()).contains("Everything was wiped here", "remove the file");
        assertThat(crew.keyset()).doesNotExist();
    }

    /** Which needles are in which files, the program and its cache left out. */
    private static List<String> found(Path folder, List<String> needles) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(jar|aot|log)|.*redis-server.*"))
                    .flatMap(file -> needles.stream()
                            .filter(read(file)::contains)
                            .map(needle -> needle + " in " + file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wiped(Crew crew) {
        return read(crew.dataFolder().resolve("keyset.json.wiped")).startsWith("wiped");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(path -> !path.toString().matches(".*\\.(jar|aot|log|pid)"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static long since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
