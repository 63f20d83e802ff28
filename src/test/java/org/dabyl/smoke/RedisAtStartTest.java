package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With the Redis of the settings down the program refuses to start in one sentence; who restarts it, starts it. */
@ExtendWith(OutputCaptureExtension.class)
class RedisAtStartTest {

    @Test
    void theProgramRefusesWithASentence(CapturedOutput log) {
        assertThatThrownBy(() -> Town.start("--spring.data.redis.url=redis://127.0.0.1:" + OwnRedis.freePort()))
                .isNotNull();
        assertThat(log.getAll()).contains("Redis cannot be reached").doesNotContain("\tat ");
    }
}
