package org.dabyl.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.util.List;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotReady;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestOutages;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class OwnerLinkTest {

    private static final String START = "Owner link: https://t.me/dabyl_bot?start=o_";

    private final SettableClock clock = new SettableClock();
    private final Organisers organisers = TestOrganisers.create();
    private final Invitations invitations = TestOrganisers.invitations(organisers);
    private final OwnerLink link = new OwnerLink(invitations, organisers, TestOutages.create(), clock);

    @Test
    void beforeABotIsReachedThereIsNoLink(CapturedOutput log) {
        link.tick();

        assertThat(links(log)).isEmpty();
        assertThat(link.current()).isEmpty();
    }

    @Test
    void theLogShowsOneLineHoweverManyBotsAreReady(CapturedOutput log) {
        link.ready(new BotReady(new BotId(7), "dabyl_bot"));
        link.ready(new BotReady(new BotId(8), "other_bot"));
        clock.pass(Duration.ofHours(24).minusMillis(1));
        link.tick();

        assertThat(links(log)).hasSize(1);
        assertThat(links(log).getFirst())
                .isEqualTo("Owner link: " + link.current().orElseThrow());
    }

    @Test
    void aNewOneFollowsWhenItIsTooOld(CapturedOutput log) {
        link.ready(new BotReady(new BotId(7), "dabyl_bot"));

        clock.pass(Duration.ofHours(24));
        assertThat(link.current()).isEmpty();
        link.tick();
        link.tick();

        assertThat(links(log)).hasSize(2).doesNotHaveDuplicates();
        assertThat(links(log).getLast()).endsWith(link.current().orElseThrow());
    }

    @Test
    void theLinkMakesTheOwnerAndThenThereIsNone(CapturedOutput log) {
        link.ready(new BotReady(new BotId(7), "dabyl_bot"));
        String secret = links(log).getFirst().substring(START.length());

        assertThat(invitations.redeem(secret, person(7, 1), Language.KK)).get().returns(true, Organiser::owner);

        assertThat(link.current()).isEmpty();
        clock.pass(Duration.ofDays(2));
        link.tick();
        assertThat(links(log)).hasSize(1);
    }

    @Test
    void aNewOneNamesAnotherBotWhenItsBotIsOutOfService(CapturedOutput log) {
        link.ready(new BotReady(new BotId(7), "dabyl_bot"));
        link.ready(new BotReady(new BotId(8), "other_bot"));
        TestOutages.create().begin(new BotId(7), clock.instant());

        link.tick();
        link.tick();

        assertThat(links(log)).hasSize(1);
        assertThat(link.current().orElseThrow()).startsWith("https://t.me/other_bot?start=o_");
    }

    private static List<String> links(CapturedOutput log) {
        return log.getOut()
                .lines()
                .filter(line -> line.contains(START))
                .map(line -> line.substring(line.indexOf("Owner link:")))
                .toList();
    }
}
