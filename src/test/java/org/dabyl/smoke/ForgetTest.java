package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

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
        StringRedisTemplate redis = town().program().getBean(StringRedisTemplate.class);
        List<String> traces = new ArrayList<>();
        for (String key : Objects.requireNonNull(redis.keys("*"))) {
            byte[] dump = redis.execute((RedisCallback<byte[]>)
                    connection -> connection.keyCommands().dump(key.getBytes(StandardCharsets.UTF_8)));
            String content = dump == null ? "" : new String(dump, StandardCharsets.ISO_8859_1);
            boolean passing = key.contains("}:chat:") || key.contains("}:quota:") || key.contains("}:reporting:");
            if ((key + content).contains(address.chat().value()) || (key.contains(digest) && !passing)) {
                traces.add(key);
            }
        }
        return traces;
    }
}
