package org.dabyl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the containers may do, as far as their files say it; no engine is needed. */
class ContainerTest {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path IMAGE = Path.of("src/main/docker/Dockerfile");

    @Test
    void everyContainerIsReadOnlyAndGivesUpItsRights() throws IOException {
        assertThat(services()).containsOnlyKeys("bot", "redis", "setup", "rotate").allSatisfy((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
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
    void redisAsksForAUserWhoMayDoJustWhatIsNeeded() throws IOException {
        Map<String, Object> redis = services().get("redis");
        assertThat(String.valueOf(redis.get("command")))
                .contains("aclfile /run/redis/users.acl", "s/PASSWORD/", "appendonly yes", "maxmemory-policy noeviction");
        assertThat(redis.get("volumes").toString()).contains("./src/main/docker/users.acl:/etc/redis/users.acl:ro");
        List<String> users = Files.readAllLines(Path.of("src/main/docker/users.acl"));
        assertThat(users).first().isEqualTo("user default off");
        assertThat(users).hasSize(2);
        assertThat(users.getLast())
                .startsWith("user dabyl on >PASSWORD resetchannels ~{dabyl}:* ~{[0-9]*}:* -@all ")
                .doesNotContain("+@", "allcommands", "allkeys", "nopass", "+config", "+flush", "+acl", "+debug");
        assertThat(service("bot").get("environment").toString()).contains("SPRING_DATA_REDIS_USERNAME=dabyl");
    }

    @Test
    void noSecretIsInTheFilesOrInTheEnvironment() throws IOException {
        services().forEach((name, service) -> assertThat(String.valueOf(service.get("environment")))
                .as(name)
                .doesNotContainIgnoringCase("token", "password="));
        assertThat(Files.readString(IMAGE)).doesNotContainIgnoringCase("token=", "password");
    }

    private static Map<String, Object> service(String name) throws IOException {
        return services().get(name);
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(COMPOSE));
        return compose.get("services");
    }
}
