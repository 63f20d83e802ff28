package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audit;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Life;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whoever leaves, or blocks the bot, leaves no trace in any key of the database, whatever they were in the middle of. */
class LeavingTest {

    private static final Town TOWN = Fleet.of(2, "--dabyl.acts.pause=1s");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AfterEach
    void theBooksBalance() {
        TOWN.telegram().works();
        TOWN.program().getBean(Audit.class).audit();
        assertThat(Health.of(TOWN, "delivery")).contains("unbalanced=0");
    }

    @Test
    void whoWaitsForACall() {
        // called after all who are nearer
        Phone waiting = TOWN.supporter("en", "alatau");
        Broadcast alert = new Broadcast(TOWN, "ozhet", 150).begin().isUnderWay();
        assertThat(keysThatName(waiting)).anyMatch(key -> key.contains(":waiting:"));

        leaves(waiting);

        alert.organiser().waitFor("Sent: 150 of 151");
        alert.organiser().writes("/standdown").waitFor("over");
    }

    @Test
    void whoIsBeingSentTo() {
        Phone leaver = TOWN.supporter("en", "tausamaly");
        Phone blocker = TOWN.supporter("en", "tausamaly");
        Phone owner = previewed("tausamaly");
        TOWN.telegram().fails(Map.of("method", "sendMessage", "kind", "delay", "delay_ms", 3000, "for_ms", 2000));
        owner.presses("Send");
        await().atMost(PATIENCE).until(() -> keysThatName(leaver).contains("{1000001}:leases"));
        await().atMost(PATIENCE).until(() -> keysThatName(blocker).contains("{1000001}:leases"));

        leaver.writes("/leave");
        blocker.blocks();

        isGone(leaver);
        isGone(blocker);
        owner.writes("/standdown").waitFor("over");
        isGone(leaver);
    }

    @Test
    void whoIsTriedAgain() {
        Phone leaver = TOWN.supporter("en", "madeniet");
        Phone blocker = TOWN.supporter("en", "madeniet");
        Phone owner = previewed("madeniet");
        TOWN.telegram().fails(Map.of("method", "sendMessage", "status", 500));
        owner.presses("Send");
        await().atMost(PATIENCE).until(() -> keysThatName(leaver).contains("{1000001}:retries:call"));
        await().atMost(PATIENCE).until(() -> keysThatName(blocker).contains("{1000001}:retries:call"));

        leaver.writes("/leave");
        blocker.blocks();

        isGone(leaver);
        isGone(blocker);
        TOWN.telegram().works();
        owner.writes("/standdown").waitFor("over");
    }

    @Test
    void whoAnsweredAndWroteAndWasNumbered() {
        Phone coming = TOWN.supporter("en", "karasu");
        Phone there = TOWN.supporter("en", "karasu");
        Phone unable = TOWN.supporter("en", "karasu");
        Phone owner = previewed("karasu").presses("Send").waitFor("Sent: under 5");
        coming.waitFor("at the gate").presses("10 min").waitFor("coming in 10 min");
        coming.writes("they have dogs").waitFor("Passed on");
        there.waitFor("at the gate").writes("/here").waitFor("I’m here");
        unable.waitFor("at the gate").writes("/no").waitFor("can’t come");
        TOWN.telegram().pass(Duration.ofMinutes(25));
        coming.waitFor("Are you there?");
        assertThat(keysThatName(coming))
                .anyMatch(key -> key.endsWith(":answers"))
                .anyMatch(key -> key.endsWith(":remarks:by"))
                .anyMatch(key -> key.endsWith(":numbered"))
                .anyMatch(key -> key.endsWith(":overdue-asked"));

        leaves(coming);
        leaves(unable);
        there.blocks();
        isGone(there);

        owner.waitFor("There: 0");
        assertThat(owner.last().text()).contains("Coming: 0");
        owner.writes("/standdown").waitFor("over");
        isGone(coming);
    }

    @Test
    void whoReportsAndIsAskedBack() {
        Phone organiser = TOWN.organiser("en", "duman");
        Phone reporter = TOWN.supporter("en", "duman").writes("/report bulldozers at the well");
        reporter.waitFor("Your report counts");
        reporter.shows("two buses").waitFor("Added");
        reporter.isAt(43.25, 76.9).waitFor("Added");
        organiser.waitFor("two buses").presses("Ask back").waitFor("Write your question");
        organiser.writes("How many?").waitFor("The question went to: 1");
        reporter.waitFor("How many?");
        assertThat(keysThatName(reporter))
                .anyMatch(key -> key.endsWith(":seen"))
                .anyMatch(key -> key.contains(":question:"));

        leaves(reporter);

        organiser.writes("/board").waitFor("no alert now");
    }

