package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.ClusterStateFailureException;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The servers of a cluster, where one that has no replica dies. */
class NodesTest {

    private static final int KEYS = 300;

    @Test
    void whereSomeKeysAreNobodysTheOthersAreNotTakenForAll() {
        try (TestCluster cluster = TestCluster.start()) {
            LettuceConnectionFactory connections = connect(cluster.addresses());
            StringRedisTemplate redis = new StringRedisTemplate(connections);
            for (int i = 0; i < KEYS; i++) {
                redis.opsForValue().set("{" + i + "}:key", "");
            }
            assertThat(Nodes.names(redis)).hasSize(KEYS);

            cluster.any().dies();

            // at first it is asked in vain, and then known to be gone
            await().atMost(Duration.ofMinutes(2))
                    .until(
                            () -> catchThrowableOfType(DataAccessException.class, () -> Nodes.names(redis)),
                            ClusterStateFailureException.class::isInstance);
            connections.destroy();
        }
    }

    private static LettuceConnectionFactory connect(String addresses) {
        ClusterTopologyRefreshOptions refresh = ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(Duration.ofSeconds(1))
                .build();
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                new RedisClusterConfiguration(List.of(addresses.split(",", -1))),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .clientOptions(ClusterClientOptions.builder()
                                .topologyRefreshOptions(refresh)
                                .build())
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
