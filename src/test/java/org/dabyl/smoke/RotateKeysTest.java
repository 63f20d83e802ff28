package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dabyl.Dabyl;
import org.dabyl.RotateKeys;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.rehearsal.RehearsalServer;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** The keys are rotated in the middle of an alert, by a command that is killed again and again: nobody is lost. */
class RotateKeysTest {

    private static final int PEOPLE = 100;
    private static final int KILLS = 4;
    private static final long FIRST = 7_100_000_001L;
    private static final long OWNER = 7_099_999_999L;
    private static final BotId BOT = new BotId(Crew.BOT);
    private static final int MANY = 60_000;
    private static final String CROWD = BOT.key("district:zhetysu");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnRedis redis = new OwnRedis();
    private final StringRedisTemplate template = connect(redis);
    private final Random chance = new Random(20_260_405);

    @Test
    void nobodyIsLostAndTheOldKeysOpenNothing() throws IOException {
        try (Crew crew = new Crew(Map.of("SPRING_DATA_REDIS_URL", redis.url(), "DABYL_LEASE", "5s"))) {
            Phone owner = crew.owner(OWNER).patient(PATIENCE);
            Instance program = crew.startReady();
            Phone organiser = organiser(crew, owner);
            Phone comes = crew.phone(FIRST - 2, "en").patient(PATIENCE);
            comes.writes("/start d_karasu").waitFor("registered");
            Phone watches = crew.phone(FIRST - 3, "en").patient(PATIENCE);
            watches.writes("/start d_bakay").waitFor("registered");
            watches.writes("/watch Sat 22-6").waitFor("Sat 22:00–06:00");
            Square channel = Square.channel(crew.telegram(), organiser);
            organiser.waitFor("which district").presses("Karasu").waitFor("now gets the alerts");
            register(crew);
            crowd(TestVault.open(crew.keyset()));
            crew.stop(program);

            // so slowly that the call is under way for half a minute
            crew.set("DABYL_RATE", "3");
            program = crew.startReady();
            organiser.writes("/alert karasu bulldozers at the school").waitFor("at the school");
            organiser.presses("Send");
            comes.waitFor("bulldozers").presses("10 min").waitFor("coming");
            comes.writes("I bring a rope").waitFor("organisers");
            channel.shows("bulldozers");
            crew.kill(program);
            assertThat(delivered()).as("the call is under way").isBetween(1L, PEOPLE - 1L);

            Path old = Files.copy(crew.keyset(), crew.keyset().resolveSibling("old.json"));
            rotate(crew, TestVault.open(old));

            assertOldKeysOpenNothing(crew, TestVault.open(old));
            crew.set("DABYL_RATE", "28");
            crew.startReady();
            await().atMost(PATIENCE).until(this::ended);
            assertEverybodyWasCalled(crew);
            organiser.writes("/board").waitFor("Coming: 1");
            comes.writes("/here").waitFor("here");
            watches.writes("/watch").waitFor("Sat 22:00–06:00");
            organiser.writes("/standdown they have left").waitFor("over");
            comes.waitFor("they have left");
            channel.shows("they have left");
            await().atMost(PATIENCE).until(this::ended);
            assertThat(TestDelivery.audited(template, BOT)).isNotEmpty();
        }
    }

    @Test
    void theBuiltInRedisIsRotatedOnceItsProgramHasStopped(@TempDir Path folder) {
        try (RehearsalServer telegram = RehearsalServer.start("--dabyl.rehearsal.phones=false")) {
            Telegram people = new Telegram(telegram.port());
            people.person(FIRST, "en");
            Phone phone = new Phone(people, FIRST).patient(PATIENCE);
            String[] settings = {
                "--dabyl.data=" + folder.resolve("data"), "--dabyl.keyset=" + folder.resolve("keyset.json")
            };
            try (ConfigurableApplicationContext program = start(telegram, settings)) {
                phone.writes("/start d_karasu").waitFor("registered");
                assertThatThrownBy(() -> RotateKeys.run(settings)).rootCause().hasMessageContaining("Another Dabyl");
                assertThat(program.isRunning()).isTrue();
            }
            Vault old = TestVault.open(folder.resolve("keyset.json"));

            RotateKeys.run(settings);

            assertThat(TestVault.open(folder.resolve("keyset.json")).seal(new ChatId(1)))
                    .isNotEqualTo(old.seal(new ChatId(1)));
            try (ConfigurableApplicationContext program = start(telegram, settings)) {
                phone.writes("/status").waitFor("You are registered");
                assertThat(program.isRunning()).isTrue();
            }
        }
    }