    @Test
    void whoWasFalseKeepsWatchIsMutedAndSleeps() {
        Phone organiser = TOWN.organiser("en", "kayrat");
        Phone watcher = TOWN.supporter("en", "kayrat").writes("/watch Sat 22-6");
        watcher.waitFor("Sat 22:00–06:00").writes("/quiet 22-7").waitFor("Quiet hours");
        watcher.writes("/report police").waitFor("Your report counts");
        organiser.waitFor("Police").presses("False alarm").waitFor("Is it really false?");
        organiser.presses("Yes, false").waitFor("Done");
        watcher.waitFor("false alarm").writes("/mute 8h");
        await().atMost(PATIENCE).until(() -> keysThatName(watcher).contains("{1000001}:muted"));
        assertThat(keysThatName(watcher)).contains("{1000001}:watches", "{1000001}:quiet", "{1000001}:report-records");

        leaves(watcher);
    }

    @Test
    void whoAnsweredAsAGuestOfAChannel() {
        Phone owner = TOWN.owner();
        Square channel = Square.channel(TOWN, owner);
        owner.waitFor("which district").presses("Akbulak").waitFor("now gets").presses("English");
        owner.waitFor("now gets");
        previewed("akbulak").presses("Send");
        Phone guest = TOWN.phone("en");
        Seen card = channel.shows("at the gate");
        assertThat(channel.presses(guest, card, "10 min")).contains("coming in 10 min");
        assertThat(keysThatName(guest)).anyMatch(key -> key.endsWith(":answers"));

        leaves(guest);

        owner.writes("/standdown").waitFor("over");
    }

    @Test
    void whoIsKnownAtTwoBotsAndMovedInTheMiddle() {
        Phone one = TOWN.supporter("en", "shugyla");
        Phone owner = previewed("shugyla").presses("Send").waitFor("Sent: under 5");
        one.waitFor("at the gate").presses("10 min").waitFor("coming in 10 min");
        Phone two = one.at(Fleet.TWO).writes("/start");
        two.next();
        assertThat(keysThatName(one)).contains("{1000001}:known", "{1000002}:supporters");

        two.writes("/leave").waitFor("is erased");

        isGone(one);
        owner.writes("/standdown").waitFor("over");
    }

    @Test
    void whoGivesUpTheirLastDistrict() {
        Phone phone = TOWN.supporter("en", "sayaly").writes("/watch Sun 9-12");
        phone.waitFor("Sun 09:00")
                .writes("/districts")
                .waitFor("Your districts")
                .presses("Sayaly");

        isGone(phone);
    }

    @Test
    void anOrganiserWhoStepsDown() {
        Phone other = TOWN.organiser("en", "tastak");
        Phone organiser = TOWN.organiser("en", "tastak").writes("/start d_tastak");
        organiser.waitFor("you are registered");
        organiser.writes("/invite tastak").waitFor("?start=o_");
        String link = organiser.last().link();
        organiser.writes("/alert tastak A draft").waitFor("A draft");
        organiser.writes("/alert tastak Come").waitFor("Come").presses("Send").waitFor("Sent: under 5");
        other.waitFor("Sent: under 5").writes("/suspend").waitFor("Two of you together");
        organiser.writes("/suspend").waitFor("Two of you together").presses("Tastak");
        organiser.waitFor("Suspend organiser").presses("Yes").waitFor("Another organiser has to do the same");
        organiser.writes("/panic wipe").waitFor("A second organiser has to confirm");
        assertThat(keysThatName(organiser))
                .contains("{dabyl}:organisers", "{dabyl}:organiser-numbers", "{dabyl}:agree:wipe")
                .anyMatch(key -> key.endsWith(":boards"))
                .anyMatch(key -> key.contains(":wish:"))
                .anyMatch(key -> key.contains(":drafts:"))
                .anyMatch(key -> key.contains(":invitations:"));
        await().atMost(PATIENCE).until(() -> keysThatName(organiser).contains("{dabyl}:acts-read"));

        organiser.writes("/leave").waitFor("You are still an organiser");
        organiser.waitFor("Step down").presses("Yes, step down").waitFor("no longer an organiser");

        isGone(organiser);
        assertThat(other.acts("stepped down")).contains("Tastak");
        assertThat(Health.of(TOWN, "acts")).contains("UP");
        await().atMost(PATIENCE).until(() -> !organiser.commands().contains("alert"));
        TOWN.phone("en").atBotOf(link).opens(link).expect("already used or is too old");
        other.writes("/standdown").waitFor("over");
        isGone(organiser);
        organiser.writes("/board").waitFor("no such command");
    }

