package org.dabyl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A Redis for tests: {@code @ExtendWith(TestRedis.class)}, then {@link #template()} or a parameter of type
 * {@link StringRedisTemplate}. Empty before each test.
 *
 * <p>One server a JVM, started at first use and ended with the JVM. It is a cluster of one node, so that it refuses a script that
 * touches an undeclared key of another slot, as a cluster of many would.
 */
public final class TestRedis implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        flush();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StringRedisTemplate.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return template();
    }

    /** A plain, standalone connection to the node. */
    public static StringRedisTemplate template() {
        return Running.TEMPLATE;
    }

    /** The port on 127.0.0.1; no password. */
    public static int port() {
        return Running.PORT;
    }

    public static Nodes nodes() {
        return new Nodes(template());
    }

    /** Forgets every key, and the scripts that were loaded. */
    public static void flush() {
        template().execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushAll();
            connection.scriptingCommands().scriptFlush();
            return true;
        });
    }

    private static final class Running {
        static final int PORT = start();
        static final StringRedisTemplate TEMPLATE = connect();

        private static int start() {
            for (int attempt = 1; ; attempt++) {
                try {
                    RedisNode node = RedisNode.start();
                    node.cluster("ADDSLOTSRANGE", 0, 16_383);
                    node.awaitCluster(1);
                    return node.port();
                } catch (IOException e) {
                    // another process may have taken the free port in between
                    if (attempt == 3) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private static StringRedisTemplate connect() {
            LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", PORT);
            factory.afterPropertiesSet();
            factory.start();
            return new StringRedisTemplate(factory);
        }
    }
}
