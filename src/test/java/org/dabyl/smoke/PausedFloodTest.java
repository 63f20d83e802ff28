package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;

/** Telegram tells one bot to wait while very many people ask it something: whoever asks the other is answered. */
class PausedFloodTest {

    private static final Town TOWN = Fleet.of(2);
    private static final BotId TWO = new BotId(1_000_002);
    private static final long FIRST = 4_300_000_000L;
    private static final int MANY = 400;

    @Test
    void theOtherBotAnswers() {
        Phone other = TOWN.supporter("en", "karasu");
        List<Phone> flood = flood();
        TOWN.telegram()
                .fails(Map.of("bot", Fleet.TWO, "method", "sendMessage", "status", 429, "retry_after", 55, "times", 1));

        flood.forEach(phone -> phone.writes("/status"));
        other.writes("/status").waitFor("You are registered");

        // some calls were under way when Telegram said so
        assertThat(flood)
                .as("more wait than are handled at once")
                .filteredOn(phone -> phone.unread().isEmpty())
                .hasSizeGreaterThan(256);
    }

    private static List<Phone> flood() {
        TOWN.telegram().post("/persons/many", Map.of("id", FIRST, "count", MANY));
        Supporters supporters = TOWN.program().getBean(Supporters.class);
        Vault vault = TOWN.program().getBean(Vault.class);
        DistrictCode karasu = DistrictCode.parse("karasu").orElseThrow();
        return LongStream.range(FIRST, FIRST + MANY)
                .peek(id -> supporters.register(new Address(TWO, vault.seal(new ChatId(id))), karasu, Language.EN))
                .mapToObj(id -> TOWN.known(id).at(Fleet.TWO))
                .toList();
    }
}