    @Test
    void anOrganiserWhoBoundAChannelAndLedAnAlertOfTheDayBefore() {
        Phone other = TOWN.organiser("en", "aksay");
        Phone organiser = TOWN.organiser("en", "aksay");
        Square channel = Square.channel(TOWN, organiser);
        organiser.waitFor("which district").presses("Aksay").waitFor("now gets the alerts");
        other.writes("/alert aksay Come").waitFor("Come").presses("Send").waitFor("Sent: under 5");
        organiser.waitFor("Sent: under 5");
        other.writes("/handover").waitFor("Who shall lead").presses("Aksay").waitFor("Asked");
        organiser.waitFor("asks you to lead").presses("I take it").waitFor("Sent: under 5");
        Alerts alerts = TOWN.program().getBean(Alerts.class);
        AlertId id = alerts.open().getFirst().id();
        other.writes("/standdown").waitFor("over");
        await().atMost(PATIENCE).until(() -> alerts.endedAt(id).isPresent());
        alerts.forgetPeople(id);
        assertThat(keysThatName(organiser))
                .anyMatch(key -> key.endsWith(":channels"))
                .anyMatch(key -> key.endsWith(":boards"))
                .anyMatch(key -> key.endsWith(":lead"));

        organiser
                .writes("/leave")
                .waitFor("Step down")
                .presses("Yes, step down")
                .waitFor("no longer an organiser");

        isGone(organiser);
        other.writes("/alert aksay Again").waitFor("Again").presses("Send").waitFor("Sent: under 5");
        channel.shows("Again");
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void whoIsWrittenToInTheVeryMomentOfLeaving() {
        Phone organiser = TOWN.organiser("en", "akzhar");
        Phone reporter = TOWN.supporter("en", "akzhar").writes("/report bulldozers at the well");
        reporter.waitFor("Where exactly?");
        organiser.waitFor("at the well").presses("Ask back").waitFor("Write your question");
        TOWN.telegram().fails(Map.of("method", "sendMessage", "kind", "delay", "delay_ms", 4000, "for_ms", 3000));
        organiser.writes("How many are they?");
        await().atMost(PATIENCE)
                .until(() -> keysThatName(reporter).stream().anyMatch(key -> key.contains(":question:")));

        reporter.writes("/leave");

        organiser.waitFor("The question went to: 1");
        reporter.waitFor("is erased");
        isGone(reporter);
        await().atMost(PATIENCE).until(() -> reporter.holds("How many are they?") == 0);
    }

    @Test
    void anOrganiserWhoStepsDownWhileTheirBoardWaitsIsShownNothingMore() {
        Phone organiser = TOWN.organiser("en", "zerdeli");
        Phone resident = TOWN.supporter("en", "zerdeli");
        organiser.writes("/alert zerdeli Come").waitFor("Come").presses("Send").waitFor("Sent: under 5");
        BusyChat busy = BusyChat.of(TOWN, organiser, Duration.ofSeconds(8));
        long before = busy.until();
        resident.waitFor("Come").presses("10 min").waitFor("coming in 10 min");
        await().atMost(PATIENCE).until(() -> busy.until() > before);

        organiser.forges("stepdown:yes").waitFor("no longer an organiser");

        assertThat(organiser.everything()).doesNotContain("Coming: 1");
        isGone(organiser);
        TOWN.owner().writes("/standdown").waitFor("over");
    }

    @Test
    void anOrganiserWhoStepsDownWhileAQuestionWaitsIsNotAsked() {
        Phone organiser = TOWN.organiser("en", "madeniet");
        Phone other = TOWN.organiser("en", "madeniet");
        other.writes("/alert madeniet Come").waitFor("Come").presses("Send").waitFor("Sent: under 5");
        organiser.waitFor("Sent: under 5");
        BusyChat busy = BusyChat.of(TOWN, organiser, Duration.ofSeconds(8));
        long before = busy.until();
        other.writes("/handover").waitFor("Who shall lead").presses("Madeniet");
        await().atMost(PATIENCE).until(() -> busy.until() > before);

        organiser.forges("stepdown:yes").waitFor("no longer an organiser");

        other.waitFor("It did not arrive");
        assertThat(organiser.everything()).doesNotContain("asks you to lead");
        isGone(organiser);
        other.writes("/standdown").waitFor("over");
    }

    @Test
    void anOrganiserWhoDoesNotConfirmStaysOneAndSoDoesTheOwner() {
        Phone organiser = TOWN.organiser("en", "duman").writes("/leave");
        organiser.waitFor("Step down").writes("/organisers").waitFor("How many");
        TOWN.owner().writes("/leave").waitFor("You are still an organiser");
        TOWN.owner().forges("stepdown:yes");
        TOWN.owner().writes("/organisers").waitFor("How many");
        assertThat(TOWN.owner().holds("Step down")).isZero();
    }

    @Test
    void aSuspendedOrganiserWhoStepsDownSeesNoDifference() {
        Phone one = TOWN.organiser("en", "kalkaman");
        Phone suspended = TOWN.organiser("en", "kalkaman");
        one.writes("/suspend").waitFor("Two of you together");
        String number = one.last().labels().stream()
                .filter(label -> label.contains("Kalkaman"))
                .map(label -> label.replaceAll("\\D+", ""))
                .findFirst()
                .orElseThrow();
        for (Phone by : List.of(one, TOWN.owner())) {
            by.writes("/suspend").waitFor("Two of you together").presses(number);
            by.waitFor("Suspend organiser " + number).presses("Yes, suspend").waitFor("rganiser " + number);
        }
        assertThat(keysThatName(suspended)).contains("{dabyl}:suspended", "{dabyl}:shown:" + sealed(suspended));

        suspended
                .writes("/leave")
                .waitFor("Step down")
                .presses("Yes, step down")
                .waitFor("no longer an organiser");

        isGone(suspended);
        one.acts("stepped down");
    }

    @Test
    void theAppendOnlyFileForgetsThemMinutesLater() {
        // else what is in the file could not be found there
        TOWN.program().getBean(StringRedisTemplate.class).execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().setConfig("rdbcompression", "no");
            return true;
        });
        String stays = sealed(TOWN.supporter("en", "bakay"));
        Phone phone = TOWN.supporter("en", "bakay");
        String sealed = sealed(phone);
        assertThat(appendOnlyFile()).contains(stays, sealed);
        leaves(phone);
        assertThat(appendOnlyFile()).contains(sealed);