    private static ConfigurableApplicationContext start(RehearsalServer telegram, String... settings) {
        return SpringApplication.run(
                Dabyl.class,
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--dabyl.bot-token=" + RehearsalServer.TOKEN,
                                        "--dabyl.telegram-api-url=http://127.0.0.1:" + telegram.port()),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static Phone organiser(Crew crew, Phone owner) {
        owner.writes("/invite karasu").waitFor("?start=o_");
        Phone organiser = crew.phone(FIRST - 1, "en").patient(PATIENCE);
        organiser.opens(owner.last().link()).next();
        return organiser;
    }

    /** Around the district: those in it are called first, so that one of them answers while the others still wait. */
    private void register(Crew crew) {
        crew.telegram().post("/persons/many", Map.of("id", FIRST, "count", PEOPLE, "text", "/start d_alatau"));
        await().atMost(PATIENCE).until(() -> template.opsForSet().size(BOT.key("district:alatau")) == PEOPLE);
    }

    /** Kills the command when it has come to the first of some chosen by chance, again and again, then lets it come to its end. */
    private void rotate(Crew crew, Vault old) {
        int cut = 0;
        for (int kills = 0; kills < KILLS; kills++) {
            Instance command = crew.command("rotate-keys");
            List<ChatId> some =
                    chance.longs(8, 1, MANY + 1L).mapToObj(ChatId::new).toList();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> !command.running() || isOneSealedAnew(crew, some));
            command.killIfItStillRuns();
            cut += members(old) > 0 && members(old) < MANY ? 1 : 0;
        }
        assertThat(cut).as("kills in the middle").isPositive();
        Instance last = crew.command("rotate-keys");
        assertThat(last.end()).as(last.log()).isZero();
        assertThat(last.log()).contains("The keys are new");
    }

    private boolean isOneSealedAnew(Crew crew, List<ChatId> some) {
        Path next = crew.keyset().resolveSibling("keyset.json.next");
        if (!Files.exists(next)) {
            return false;
        }
        Vault vault = TestVault.open(next);
        Object[] sealed = some.stream().map(chat -> vault.seal(chat).value()).toArray();
        return Objects.requireNonNull(template.opsForSet().isMember(CROWD, sealed))
                .containsValue(true);
    }

    /** Many more, so that there is a middle. */
    private void crowd(Vault vault) {
        template.opsForSet().add(CROWD, sealed(vault));
    }

    private static String[] sealed(Vault vault) {
        return LongStream.rangeClosed(1, MANY)
                .mapToObj(id -> vault.seal(new ChatId(id)).value())
                .toArray(String[]::new);
    }

    /** How many of the crowd are sealed with these keys. */
    private long members(Vault vault) {
        return Objects.requireNonNull(template.opsForSet().isMember(CROWD, (Object[]) sealed(vault))).values().stream()
                .filter(is -> is)
                .count();
    }

    private void assertOldKeysOpenNothing(Crew crew, Vault old) throws IOException {
        String sealed = old.seal(new ChatId(FIRST)).value();
        assertThat(written()).as("the disk").contains("supporters").doesNotContain(sealed);
        Vault now = TestVault.open(crew.keyset());
        assertThat(members(old)).isZero();
        assertThat(members(now)).isEqualTo(MANY);
        assertThat(written()).contains(now.seal(new ChatId(FIRST)).value());
    }

    private void assertEverybodyWasCalled(Crew crew) {
        long calls = 0;
        for (long id = FIRST; id < FIRST + PEOPLE; id++) {
            long copies = 0;
            for (JsonNode message :
                    crew.telegram().get("/persons/" + id + "/chat").path("messages")) {
                copies += message.path("text").asString().contains("bulldozers") ? 1 : 0;
            }
            assertThat(copies).as("calls of one person").isPositive();
            calls += copies;
        }
        // what was under way when the program was killed may go out twice
        assertThat(calls).isLessThan(PEOPLE + 30);
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(redis.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private long delivered() {
        return TestDelivery.audited(template, BOT).stream()
                .mapToLong(Progress::delivered)
                .sum();
    }

    private boolean ended() {
        return TestDelivery.audited(template, BOT).stream().allMatch(Progress::ended);
    }

    private static StringRedisTemplate connect(OwnRedis redis) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", redis.port());
        factory.afterPropertiesSet();
        factory.start();
        return new StringRedisTemplate(factory);
    }
}
