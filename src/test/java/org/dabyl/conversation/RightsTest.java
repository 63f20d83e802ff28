package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
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
            // nobody else is asked to answer a report while the test runs
            "--dabyl.succession.report=1h",
            "--dabyl.rehearsal.chat-burst=0");

    private final Town town = TOWN;
    private final StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
    private final Vault vault = town.program().getBean(Vault.class);

    @Test
    void noForgedPressAndNoCommandOfWhoMayNotDoesAnything() {
        Phone organiser = town.organiser("en", "sayaly");
        Phone elsewhere = town.organiser("en", "ozhet");
        Phone supporter = town.supporter("en", "sayaly");
        Phone reporter = town.supporter("en", "sayaly");
        // what a newcomer wants to be told, and says twenty times before it is, is not heard
        town.telegram().pass(Duration.ofDays(3));
        EventId event = report(reporter, organiser);
        organiser.writes("/alert sayaly A draft").waitFor("A draft");
        String draft = id(organiser, "Send");
        organiser
                .writes("/alert sayaly At the kiosk")
                .waitFor("At the kiosk")
                .presses("Send")
                .waitFor("Sent: under 5");
        String alert = id(organiser, "Stand down");
        List<String> subjects = List.of(
                alert,
                draft,
                event.value(),
                event.value() + ":1",
                alert + ":1",
                alert + ":all",
                draft + ":NOTICE",
                draft + ":5",
                "sayaly",
                "sayaly:w61100",
                "0",
                "here");
        List<String> before = acts();
        Optional<Event> reported = events().find(event);

        for (String verb : verbs()) {
            for (String subject : subjects) {
                supporter.forges(verb + ":" + subject);
                elsewhere.forges(verb + ":" + subject);
            }
        }
        for (String name : commands()) {
            supporter.writes("/" + name + " sayaly They come");
            elsewhere.writes("/" + name + " sayaly They come");
        }

        settle(supporter, elsewhere);
        assertThat(acts()).isEqualTo(before);
        assertThat(events().find(event)).isPresent().isEqualTo(reported);
        assertThat(alerts().open()).extracting(known -> known.id().value()).contains(alert);
        assertThat(redis.hasKey("{dabyl}:draft:" + draft)).isTrue();
        assertThat(supporter.everything()).doesNotContain("A draft", "at the well");
        assertThat(elsewhere.everything()).doesNotContain("A draft", "At the kiosk", "at the well");
        for (Phone phone : List.of(supporter, elsewhere)) {
            assertThat(phone.holds("They come")).as("previews").isZero();
            assertThat(phone.holds("Write your question")).isZero();
        }
        namesNot(supporter.everything(), reporter);
        namesNot(elsewhere.everything(), reporter);
        namesNot(elsewhere.everything(), supporter);
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
                .waitFor("Sent: under 5");
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
        EventId event = report(supporters.getFirst(), organiser);
        organiser
                .writes("/alert kurylysshy They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: under 5");
        String alert = id(organiser, "Stand down");
        supporters.getFirst().waitFor("They are here").writes("/yes 10");
        supporters.getLast().writes("I see them");
        organiser.waitFor("Coming: 1");

        commands()
                .forEach(name ->
                        organiser.writes("/" + name + (name.contains("alse") || name.contains("stand") ? " x" : "")));
        List<String> verbs = new ArrayList<>(verbs());
        // what ends the alert comes last
        verbs.sort(Comparator.comparing((String verb) -> verb.startsWith("over")));
        List<Phone> pressing = new ArrayList<>();
        for (String subject : List.of(event.value(), "kurylysshy", alert + ":0", alert)) {
            // below no message that was read, so that each answer is one of its own and stays
            Phone phone = town.organiser("en", "kurylysshy").at("");
            verbs.forEach(verb -> phone.forges(verb + ":" + subject));
            pressing.add(phone);
        }

        settle(organiser);
        settle(pressing.toArray(Phone[]::new));
        pressing.add(organiser);
        String said = pressing.stream().map(Phone::everything).collect(Collectors.joining());
        assertThat(said).contains("How many organisers", "What organisers did");
        supporters.forEach(supporter -> namesNot(said, supporter));
    }

    private void namesNot(String said, Phone supporter) {
        assertThat(said)
                .doesNotContain(
                        sealed(supporter).value(), Long.toString(supporter.id()), Long.toHexString(supporter.id()));
    }

    /** What the reporter says they see, as the organiser was shown it. */
    private static EventId report(Phone reporter, Phone organiser) {
        reporter.writes("/report bulldozers at the well").waitFor("Your report counts");
        organiser.waitFor("at the well");
        return new EventId(id(organiser, "Raise"));
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
            await().atMost(Duration.ofMinutes(5)).until(() -> phone.everything().contains("lang:ru"));
        }
    }

    private List<String> acts() {
        return Objects.requireNonNull(redis.opsForList().range("{dabyl}:acts", 0, -1));
    }

    private Events events() {
        return town.program().getBean(Events.class);
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
