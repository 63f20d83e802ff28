package org.dabyl.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * One atomic step in Redis, read from the {@code .lua} file beside its class.
 *
 * <p>A line {@code -- include pace.lua} is replaced by that file, for what several steps must decide alike.
 *
 * @param <T> what the script returns: {@code Long}, {@code String}, {@code Boolean} or {@code List}
 */
public final class Script<T> {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include (\\S+)$");

    private final RedisScript<T> script;

    private Script(RedisScript<T> script) {
        this.script = script;
    }

    /**
     * Reads the script.
     *
     * @throws IllegalArgumentException where the file is missing or does not start with {@code #!lua}
     */
    public static <T> Script<T> beside(Class<?> owner, String file, Class<T> result) {
        String source = INCLUDE.matcher(read(owner, file))
                .replaceAll(include -> Matcher.quoteReplacement(read(owner, include.group(1))));
        if (!source.startsWith("#!lua")) {
            throw new IllegalArgumentException(file + " does not start with #!lua");
        }
        return new Script<>(RedisScript.of(source, result));
    }

    /** Runs the step; sends the source only where Redis does not know it yet. */
    public T run(StringRedisTemplate redis, List<String> keys, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        try {
            return redis.execute(script, keys, texts);
        } catch (DataAccessException e) {
            Demotion.heed(redis, e);
            throw e;
        }
    }

    private static String read(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + file + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
