package org.dabyl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.data.redis.connection.RedisConnection;
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

    /** Does something while Redis has no memory left. */
    public static void full(Runnable what) {
        memory("1");
        try {
            what.run();
        } finally {
            memory("0");
        }
    }

    private static void memory(String most) {
        template().execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().setConfig("maxmemory", most);
            return true;
        });
    }

    /** A program that was ended in the middle of what it did. */
    public static final class Killed extends RuntimeException {}

    /** Does something, and in this thread something else before the n-th call of it to Redis, from 0; whether it came to that. */
    public static boolean interrupted(int n, Runnable what, Runnable by) {
        Interruption before = Interruption.HERE.get();
        Interruption mine = new Interruption(n, by);
        Interruption.HERE.set(mine);
        try {
            what.run();
        } finally {
            Interruption.HERE.set(before);
        }
        return mine.left < 0;
    }

    /** Does something and ends it, as a kill would, before its n-th call to Redis, from 0; whether it was ended. */
    public static boolean killed(int n, Runnable what) {
        try {
            interrupted(n, what, () -> {
                throw new Killed();
            });
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static final class Interruption {

        static final ThreadLocal<Interruption> HERE = ThreadLocal.withInitial(() -> new Interruption(-1, () -> {}));

        private final Runnable by;
        private int left;

        private Interruption(int left, Runnable by) {
            this.left = left;
            this.by = by;
        }

        void call() {
            if (left == 0 && inCallForMany()) {
                // whoever else asks would wait for this call: at the next one
                return;
            }
            if (left-- == 0) {
                Interruption interrupted = HERE.get();
                HERE.remove();
                try {
                    by.run();
                } finally {
                    HERE.set(interrupted);
                }
            }
        }
    }

    private static boolean inCallForMany() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Together.class));
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
            LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", PORT) {
                @Override
                public RedisConnection getConnection() {
                    Interruption.HERE.get().call();
                    return super.getConnection();
                }
            };
            factory.afterPropertiesSet();
            factory.start();
            return new StringRedisTemplate(factory);
        }
    }
}
