package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.smoke.Phone;
import org.dabyl.smoke.Town;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Every verb and every command of organisers asks for the right at the moment it is used, and none names a supporter. */
class RightsTest {

    private static final String ORGANISERS = "{dabyl}:organisers";

    private static final Town TOWN = Town.with(
            "--dabyl.quota.organiser=1000000",
            "--dabyl.quota.supporter=1000000",
            "--dabyl.quota.newcomers=1000000",
            "--dabyl.quota.refill=1ms",
            "--dabyl.rehearsal.chat-burst=0");

    private final Town town = TOWN;
    private final StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
    private final Vault vault = town.program().getBean(Vault.class);

    @Test
    void noForgedPressOfWhoMayNotDoesAnything() {
        Phone organiser = town.organiser("en", "sayaly");
        Phone elsewhere = town.organiser("en", "ozhet");
        Phone supporter = town.supporter("en", "sayaly");
        organiser.writes("/alert sayaly A draft").waitFor("A draft");
        String draft = id(organiser, "Send");
        organiser
                .writes("/alert sayaly At the kiosk")
                .waitFor("At the kiosk")
                .presses("Send")
                .waitFor("Sent: 1 of 1");
        String alert = id(organiser, "Stand down");
        List<String> subjects = List.of(
                alert,
                draft,
                alert + ":1",
                alert + ":all",
                draft + ":NOTICE",
                draft + ":5",
                "sayaly",
                "sayaly:w61100",
                "0",
                "here");
        List<String> before = acts();

        for (String verb : verbs()) {
            for (String subject : subjects) {
                supporter.forges(verb + ":" + subject);
                elsewhere.forges(verb + ":" + subject);
            }
        }

        settle(supporter, elsewhere);
        assertThat(acts()).isEqualTo(before);
        assertThat(alerts().open()).extracting(known -> known.id().value()).contains(alert);
        assertThat(redis.hasKey("{dabyl}:draft:" + draft)).isTrue();
        assertThat(supporter.everything()).doesNotContain("A draft");
        assertThat(elsewhere.everything()).doesNotContain("A draft", "At the kiosk");
        organiser.forges("hold:" + alert).writes("/standdown").waitFor("over");
        assertThat(acts()).hasSize(before.size() + 2);
    }

    @Test
    void whoseDistrictWasTakenAwayCanPressNothingThatWasShownBefore() {
        Phone organiser = town.organiser("en", "madeniet");
        organiser.writes("/alert madeniet A draft").waitFor("A draft");
        List<String> shown = new ArrayList<>(data(organiser));
        organiser
                .writes("/alert madeniet They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: 0 of 0");
        shown.addAll(data(organiser));
        List<String> before = acts();
        Alert alert = alerts().open().stream()
                .filter(known -> known.district().value().equals("madeniet"))
                .findFirst()
                .orElseThrow();

        String chat = sealed(organiser).value();
        String form = Objects.requireNonNull(redis.<String, String>opsForHash().get(ORGANISERS, chat));
        redis.opsForHash().put(ORGANISERS, chat, form.replace("madeniet", "ozhet"));
        shown.forEach(organiser::forges);

        settle(organiser);
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(acts()).isEqualTo(before);
        assertThat(alerts().find(alert.id()).orElseThrow().open()).isTrue();
        assertThat(alerts().open()).noneMatch(known -> known.plan().text().equals("A draft"));
        town.owner().forges("overyes:" + alert.id().value());
    }

    @Test
    void nothingThatOrganisersCanSayOrPressNamesASupporter() {
        Phone organiser = town.organiser("en", "kurylysshy");
        List<Phone> supporters = List.of(town.supporter("en", "kurylysshy"), town.supporter("kk", "kurylysshy"));
        organiser
                .writes("/alert kurylysshy They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: 2 of 2");
        String alert = id(organiser, "Stand down");
        supporters.getFirst().waitFor("They are here").writes("/yes 10");
        supporters.getLast().writes("I see them");
        organiser.waitFor("Coming: 1");

        commands()
                .forEach(name ->
                        organiser.writes("/" + name + (name.contains("alse") || name.contains("stand") ? " x" : "")));
        for (String verb : verbs()) {
            for (String subject : List.of(alert + ":0", "kurylysshy")) {
                organiser.forges(verb + ":" + subject);
            }
        }

        settle(organiser);
        String said = organiser.everything();
        assertThat(said).contains("How many organisers", "What organisers did");
        for (Phone supporter : supporters) {
            SealedId sealed = sealed(supporter);
            assertThat(said)
                    .doesNotContain(sealed.value(), Long.toString(supporter.id()), Long.toHexString(supporter.id()));
        }
    }

    private Set<String> verbs() {
        Set<String> verbs = new TreeSet<>(Set.of("eask"));
        town.program().getBeansOfType(Pressable.class).values().stream()
                .filter(button -> button.who() == Who.ORGANISER)
                .forEach(button -> verbs.addAll(button.verbs()));
        assertThat(verbs).hasSizeGreaterThan(50);
        return verbs;
    }

    private Set<String> commands() {
        Set<String> names = new TreeSet<>();
        town.program().getBeansOfType(Command.class).values().stream()
                .filter(command -> command.who() == Who.ORGANISER)
                .forEach(command -> names.addAll(command.names()));
        assertThat(names).hasSizeGreaterThan(15);
        return names;
    }

    /** All that was said before is handled. */
    private static void settle(Phone... phones) {
        for (Phone phone : phones) {
            phone.writes("/language");
            await().atMost(Duration.ofMinutes(1)).until(() -> phone.everything().contains("lang:ru"));
        }
    }

    private List<String> acts() {
        return Objects.requireNonNull(redis.opsForList().range("{dabyl}:acts", 0, -1));
    }

    private Alerts alerts() {
        return town.program().getBean(Alerts.class);
    }

    private SealedId sealed(Phone phone) {
        return vault.seal(new ChatId(phone.id()));
    }

    private static String id(Phone phone, String label) {
        return phone.last().button(label).data().split(":", -1)[1];
    }

    private static List<String> data(Phone phone) {
        return phone.last().labels().stream()
                .map(label -> phone.last().button(label).data())
                .toList();
    }
}