        TOWN.telegram().pass(Duration.ofMinutes(5));

        await().atMost(PATIENCE).until(() -> !appendOnlyFile().contains(sealed));
        assertThat(appendOnlyFile()).contains("supporters", stays);
    }

    /** The owner, with the preview of an alert before them. */
    private static Phone previewed(String code) {
        return TOWN.owner().writes("/alert " + code + " at the gate").waitFor("Sending takes");
    }

    private static void leaves(Phone phone) {
        phone.writes("/leave").waitFor("is erased");
        isGone(phone);
    }

    private static void isGone(Phone phone) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keysThatName(phone)).isEmpty());
        StringRedisTemplate redis = TOWN.program().getBean(StringRedisTemplate.class);
        for (String key : keysThatHold(digest(phone))) {
            long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
            assertThat(Life.of(key)).as(key).singleElement().satisfies(life -> assertThat(left)
                    .isNotEqualTo(-1)
                    .isLessThan(life.time().toMillis()));
        }
    }

    private static List<String> keysThatName(Phone phone) {
        return keysThatHold(sealed(phone));
    }

    private static List<String> keysThatHold(String text) {
        return Dump.of(TOWN).entrySet().stream()
                .filter(entry -> (entry.getKey() + entry.getValue()).contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String sealed(Phone phone) {
        return address(phone).chat().value();
    }

    /** What stands for the sealed id in keys that live for a moment. */
    private static String digest(Phone phone) {
        String key = address(phone).passingKey("x");
        return key.substring(key.lastIndexOf(':') + 1);
    }

    private static Address address(Phone phone) {
        return new Address(
                new BotId(1_000_001), TOWN.program().getBean(Vault.class).seal(new ChatId(phone.id())));
    }

    private static String appendOnlyFile() {
        Path data = Path.of(TOWN.program().getEnvironment().getRequiredProperty("dabyl.data"));
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("appendonlydir"))) {
            for (Path file : files.toList()) {
                all.append(read(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            // written anew meanwhile
            return "";
        }
    }
}
