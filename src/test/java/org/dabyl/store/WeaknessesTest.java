package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Each weakness is told with what to do, and nothing where there is none. */
class WeaknessesTest {

    private static final String PASSWORD = "a long password";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path data;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectory(folder.resolve("data"), PosixFilePermissions.asFileAttribute(mode("rwx------")));
    }

    @Test
    void theBuiltInRedisHasNone() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedRedisConfiguration.class)
                .withPropertyValues("dabyl.data=" + data)
                .run(context -> {
                    RedisConf conf = context.getBean(EmbeddedRedis.class).conf();
                    try (Server server = new Server(null, conf.port(), conf.password())) {
                        assertThat(server.weaknesses("127.0.0.1", false)).isEmpty();
                    }
                });
    }

    @Test
    void aCarelessRedisHasMany() {
        try (RedisServer careless = RedisServer.start(
                        "protected-mode no", "bind * -::*", "appendonly no", "maxmemory-policy allkeys-lru");
                Server server = new Server(careless, careless.port(), "")) {
            assertThat(server.weaknesses("192.0.2.1", false))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("no password", "SPRING_DATA_REDIS_PASSWORD"),
                            second ->
                                    assertThat(second).contains("not encrypted", "SPRING_DATA_REDIS_SSL_ENABLED=true"),
                            third -> assertThat(third).contains("every network", "bind 127.0.0.1"),
                            fourth -> assertThat(fourth).contains("no append-only file", "appendonly yes"),
                            fifth -> assertThat(fifth).contains("throws data away", "noeviction"));
        }
    }

    @Test
    void theOperatorMayTrustTheNetwork() {
        try (RedisServer good = RedisServer.start("requirepass \"" + PASSWORD + "\"", "appendonly yes");
                Server server = new Server(good, good.port(), PASSWORD)) {
            assertThat(server.weaknesses("192.0.2.1", true)).isEmpty();
            assertThat(server.weaknesses("192.0.2.1", false)).hasSize(1);
            assertThat(server.weaknesses("localhost", false)).isEmpty();
        }
    }

    @Test
    void foldersThatOthersMayUseAreNamed() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        try (RedisServer good = RedisServer.start("requirepass \"" + PASSWORD + "\"", "appendonly yes");
                Server server = new Server(good, good.port(), PASSWORD)) {
            Files.setPosixFilePermissions(keys, mode("rwxr-xr-x"));
            assertThat(server.weaknesses("localhost", false)).isEmpty();
            Files.setPosixFilePermissions(keys, mode("rwxrwxr-x"));
            Files.setPosixFilePermissions(data, mode("rwxr-x---"));
            assertThat(server.weaknesses("localhost", false))
                    .anyMatch(one -> one.contains("another keyset") && one.contains("chmod 700 " + keys))
                    .anyMatch(one -> one.contains("chmod 700 " + data))
                    .hasSize(2);
        }
    }

    private static Set<PosixFilePermission> mode(String mode) {
        return PosixFilePermissions.fromString(mode);
    }

    private final class Server implements AutoCloseable {

        private final LettuceConnectionFactory factory;
        private final String password;

        Server(@Nullable RedisServer server, int port, String password) {
            assertThat(server == null || server.runs()).isTrue();
            RedisStandaloneConfiguration where = new RedisStandaloneConfiguration("127.0.0.1", port);
            where.setPassword(password);
            this.password = password;
            factory = new LettuceConnectionFactory(where);
            factory.afterPropertiesSet();
            factory.start();
        }

        /** As if it were at another host. */
        List<String> weaknesses(String host, boolean trusted) {
            DataRedisConnectionDetails details = new DataRedisConnectionDetails() {
                @Override
                public String getPassword() {
                    return password;
                }

                @Override
                public Standalone getStandalone() {
                    return Standalone.of(host, 6379);
                }
            };
            String keyset = folder.resolve("keys/keyset.json").toString();
            return new Weaknesses(new StringRedisTemplate(factory), details, trusted, data.toString(), keyset).find();
        }

        @Override
        public void close() {
            factory.destroy();
        }
    }
}
