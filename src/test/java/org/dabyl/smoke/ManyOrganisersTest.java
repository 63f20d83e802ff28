package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.district.Districts;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** With 150 organisers of very many districts each can still be chosen, and nothing that is said is more than Telegram takes. */
class ManyOrganisersTest {

    private static final int MANY = 150;
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_DATA = 64;
    private static final int MOST_LABEL = 64;
    private static final int LONGEST = 4096;

    private final Town town = Town.with();

    @Test
    void eachCanBeSuspendedOrBeHandedAnAlert() {
        Phone organiser = town.organiser("en", "tastak");
        appointMany();

        organiser.writes("/suspend").waitFor("Two of you together");
        assertThat(turned(organiser, "susp:")).as("the owner among them").hasSize(MANY + 1);
        String last = organiser.last().labels().getFirst();
        organiser.presses(last).waitFor("Suspend organiser").presses("Yes, suspend");
        organiser.waitFor("Another organiser has to do the same");
        town.owner().writes("/suspend").waitFor("Two of you together");
        assertThat(turned(town.owner(), "susp:")).hasSize(MANY + 1);

        organiser.writes("/alert tastak Come").waitFor("Come").presses("Send").waitFor("Sent: under 5");
        organiser.writes("/handover").waitFor("Who shall lead");
        assertThat(turned(organiser, "handto:")).as("the owner among them").hasSize(MANY + 1);

        town.owner().writes("/organisers").waitFor("Aksay: 150").waitFor("Zerdeli: 150");
        assertThat(town.owner().texts()).allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(LONGEST));
        organiser.writes("/standdown").waitFor("over");
    }

    /** What the buttons of all the pages of a list say that begin so. */
    private static Set<String> turned(Phone phone, String verb) {
        Set<String> all = new HashSet<>();
        while (true) {
            Seen page = phone.last();
            List<Seen.Key> keys = page.rows().stream().flatMap(List::stream).toList();
            assertThat(keys).hasSizeLessThanOrEqualTo(MOST_BUTTONS).allSatisfy(key -> {
                assertThat(key.label()).hasSizeLessThanOrEqualTo(MOST_LABEL);
                assertThat(key.data().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_DATA);
            });
            keys.stream()
                    .map(Seen.Key::data)
                    .filter(data -> data.startsWith(verb))
                    .forEach(all::add);
            if (keys.getLast().data().endsWith(":0")) {
                // leads to the first again
                return all;
            }
            phone.presses("More").waitFor(page.text());
        }
    }

    private void appointMany() {
        String codes = Districts.builtIn().all().stream()
                .map(district -> district.code().value())
                .collect(Collectors.joining(","));
        Vault vault = town.program().getBean(Vault.class);
        StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
        for (long person = 1; person <= MANY; person++) {
            redis.opsForHash()
                    .put(
                            "{dabyl}:organisers",
                            vault.seal(new ChatId(7_000_000 + person)).value(),
                            "1000001|en||" + codes + "|");
        }
    }
}
