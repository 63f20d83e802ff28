package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.Town.town;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;

/** {@code /forget} erases a person, and what the bot and they wrote in the chat; one last word stays. */
class ForgetTest {

    @Test
    void theChatIsEmptyButForTheLastWordAndNothingOfThePersonIsKept() {
        Phone supporter = town().supporter("en", "kurylysshy");
        Phone organiser = town().organiser("en", "kurylysshy").writes("/alert kurylysshy Come to the bridge");
        organiser.expect("Come to the bridge").presses("Send");
        supporter.expect("Come to the bridge").presses("10 min").expect("coming in 10 min");
        supporter.writes("a remark of mine").next();
        supporter.writes("/status").waitFor("You are registered");

        supporter.writes("/forget").waitFor("except this one");

        assertThat(supporter.texts()).singleElement().asString().contains("Everything we kept about you is erased");
        assertThat(traces(supporter)).isEmpty();
        organiser.writes("/standdown").waitFor("over");
        assertThat(supporter.unread()).isEmpty();
    }

    @Test
    void aCardThatIsUnderWayMeanwhileDoesNotStayEither() {
        Phone supporter = town().supporter("en", "kurylysshy");
        Phone other = town().supporter("en", "kurylysshy");
        Phone organiser = town().organiser("en", "kurylysshy").writes("/alert kurylysshy Come to the bridge");
        organiser.expect("Come to the bridge");
        town().telegram().fails(Map.of("method", "sendMessage", "kind", "delay", "delay_ms", 3000, "for_ms", 2000));
        organiser.presses("Send");
        await().until(() -> traces(supporter).stream().anyMatch(key -> key.endsWith("}:leases")));

        supporter.writes("/forget").waitFor("except this one");

        // who is called at the same moment
        other.waitFor("Come to the bridge");
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(supporter.texts()).singleElement().asString().contains("except this one"));
        await().untilAsserted(() -> assertThat(traces(supporter)).isEmpty());
        organiser.writes("/standdown").waitFor("over");
    }

    /** The card stands no more when the edit's turn comes; sent anew it would stay on the phone. */
    @Test
    void anAnswersCardThatWaitsMeanwhileIsNotSentAnew() {
        Phone supporter = town().supporter("en", "kurylysshy");
        Phone organiser = callAnsweredInABusyChat(supporter);

        supporter.writes("/forget").waitFor("except this one");

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(supporter.texts()).singleElement().asString().contains("except this one"));
        assertThat(traces(supporter)).isEmpty();
        organiser.writes("/standdown").waitFor("over");
    }

    /** The card of the answer waits for its turn; the organiser who called. */
    private static Phone callAnsweredInABusyChat(Phone supporter) {
        Phone organiser = town().organiser("en", "kurylysshy").writes("/alert kurylysshy Come to the bridge");
        organiser.expect("Come to the bridge").presses("Send");
        supporter.waitFor("Come to the bridge");
        BusyChat.of(town(), supporter, Duration.ofSeconds(2));
        supporter.presses("10 min");
        await().until(() -> supporter.toast().contains("coming in 10 min"));
        return organiser;
    }

    @Test
    void whoLeavesSeesTheirCardAsItWas() {
        Phone supporter = town().supporter("en", "kurylysshy");
        Phone organiser = callAnsweredInABusyChat(supporter);

        supporter.writes("/leave").waitFor("is erased");

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> supporter.holds("coming in 10 min") == 0);
        assertThat(supporter.holds("Come to the bridge")).isEqualTo(1);
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void anOrganiserStaysOneAndIsToldSo() {
        Phone organiser = town().organiser("en", "kurylysshy").writes("/organisers");
        organiser.waitFor("How many organisers");

        organiser.writes("/forget").waitFor("You are still an organiser");

        assertThat(organiser.texts()).hasSize(1);
        organiser.writes("/organisers").waitFor("How many organisers");
    }

    /** Every place in Redis that holds the person's sealed id, or the digest of it. */
    private static List<String> traces(Phone person) {
        BotId bot = town().program().getBean(Fleet.class).bots().getFirst();
        Address address = new Address(bot, town().program().getBean(Vault.class).seal(new ChatId(person.id())));
        String digest = address.passingKey("").substring(bot.key(":").length());
        List<String> traces = new ArrayList<>();
        Dump.of(town()).forEach((key, content) -> {
            boolean passing = key.contains("}:chat:") || key.contains("}:quota:") || key.contains("}:reporting:");
            if ((key + content).contains(address.chat().value()) || (key.contains(digest) && !passing)) {
                traces.add(key);
            }
        });
        return traces;
    }
}
