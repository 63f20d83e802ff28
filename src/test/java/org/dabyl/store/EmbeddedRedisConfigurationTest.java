package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;

class EmbeddedRedisConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
            .withUserConfiguration(EmbeddedRedisConfiguration.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=redis://localhost:1",
                "host=localhost",
                "port=1",
                "sentinel.nodes=localhost:1",
                "cluster.nodes=localhost:1,localhost:2",
                "masterreplica.nodes[0]=localhost:1"
            })
    void aConnectionThatIsSetIsUsed(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedRedisConfiguration.class)
                .withPropertyValues("spring.data.redis." + setting, "dabyl.data=" + folder)
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedRedis.class));
    }

    @Test
    void withNoConnectionSetTheBuiltInServerRunsAsLongAsItsUsers() {
        AtomicReference<RedisConf> ended = new AtomicReference<>();
        program.withPropertyValues("dabyl.data=" + folder, "spring.data.redis.url=")
                .withBean(LastWord.class)
                .run(context -> {
                    StringRedisTemplate redis = context.getBean(StringRedisTemplate.class);
                    assertThat(redis.opsForValue().setIfAbsent("key", "value")).isTrue();
                    ended.set(context.getBean(EmbeddedRedis.class).conf());
                });

        assertThatIOException().isThrownBy(() -> new RedisWire(ended.get()).close());
        program.withPropertyValues("dabyl.data=" + folder).run(context -> assertThat(
                        context.getBean(StringRedisTemplate.class).opsForValue().get("last"))
                .isEqualTo("word"));
    }

    static final class LastWord implements SmartLifecycle {

        private final StringRedisTemplate redis;
        private boolean running;

        LastWord(StringRedisTemplate redis) {
            this.redis = redis;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            redis.opsForValue().set("last", "word");
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
