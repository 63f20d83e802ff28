package org.dabyl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the containers may do, as far as their files say it; no engine is needed. */
class ContainerTest {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path IMAGE = Path.of("src/main/docker/Dockerfile");

    /** What Spring's operations send to Redis. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("delete", "del"),
            Map.entry("expire", "pexpire"),
            Map.entry("hasKey", "exists"),
            Map.entry("getExpire", "pttl"),
            Map.entry("rename", "rename"),
            Map.entry("persist", "persist"),
            Map.entry("type", "type"),
            Map.entry("unlink", "unlink"),
            Map.entry("execute", "evalsha eval"),
            Map.entry("getConnectionFactory", "hello"),
            Map.entry("Value.get", "get"),
            Map.entry("Value.set", "set"),
            Map.entry("Value.setIfAbsent", "set"),
            Map.entry("Value.getAndDelete", "getdel"),
            Map.entry("Value.increment", "incr incrby"),
            Map.entry("Value.multiGet", "mget"),
            Map.entry("Hash.delete", "hdel"),
            Map.entry("Hash.entries", "hgetall"),
            Map.entry("Hash.get", "hget"),
            Map.entry("Hash.hasKey", "hexists"),
            Map.entry("Hash.increment", "hincrby"),
            Map.entry("Hash.keys", "hkeys"),
            Map.entry("Hash.multiGet", "hmget"),
            Map.entry("Hash.put", "hset"),
            Map.entry("Hash.putIfAbsent", "hsetnx"),
            Map.entry("Hash.scan", "hscan"),
            Map.entry("Hash.size", "hlen"),
            Map.entry("Hash.values", "hvals"),
            Map.entry("List.range", "lrange"),
            Map.entry("Set.add", "sadd"),
            Map.entry("Set.intersectSize", "sintercard"),
            Map.entry("Set.isMember", "sismember smismember"),
            Map.entry("Set.members", "smembers"),
            Map.entry("Set.remove", "srem"),
            Map.entry("Set.scan", "sscan"),
            Map.entry("Set.size", "scard"),
            Map.entry("Set.unionAndStore", "sunionstore"),
            Map.entry("Stream.range", "xrange"),
            Map.entry("ZSet.add", "zadd"),
            Map.entry("ZSet.count", "zcount"),
            Map.entry("getRequiredConnectionFactory", "hello"),
            Map.entry("ZSet.range", "zrange"),
            Map.entry("ZSet.rangeWithScores", "zrange"),
            Map.entry("ZSet.rangeByScore", "zrangebyscore"),
            Map.entry("ZSet.remove", "zrem"),
            Map.entry("ZSet.removeRangeByScore", "zremrangebyscore"),
            Map.entry("ZSet.reverseRange", "zrevrange"),
            Map.entry("ZSet.scan", "zscan"),
            Map.entry("ZSet.score", "zscore"),
            Map.entry("ZSet.size", "zcard"));

    @Test
    void everyContainerIsReadOnlyAndGivesUpItsRights() throws IOException {
        assertThat(services())
                .containsOnlyKeys("bot", "redis", "setup", "rotate")
                .allSatisfy((name, service) -> {
                    assertThat(service)
                            .as(name)
                            .containsEntry("read_only", true)
                            .containsEntry("cap_drop", List.of("ALL"));
                    assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
                    assertThat(service).as(name).doesNotContainKeys("privileged", "ports", "pid", "ipc", "devices");
                });
    }

    @Test
    void theProgramIsNotRoot() throws IOException {
        services().forEach((name, service) -> {
            if (!name.equals("redis")) {
                assertThat(service).as(name).containsEntry("user", "${DABYL_UID:-1000}:${DABYL_GID:-1000}");
                assertThat(service).as(name).doesNotContainKey("cap_add");
            }
        });
        assertThat(Files.readAllLines(IMAGE).stream().filter(line -> line.startsWith("USER ")))
                .containsExactly("USER 1000:1000");
    }

    @Test
    void whetherTheBotIsWellIsAskedInsideItsContainerAlone() throws IOException {
        Map<String, Object> bot = service("bot");

        assertThat(String.valueOf(bot.get("environment")))
                .contains("MANAGEMENT_SERVER_PORT=8081")
                .doesNotContain("MANAGEMENT_SERVER_ADDRESS");
        assertThat(String.valueOf(bot.get("healthcheck"))).contains("/dev/tcp/127.0.0.1/8081");
    }

    @Test
    void redisAsksForAUserWhoMayDoJustWhatIsNeeded() throws IOException {
        Map<String, Object> redis = service("redis");
        assertThat(String.valueOf(redis.get("command")))
                .contains(
                        "aclfile /run/redis/users.acl", "s/PASSWORD/", "appendonly yes", "maxmemory-policy noeviction");
        assertThat(String.valueOf(redis.get("volumes")))
                .contains("./src/main/docker/users.acl:/etc/redis/users.acl:ro");
        List<String> users = Files.readAllLines(Path.of("src/main/docker/users.acl"));
        // nobody is this user; but as it Redis reads its append-only file, and leaves out every transaction that it may
        // not run
        assertThat(users).first().isEqualTo("user default off ~* &* +@all");
        assertThat(users).hasSize(2);
        assertThat(users.getLast())
                .startsWith("user dabyl on >PASSWORD resetchannels ~{dabyl}:* ~{[0-9]*}:* -@all ")
                .doesNotContain("+@", "allcommands", "allkeys", "nopass", "+config", "+flush", "+acl", "+debug");
        assertThat(String.valueOf(service("bot").get("environment"))).contains("SPRING_DATA_REDIS_USERNAME=dabyl");
    }

    @Test
    void theUserMayRunEveryCommandOfTheScripts() throws IOException {
        String rights = Files.readString(Path.of("src/main/docker/users.acl"));
        Pattern call = Pattern.compile("redis\\.p?call\\(\\s*'([A-Z]+)'(?:, *'([A-Z]+)')?");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path script :
                    files.filter(path -> path.toString().endsWith(".lua")).toList()) {
                call.matcher(Files.readString(script)).results().forEach(found -> {
                    String command = found.group(1).toLowerCase(Locale.ROOT);
                    String whole = command.equals("xinfo")
                            ? command + "|" + found.group(2).toLowerCase(Locale.ROOT)
                            : command;
                    assertThat(rights).as(script.toString()).containsPattern("\\+" + Pattern.quote(whole) + "[ \\n]");
                });
            }
        }
    }

    @Test
    void theUserMayRunEveryCommandOfTheCode() throws IOException {
        String rights = Files.readString(Path.of("src/main/docker/users.acl"));
        Pattern call = Pattern.compile(
                "(?:opsFor(Value|Hash|Set|ZSet|List|Stream)\\(\\)|[^\\w.]redis)\\s*\\.(?!opsFor)(\\w+)\\(");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                if (!code.contains("StringRedisTemplate")) {
                    continue;
                }
                call.matcher(code).results().forEach(found -> {
                    String method = found.group(1) == null ? found.group(2) : found.group(1) + "." + found.group(2);
                    assertThat(COMMANDS)
                            .as("%s calls what this test has no command for", source)
                            .containsKey(method);
                    for (String command : COMMANDS.getOrDefault(method, "").split(" ", -1)) {
                        assertThat(rights)
                                .as(source.toString())
                                .containsPattern("\\+" + Pattern.quote(command) + "[ \\n]");
                    }
                });
            }
        }
    }

    @Test
    void noSecretIsInTheFilesOrInTheEnvironment() throws IOException {
        services().forEach((name, service) -> assertThat(String.valueOf(service.get("environment")))
                .as(name)
                .doesNotContainIgnoringCase("token", "password="));
        assertThat(Files.readString(IMAGE)).doesNotContainIgnoringCase("token=", "password");
    }

    private static Map<String, Object> service(String name) throws IOException {
        return Objects.requireNonNull(services().get(name));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(COMPOSE));
        return Objects.requireNonNull(compose.get("services"));
    }
}
