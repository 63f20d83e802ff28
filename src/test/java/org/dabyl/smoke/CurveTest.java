package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** The turnout curve is a picture on demand, while the alert runs and after it. */
class CurveTest {

    @Test
    void anOrganiserGetsThePictureAndNobodyElse() {
        Phone supporter = town().supporter("kk", "duman");
        Phone organiser = town().organiser("ru", "duman").writes("/alert duman").expect("Приходите");
        organiser.presses("Отправить").waitFor("Отправлено:");
        supporter.waitFor("Қазір").presses("10 мин").expect("10 минутта");
        organiser.presses("График").waitFor("Думан · тревога №");
        await().untilAsserted(() -> assertThat(organiser.picture()).isNotEmpty());

        organiser.writes("/standdown").waitFor("отбой");
        String curve = organiser.last().button("График").data();
        organiser.presses("График").waitFor("Думан · тревога №");
        supporter.forges(curve);
        supporter.writes("/yes").waitFor("дабыл жоқ");
        assertThat(supporter.picture()).isEmpty();
    }
}
