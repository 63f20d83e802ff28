package org.dabyl.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * The built-in server for somebody who comes beside the program: the one that runs, or one for as long as they stay. Without
 * {@code @Configuration}, so that the program's own component scan passes it over.
 */
@Conditional(NoConnectionIsSet.class)
public class VisitedRedisConfiguration {

    /** A visit; {@code own} where the server is there for it alone. */
    record Visit(RedisConf conf, Optional<EmbeddedRedis> own) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (own.isPresent()) {
                own.get().close();
            }
        }
    }

    @Bean
    Visit visit(@Value("${dabyl.data:data}") String data) throws IOException {
        Path folder = Path.of(data.strip());
        if (!Files.exists(folder.resolve(RedisConf.FILE))) {
            throw EmbeddedRedisRefused.missing(folder);
        }
        try {
            EmbeddedRedis own = EmbeddedRedis.open(folder);
            return new Visit(own.conf(), Optional.of(own));
        } catch (EmbeddedRedisRefused e) {
            // the program runs there, and its server answers
            return new Visit(RedisConf.read(folder).orElseThrow(() -> e), Optional.empty());
        }
    }

    /** The connection factory depends on this, so the visit ends after all that use it. */
    @Bean
    DataRedisConnectionDetails visitedConnection(Visit visit) {
        return new EmbeddedRedisConfiguration.Connection(visit.conf());
    }
}
