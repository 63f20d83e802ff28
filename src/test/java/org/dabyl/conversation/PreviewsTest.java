package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.junit.jupiter.api.Test;

/** What an organiser is told of how many a call reaches, before it is sent. */
class PreviewsTest {

    private static final int SLOW = 1;

    private final Texts texts = new Texts();
    private final Districts districts = Districts.builtIn();

    @Test
    void theTimeThatSendingTakesTellsNoNumberBelowFive() {
        String nobody = preview(0);

        assertThat(nobody).contains("People: under 5. Sending takes about 5 s");
        for (int people = 1; people < 5; people++) {
            assertThat(preview(people)).isEqualTo(nobody);
        }
        assertThat(preview(5)).contains("People: 5. Sending takes about 5 s");
        assertThat(preview(7)).contains("People: 7. Sending takes about 7 s");
    }

    private String preview(long people) {
        Previews previews = new Previews(
                new Cards(texts, districts),
                districts,
                TestFleet.of(7),
                new DeliverySettings(SLOW, Duration.ofSeconds(30)),
                (chat, code) -> people);
        Incoming incoming = new Incoming(TestFleet.person(7, 1), Language.EN, 1, new Said.Text("/alert"));
        Draft draft = new Draft(
                Samples.ID, TestFleet.person(7, 1).chat(), new DistrictCode("sayaly"), Plan.call("They come"));
        return previews.render(new Chat(incoming, Language.EN, Optional.empty(), texts, new NoPost()), draft)
                .text();
    }
}
