package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

@ExtendWith(TestRedis.class)
class TestRedisTest {

    @RepeatedTest(2)
    void everyTestFindsItEmpty(StringRedisTemplate redis) {
        assertThat(redis.opsForValue().setIfAbsent("key", "value")).isTrue();
    }

    @Test
    void aScriptThatLeavesItsSlotIsRefused(StringRedisTemplate redis) {
        RedisScript<Long> script = RedisScript.of("#!lua\nreturn redis.call('del', '{2}:b')", Long.class);

        assertThatThrownBy(() -> redis.execute(script, List.of("{1}:a")))
                .rootCause()
                .hasMessageContaining("slot");
    }
}
