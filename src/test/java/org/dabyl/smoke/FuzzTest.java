package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.conversation.Rights;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audit;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.rehearsal.Postbag;
import org.dabyl.rehearsal.Tap;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Whatever comes, the bot goes on, says nothing that it should not, and lets nobody do what is not theirs.
 *
 * <p>A seed repeats every choice; which buttons were shown by then depends on the threads. {@code -Ddabyl.fuzz=5000} makes a shorter run, {@code -Ddabyl.fuzz.seed=7} repeats a run.
 */
class FuzzTest {

    private static final int UPDATES = Integer.getInteger("dabyl.fuzz", 100_000);
    private static final long SEED = Long.getLong("dabyl.fuzz.seed", new Random().nextLong());
    private static final int PAGE = 2_000;
    private static final long FIRST = 6_100_000_000L;

    /** Where the fuzz's own organisers call, and where nobody but the owner does. */
    private static final String THEIRS = "duman";

    private static final String OURS = "bakay";
    private static final String DRAFT = "Quokka-not-sent";
    private static final String REMARK = "Xylophone-remark";

    /** What the log may say: unreadable updates are counted, and some come from people whom Telegram does not know. */
    private static final Pattern INTENDED =
            Pattern.compile("updates could not be read and were set aside|cannot write to many chats");

    private final Witness witness = new Witness();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void nothingThatComesStopsTheBotOrGivesAnybodyARight() {
        Town town = Town.with(
                Tap.on(witness),
                "--dabyl.rehearsal.per-second=0",
                "--dabyl.rehearsal.chat-burst=0",
                "--dabyl.rehearsal.group-per-minute=0",
                "--dabyl.rate=1000",
                "--dabyl.quota.stranger=1000000",
                "--dabyl.quota.supporter=1000000",
                "--dabyl.quota.organiser=1000000",
                "--dabyl.quota.refill=1ms",
                "--dabyl.report.per-hour=1000");
        Alerts alerts = town.program().getBean(Alerts.class);
        StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
        Postbag postbag = Postbag.of(town.program());
        Rights rights = Rights.of(town.program());

        Phone resident = town.supporter("en", OURS);
        town.owner().writes("/alert " + OURS + " Bulldozers at the gate").waitFor("Sending takes");
        town.owner().presses("Send").waitFor("Called: own district");
        resident.waitFor("Bulldozers").writes(REMARK).waitFor("organisers");
        town.owner().writes("/alert " + OURS + " " + DRAFT).waitFor(DRAFT);
        Alert ours = alerts.open().getFirst();
        List<Long> organisers = Stream.generate(
                        () -> town.organiser("en", THEIRS).id())
                .limit(20)
                .toList();
        List<Long> supporters = LongStream.range(FIRST - 200, FIRST).boxed().toList();
        supporters.forEach(id -> registered(town, postbag, id));
        List<Long> strangers = LongStream.range(FIRST, FIRST + 3_000).boxed().toList();
        strangers.forEach(id -> postbag.person(id, "kk"));
        List<Long> groups = groups(town, organisers);
        Set<Object> before = redis.opsForHash().keys("{dabyl}:organisers");
        List<Long> allowed = new ArrayList<>(organisers);
        allowed.add(town.owner().id());
        witness.watch(Set.copyOf(allowed), rights.organisersVerbs(), List.of(DRAFT, REMARK));
        List<String> codes = town.program().getBean(Districts.class).all().stream()
                .map(d -> d.code().value())
                .toList();

        Mischief mischief = new Mischief(
                new Random(SEED), postbag, witness, rights, organisers, supporters, strangers, groups, codes, UPDATES);
        listen();
        long start = System.nanoTime();
        for (int done = 0; done < UPDATES; done += PAGE) {
            for (int i = Math.min(PAGE, UPDATES - done); i > 0; i--) {
                mischief.happens();
            }
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> postbag.waiting() + inbox(redis) < PAGE / 2);
            town.telegram().pass(Duration.ofSeconds(60));
        }
        town.phone("en")
                .writes("/start d_" + OURS)
                .patient(Duration.ofSeconds(90))
                .waitFor("you are registered");
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(
                "fuzz: " + UPDATES + " updates in " + millis + " ms, " + witness.calls() + " calls, seed " + SEED);

        String seed = "seed " + SEED;
        await(seed).atMost(Duration.ofSeconds(60)).until(() -> postbag.waiting() == 0 && inbox(redis) == 0);
        assertThat(redis.opsForValue().get("{1000001}:offset")).as(seed).isEqualTo(String.valueOf(postbag.next()));
        assertThat(witness.objections()).as(seed).isEmpty();
        assertThat(log).as(seed).isEmpty();
        assertThat(redis.opsForHash().keys("{dabyl}:organisers")).as(seed).isSubsetOf(before);
        assertThat(alerts.find(ours.id())).as(seed).hasValueSatisfying(now -> {
            assertThat(now.open()).isTrue();
            assertThat(now.plan()).isEqualTo(ours.plan());
        });
        Districts districts = town.program().getBean(Districts.class);
        DistrictCode theirs = DistrictCode.parse(THEIRS).orElseThrow();
        assertThat(alerts.kept().stream()
                        .flatMap(id -> alerts.find(id).stream())
                        .filter(alert -> !alert.id().equals(ours.id())))
                .as(seed)
                .allMatch(alert -> districts.covers(theirs, alert.district()));
        town.program().getBean(Audit.class).audit();
        assertThat(Health.of(town, "delivery")).as(seed).contains("unbalanced=0", "unreadBots=0", "revokedBots=0");
    }

    private static void registered(Town town, Postbag postbag, long id) {
        postbag.person(id, "en");
        Address address = new Address(
                new BotId(1_000_001), town.program().getBean(Vault.class).seal(new ChatId(id)));
        town.program()
                .getBean(Supporters.class)
                .register(address, DistrictCode.parse(THEIRS).orElseThrow(), Language.EN);
    }

    private void listen() {
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.WARN)
                        && !INTENDED.matcher(event.getFormattedMessage()).find()) {
                    log.add(event.getFormattedMessage());
                }
            }
        };
        ear.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(ear);
    }

    private static List<Long> groups(Town town, List<Long> organisers) {
        List<Long> groups = new ArrayList<>();
        for (long id = -2_000_000_001L; groups.size() < 4; id--) {
            town.telegram()
                    .post(
                            "/groups",
                            java.util.Map.of(
                                    "id",
                                    id,
                                    "type",
                                    groups.size() % 2 == 0 ? "supergroup" : "channel",
                                    "title",
                                    "x",
                                    "person",
                                    organisers.getFirst(),
                                    "status",
                                    "administrator"));
            groups.add(id);
        }
        return groups;
    }

    private static long inbox(StringRedisTemplate redis) {
        Long size = redis.opsForStream().size("{1000001}:inbox");
        return size == null ? 0 : size;
    }
}
