package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.dabyl.store.TestDisk;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Everything is sealed anew, wherever it is cut off. */
@ExtendWith(TestRedis.class)
class RotationTest {

    private static final ChatId CHAT = new ChatId(4_711);
    private static final ChatId GROUP = new ChatId(-1_000_000_004_712L);
    private static final String DIGEST = "0123456789abcdef0123456789abcdef";
    private static final String NOBODY = "-".repeat(32);
    private static final int MANY = 1_200;

    @TempDir
    Path folder;

    private final StringRedisTemplate redis = TestRedis.template();
    private Path file;
    private Vault old;

    @BeforeEach
    void aDatabaseOfEveryKind() {
        file = folder.resolve("keyset.json");
        old = open();
        fill(old);
    }

    @Test
    void everythingOpensWithTheNewKeysAndNothingWithTheOld() throws IOException {
        byte[] before = Files.readAllBytes(file);

        rotate(redis);

        Vault now = open();
        assertEverythingIsThere(now);
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("keyset.json");
        assertThat(new Rewriting(redis, new Resealing(old, now), Set.of(Lock.PROOF)).pass(false))
                .isZero();
        assertThatThrownBy(() -> old.open(new SealedId(member("{1}:district:karasu"))))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void itMayBeDoneAgainAndAgain() {
        rotate(redis);
        rotate(redis);

        assertEverythingIsThere(open());
    }

    @Test
    void whereverItIsCutOffItGoesOn() throws IOException {
        byte[] keyset = Files.readAllBytes(file);
        int cuts = 0;
        for (int steps = 0; cutOffAfter(steps); steps++) {
            cuts++;
            assertThatExceptionOfType(KeysetRefused.class)
                    .as("a start in the middle")
                    .isThrownBy(this::open)
                    .satisfies(refused -> assertThat(refused.advice()).contains("rotate-keys again"));
            // to the end, then everything from the beginning for the next cut
            rotate(redis);
            assertEverythingIsThere(open());
            TestRedis.flush();
            Files.write(file, keyset);
            fill(open());
        }
        assertThat(cuts).isGreaterThan(10);
    }

    @Test
    void manyCutsInOneRotationLoseNothing() {
        int cuts = 0;
        while (cutOffAfter(2)) {
            cuts++;
        }
        assertThat(cuts).isGreaterThan(5);
        assertEverythingIsThere(open());
    }

    @Test
    void theNextKeysReplaceTheOldOnlyWhenTheDiskHasEverything() {
        assertThatThrownBy(() ->
                        new Rotation(redis, TestDisk.clients(redis), TestDisk.broken(redis), List.of(), file).run())
                .isInstanceOf(IllegalStateException.class);
        assertThat(Keyset.read(file).vault().seal(CHAT)).isEqualTo(old.seal(CHAT));

        rotate(redis);
        assertEverythingIsThere(open());
    }

    @Test
    void whatDoesNotOpenStopsItBeforeAnythingIsChanged() {
        redis.opsForHash().put("{dabyl}:alert:a9", "plan", old.seal("moved", "{dabyl}:alert:a1"));
        assertUntouched();
        redis.opsForHash().put("{dabyl}:alert:a9", "plan", old.sealNumber(7, "{dabyl}:alert:a1"));
        assertUntouched();

        redis.delete("{dabyl}:alert:a9");
        rotate(redis);
        assertEverythingIsThere(open());
    }

    @Test
    void itIsRefusedWhileAProgramRuns() {
        try (TestDisk.Connected program = TestDisk.connected("dabyl")) {
            assertThat(program).isNotNull();
            assertThatExceptionOfType(KeysetRefused.class)
                    .isThrownBy(() -> rotate(redis))
                    .satisfies(refused -> assertThat(refused.advice()).contains("Stop it"));
        }
        assertEverythingIsThere(open());
    }

    @Test
    void theWrongDatabaseOrKeysetIsRefused() throws IOException {
        byte[] keyset = Files.readAllBytes(file);
        Files.delete(file);
        assertRefused("there is none at");
        Keyset.create(file);
        assertRefused("does not open this database");
        Files.write(file, keyset);
        TestRedis.flush();
        assertRefused("nothing that was sealed");
    }

    private void assertUntouched() {
        assertRefused("opens with neither keyset");
        assertThat(open().seal(CHAT)).isEqualTo(old.seal(CHAT));
        assertThat(member("{1}:district:karasu")).isEqualTo(old.seal(CHAT).value());
    }

    private void assertRefused(String sentence) {
        assertThatExceptionOfType(KeysetRefused.class)
                .isThrownBy(() -> rotate(redis))
                .withMessageContaining(sentence);
    }

    private void rotate(StringRedisTemplate with) {
        new Rotation(with, TestDisk.clients(redis), TestDisk.of(redis), List.of(), file).run();
    }

    /** Runs a rotation that dies after so many steps; false where it came to its end. */
    private boolean cutOffAfter(int steps) {
        try {
            rotate(new Dying(steps));
            return false;
        } catch (Death e) {
            return true;
        }
    }

    private Vault open() {
        return new Lock(redis, file).open();
    }

    private void fill(Vault vault) {
        String chat = vault.seal(CHAT).value();
        String group = vault.seal(GROUP).value();
        redis.opsForHash().put("{1}:supporters", chat, "ru|karasu@20000|10|car");
        redis.opsForSet().add("{1}:district:karasu", chat);
        redis.opsForSet()
                .add(
                        "{1}:district:alatau",
                        LongStream.range(0, MANY)
                                .mapToObj(id -> vault.seal(new ChatId(id)).value())
                                .toArray(String[]::new));
        redis.opsForZSet().add("{1}:muted", chat, 17);
        redis.opsForZSet().add("{1}:leases", "a1.call.1|" + chat + "|2", 18);
        redis.opsForList().rightPushAll("{1}:running:call", "a1.call.1", "x-" + chat, "a2.call.1");
        String question = "{1}:question:" + chat;
        redis.opsForValue().set(question, "pending:" + vault.seal("at the gate", question), Duration.ofHours(1));
        redis.opsForHash().put("{dabyl}:alert:a1", "plan", vault.seal("a plan", "{dabyl}:alert:a1"));
        redis.opsForHash().put("{dabyl}:alert:a1", "latest:all", "18|" + vault.seal("news", "{dabyl}:alert:a1"));
        redis.opsForValue().set("{dabyl}:draft:a2", NOBODY + "|karasu|" + vault.seal("a draft", "{dabyl}:alert:a2"));
        redis.opsForHash()
                .put(
                        "{1}:channels",
                        group, "channel|" + vault.seal("Neighbours", "{1}:channels:" + group) + "|karasu|kk");
        redis.opsForHash()
                .put(
                        "{1}:dispatch:a1.call.1:receipts",
                        chat, vault.sealNumber(815, "{1}:dispatch:a1.call.1:receipts:" + chat));
        String words = "{dabyl}:report:r1:seen:" + chat + ":words";
        redis.opsForHash().put("{dabyl}:report:r1:seen", chat + ":words", vault.seal("bulldozers", words));
        redis.opsForValue().set("{1}:quota:" + DIGEST, "1", Duration.ofHours(1));
        redis.opsForValue().set("{1}:receiver", "b8d0c2a4-51fc-4a0f-9d21-7f7c1a1f7a55");
        List.of("7", "8", "9").forEach(id -> redis.opsForStream()
                .add("{1}:inbox", Map.of("id", id, "update", vault.seal("update " + id, "{1}:inbox:" + id))));
        redis.opsForStream().createGroup("{1}:inbox", ReadOffset.from("0"), "dabyl");
        readOne(">");
    }

    private void assertEverythingIsThere(Vault vault) {
        String chat = vault.seal(CHAT).value();
        String group = vault.seal(GROUP).value();
        assertThat(redis.opsForHash().entries("{1}:supporters")).isEqualTo(Map.of(chat, "ru|karasu@20000|10|car"));
        assertThat(redis.opsForSet().members("{1}:district:karasu")).containsExactly(chat);
        assertThat(redis.opsForSet().members("{1}:district:alatau"))
                .hasSize(MANY)
                .contains(
                        vault.seal(new ChatId(0)).value(),
                        vault.seal(new ChatId(MANY - 1)).value());
        assertThat(redis.opsForZSet().score("{1}:muted", chat)).isEqualTo(17);
        assertThat(redis.opsForZSet().score("{1}:leases", "a1.call.1|" + chat + "|2"))
                .isEqualTo(18);
        assertThat(redis.opsForZSet().size("{1}:leases")).isOne();
        assertThat(redis.opsForList().range("{1}:running:call", 0, -1))
                .containsExactly("a1.call.1", "x-" + chat, "a2.call.1");
        String question = "{1}:question:" + chat;
        assertThat(redis.keys("{1}:question:*")).containsExactly(question);
        assertThat(redis.getExpire(question)).isPositive();
        assertThat(opened(vault, Objects.requireNonNull(redis.opsForValue().get(question)), ":", question))
                .isEqualTo("at the gate");
        assertThat(vault.open(field("{dabyl}:alert:a1", "plan"), "{dabyl}:alert:a1"))
                .isEqualTo("a plan");
        assertThat(opened(vault, field("{dabyl}:alert:a1", "latest:all"), "|", "{dabyl}:alert:a1"))
                .isEqualTo("news");
        String draft = Objects.requireNonNull(redis.opsForValue().get("{dabyl}:draft:a2"));
        assertThat(draft).startsWith(NOBODY + "|karasu|");
        assertThat(opened(vault, draft.substring(NOBODY.length() + 1), "|", "{dabyl}:alert:a2"))
                .isEqualTo("a draft");
        String channel = field("{1}:channels", group);
        assertThat(channel).startsWith("channel|").endsWith("|karasu|kk");
        assertThat(vault.open(channel.split("\\|", -1)[1], "{1}:channels:" + group))
                .isEqualTo("Neighbours");
        String receipts = "{1}:dispatch:a1.call.1:receipts";
        assertThat(vault.openNumber(field(receipts, chat), receipts + ":" + chat))
                .isEqualTo(815);
        String seen = "{dabyl}:report:r1:seen";
        assertThat(vault.open(field(seen, chat + ":words"), seen + ":" + chat + ":words"))
                .isEqualTo("bulldozers");
        assertThat(redis.hasKey("{1}:quota:" + DIGEST)).isTrue();
        assertInbox(vault);
    }

    /** In their order, and to be read again from the first, which was read and not handled. */
    private void assertInbox(Vault vault) {
        List<MapRecord<String, String, String>> entries =
                redis.<String, String>opsForStream().range("{1}:inbox", Range.unbounded());
        assertThat(entries)
                .extracting(entry -> vault.open(
                        entry.getValue().getOrDefault("update", ""),
                        "{1}:inbox:" + entry.getValue().get("id")))
                .containsExactly("update 7", "update 8", "update 9");
        long waiting = Objects.requireNonNull(redis.opsForStream().pending("{1}:inbox", "dabyl"))
                .getTotalPendingMessages();
        assertThat(waiting).isLessThanOrEqualTo(1);
    }

    @SuppressWarnings("unchecked") // an array of a generic type, which Java makes for the variable arguments
    private void readOne(String from) {
        redis.opsForStream()
                .read(
                        Consumer.from("dabyl", "receiver"),
                        StreamReadOptions.empty().count(1),
                        StreamOffset.create("{1}:inbox", ReadOffset.from(from)));
    }

    private static String opened(Vault vault, String form, String mark, String place) {
        return vault.open(form.substring(form.indexOf(mark) + 1).replaceFirst("^karasu\\|", ""), place);
    }

    private String field(String key, String field) {
        return Objects.requireNonNull(redis.<String, String>opsForHash().get(key, field));
    }

    private String member(String key) {
        return Objects.requireNonNull(redis.opsForSet().members(key)).iterator().next();
    }

    private static final class Death extends RuntimeException {}

    /** A connection that is cut off after so many changes. */
    private static final class Dying extends StringRedisTemplate {

        private int left;

        Dying(int steps) {
            super(Objects.requireNonNull(TestRedis.template().getConnectionFactory()));
            left = steps;
        }

        @Override
        public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
            step();
            return super.execute(script, keys, arguments);
        }

        @Override
        public void rename(String key, String name) {
            step();
            super.rename(key, name);
        }

        private void step() {
            if (left-- <= 0) {
                throw new Death();
            }
        }
    }
}
