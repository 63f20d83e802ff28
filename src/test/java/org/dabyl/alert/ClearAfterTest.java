package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClearAfterTest {

    private static final Instant ENDED = Instant.parse("2026-04-05T12:00:00Z");

    @Test
    void aMessageGoesSoLongAfterTheEnd() {
        assertThat(ClearAfter.of("24h").due(ENDED, ENDED.minus(Duration.ofHours(2))))
                .isEqualTo(ENDED.plus(Duration.ofHours(24)));
    }

    @Test
    void oneOfALongAlertGoesBeforeItIsTooOld() {
        assertThat(ClearAfter.of("24h").due(ENDED, ENDED.minus(Duration.ofHours(40))))
                .isEqualTo(ENDED.plus(Duration.ofHours(7)));
    }

    @Test
    void whatTelegramWouldRefuseIsRefusedAtStart() {
        assertThat(ClearAfter.of(" off ").time()).isNull();
        assertThat(ClearAfter.of("47h").time()).isEqualTo(Duration.ofHours(47));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClearAfter.of("48h"))
                .withMessageContaining("DABYL_ALERT_CLEARAFTER");
    }
}
