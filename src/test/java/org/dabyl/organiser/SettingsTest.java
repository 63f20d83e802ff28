package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No setting lets anything outlive what the table of lives says. */
class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT30M0.001S", "P1D"})
    void aWishWaitsForHalfAnHourAtMost(Duration within) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuspensionSettings(within))
                .withMessageContaining("dabyl.suspension.within", "30m");
    }

    @Test
    void nobodyIsNewForLessThanNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProbationSettings(Duration.ofMillis(-1)))
                .withMessageContaining("dabyl.organiser.probation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1H0.001S", "P1D"})
    void nobodyWaitsLongerForASecondThanADraftIsKept(Duration within) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecondSettings(true, within))
                .withMessageContaining("dabyl.alert.second.within", "60m");
    }
}
