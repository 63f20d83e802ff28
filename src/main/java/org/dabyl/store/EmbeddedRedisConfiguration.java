package org.dabyl.store;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server in the folder {@code dabyl.data} where no connection is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoConnectionIsSet.class)
class EmbeddedRedisConfiguration {

    @Bean
    EmbeddedRedis embeddedRedis(@Value("${dabyl.data:data}") String folder) {
        return EmbeddedRedis.open(Path.of(folder.strip()));
    }

    /** The connection factory depends on this, so the server ends after all that use it. */
    @Bean
    DataRedisConnectionDetails embeddedRedisConnection(EmbeddedRedis redis) {
        return new Connection(redis.conf());
    }

    record Connection(RedisConf conf) implements DataRedisConnectionDetails {

        @Override
        public String getPassword() {
            return conf.password();
        }

        @Override
        public Standalone getStandalone() {
            return Standalone.of("127.0.0.1", conf.port());
        }
    }
}
