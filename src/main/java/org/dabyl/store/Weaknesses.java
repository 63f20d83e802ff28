package org.dabyl.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells the operator at the start what makes the database easier to take or to lose than it need be, a line each, with what to do.
 * What the user that the program connects as may not ask about is not told: such a user is itself the better state.
 */
@Component
final class Weaknesses {

    private static final Logger LOG = LoggerFactory.getLogger(Weaknesses.class);

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> WRITERS = PosixFilePermissions.fromString("----w--w-");

    private final StringRedisTemplate redis;
    private final DataRedisConnectionDetails connection;
    private final boolean trustedNetwork;
    private final Path data;
    private final String keyset;

    Weaknesses(
            StringRedisTemplate redis,
            DataRedisConnectionDetails connection,
            @Value("${dabyl.redis.trusted-network:false}") boolean trustedNetwork,
            @Value("${dabyl.data:data}") String data,
            @Value("${dabyl.keyset:}") String keyset) {
        this.redis = redis;
        this.connection = connection;
        this.trustedNetwork = trustedNetwork;
        this.data = Path.of(data.strip());
        this.keyset = keyset.strip();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        try {
            find().forEach(LOG::warn);
        } catch (DataAccessException e) {
            LOG.warn("Redis could not be asked how safe it is: {}", RedisTrouble.words(e));
        }
    }

    /** A sentence for each; none where all is well. */
    List<String> find() {
        List<String> found = new ArrayList<>();
        if (isBlank(connection.getPassword())) {
            found.add(
                    "Redis asks for no password: whoever reaches it has everything. Give it one (requirepass, or a user as in"
                            + " src/main/docker/users.acl) and set SPRING_DATA_REDIS_PASSWORD.");
        }
        if (!trustedNetwork && !isEncrypted() && isRemote()) {
            found.add(
                    "The way to Redis, on another computer, is not encrypted. Set SPRING_DATA_REDIS_SSL_ENABLED=true, or a"
                            + " rediss:// address; or DABYL_REDIS_TRUSTEDNETWORK=true where the network is yours alone.");
        }
        // a user of its own may not ask, and that would be noted as an attempt
        if (isBlank(connection.getUsername())
                && "no".equals(config("protected-mode"))
                && config("bind").matches(".*(\\*|0\\.0\\.0\\.0|::$|:: ).*|")) {
            found.add(
                    "Redis listens to every network, with its protected mode off. Set \"bind 127.0.0.1\" or the address of a"
                            + " network that is yours alone.");
        }
        if (says("persistence", "aof_enabled", "0")) {
            found.add(
                    "Redis keeps no append-only file: what was accepted is lost when it ends. Set \"appendonly yes\".");
        }
        if (!says("memory", "maxmemory_policy", "noeviction")) {
            found.add("Redis throws data away when its memory is full: supporters would be lost without a word. Set"
                    + " \"maxmemory-policy noeviction\".");
        }
        if (allows(data, OTHERS)) {
            found.add("The folder " + data + " may be read by others than its owner. Take that right away: chmod 700 "
                    + data);
        }
        Path beside = Path.of(keyset).toAbsolutePath().resolveSibling("");
        if (!keyset.isEmpty() && allows(beside, WRITERS)) {
            found.add("Others may put another keyset into the folder " + beside + ". Take that right away: chmod 700 "
                    + beside);
        }
        return found;
    }

    private boolean isEncrypted() {
        return redis.getConnectionFactory() instanceof LettuceConnectionFactory lettuce && lettuce.isUseSsl();
    }

    private boolean isRemote() {
        DataRedisConnectionDetails.Standalone one = connection.getStandalone();
        Stream<String> hosts = one != null ? Stream.of(one.getHost()) : nodes();
        return hosts.anyMatch(Weaknesses::isRemote);
    }

    private Stream<String> nodes() {
        Stream<DataRedisConnectionDetails.Node> cluster =
                connection.getCluster() == null ? Stream.empty() : connection.getCluster().getNodes().stream();
        Stream<DataRedisConnectionDetails.Node> sentinel =
                connection.getSentinel() == null ? Stream.empty() : connection.getSentinel().getNodes().stream();
        return Stream.concat(cluster, sentinel).map(DataRedisConnectionDetails.Node::host);
    }

    private static boolean isRemote(String host) {
        try {
            return !Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private String config(String name) {
        try {
            Properties values = redis.execute(
                    (RedisCallback<Properties>) asked -> asked.serverCommands().getConfig(name));
            return values == null ? "" : values.getProperty(name, "");
        } catch (DataAccessException e) {
            return "may not be asked";
        }
    }

    private boolean says(String section, String name, String value) {
        Properties info = redis.execute(
                (RedisCallback<Properties>) asked -> asked.serverCommands().info(section));
        Map<String, String> values = Objects.requireNonNull(info).stringPropertyNames().stream()
                .filter(known -> known.equals(name) || known.endsWith("." + name))
                .collect(Collectors.toMap(known -> known, info::getProperty));
        return values.containsValue(value);
    }

    private static boolean allows(Path folder, Set<PosixFilePermission> rights) {
        try {
            return Files.exists(folder) && !Collections.disjoint(Files.getPosixFilePermissions(folder), rights);
        } catch (IOException | UnsupportedOperationException e) {
            // such modes are not known here
            return false;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
