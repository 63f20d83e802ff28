package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.LongStream;
import org.dabyl.delivery.BotId;
import org.dabyl.rehearsal.Postbag;
import org.dabyl.supporter.Supporters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** In the hour in which everybody registers nobody is lost, however fast they come. */
@Timeout(180)
class RegistrationRushTest {

    private static final int PEOPLE = 8_000;
    private static final long FIRST = 4_300_000_000L;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everybodyOfEightThousandWhoComeAtOnceIsRegisteredAndWhoLeavesHasLeft() {
        Town town = Town.with("--dabyl.quota.registrations=20000");
        Postbag postbag = Postbag.of(town.program());
        LongStream.range(FIRST, FIRST + PEOPLE).forEach(id -> postbag.person(id, "kk"));
        LongStream.range(FIRST, FIRST + PEOPLE).forEach(id -> postbag.add(says(id, "/start d_bakay")));
        // one leaves before their turn to be welcomed has come
        postbag.add(says(FIRST + PEOPLE - 1, "/leave"));

        await().atMost(Duration.ofMinutes(2)).until(() -> postbag.waiting() == 0 && registered(town) >= PEOPLE - 1);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(registered(town)).isEqualTo(PEOPLE - 1));
    }

    private static long registered(Town town) {
        return town.program().getBean(Supporters.class).number(new BotId(1_000_001));
    }

    private static ObjectNode says(long id, String text) {
        return (ObjectNode) JSON.readTree("""
                {"message":{"message_id":1,"from":{"id":%d,"is_bot":false,"first_name":"x","language_code":"kk"},
                "chat":{"id":%d,"type":"private"},"date":1,"text":"%s"}}""".formatted(id, id, text));
    }
}
