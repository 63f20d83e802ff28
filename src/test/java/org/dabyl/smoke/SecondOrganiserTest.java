package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.dabyl.timetable.Timetable;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** One organiser alone does not call a whole district of many: a second one has to agree within five minutes. */
class SecondOrganiserTest {

    private final Town town = Council.town();

    @Test
    void itGoesOutWhenASecondOneAgrees() {
        Phone author = town.organiser("en", "alatau");
        Phone second = town.organiser("ru", "alatau");
        Phone resident = town.supporter("kk", "shanyrak-1");
        author.writes("/alert alatau They are everywhere").expect("They are everywhere");
        String send = author.last().button("Send").data();
        author.presses("Send").expect("waiting for a second organiser");
        second.waitFor("нужен второй");
        assertThat(second.last().text()).contains("They are everywhere");
        assertThat(resident.unread()).isEmpty();
        author.forges(send.replace("send:", "second:"));
        author.forges(send.replace("send:", "reword:")).writes("/board").expect("no alert now");

        second.presses("отправить").waitFor("Отправлено: меньше 5");

        resident.waitFor("They are everywhere");
        author.waitFor("Sent: under 5");
        String raised = author.acts("gave the second tap");
        assertThat(raised)
                .doesNotContain(second.acts("тревога").replaceAll(".*организатор (\\d+):.*", "organiser $1:"));
        author.writes("/standdown").waitFor("over");
    }

    @Test
    void whereNobodyAgreesInTimeNothingIsSentAndBothAreTold() {
        Phone author = town.organiser("en", "almaly");
        Phone resident = town.supporter("kk", "almaly");
        author.writes("/drill almaly Only a drill")
                .waitFor("Only a drill")
                .presses("Send")
                .expect("waiting for a second");
        town.owner().waitFor("a second one has to agree");
        String agree = town.owner().last().button("I agree").data();
        String id = agree.substring(agree.indexOf(':') + 1);

        lapse(id);

        author.waitFor("no second organiser agreed");
        town.owner().waitFor("no second organiser agreed");
        town.owner().forges(agree).writes("/board").waitFor("no alert now");
        assertThat(resident.unread()).isEmpty();
    }

    @Test
    void drillsThatComeRoundByThemselvesArePlannedForEachPart() {
        Phone all = town.organiser("en", "alatau");
        StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);

        all.writes("/drill alatau weekly Sat 11:00").expect("plan them for each part");
        assertThat(all.last().labels()).singleElement().asString().contains("Hold one now");
        all.forges("drillset:alatau:w61100");
        all.writes("/drill shanyrak-1 weekly Sat 11:00").expect("Weekly: Sat, 11:00. Next: ");

        assertThat(redis.opsForHash().keys("{dabyl}:drills"))
                .contains("shanyrak-1")
                .doesNotContain("alatau");
        all.writes("/drill shanyrak-1 off").waitFor("None by itself");
    }

    @Test
    void aLoneOwnerSendsAtOnce() {
        Town lonely = Town.with(Town.SECOND + "true");
        Phone resident = lonely.supporter("en", "shanyrak-1");
        lonely.owner()
                .writes("/alert alatau Come all")
                .expect("Come all")
                .presses("Send")
                .waitFor("Sent: under 5");
        resident.waitFor("Come all");
    }

    @Test
    void whoMayNotCallThereIsNotAskedAndCannotAgree() {
        Phone author = town.organiser("en", "nauryzbay");
        Phone below = town.organiser("en", "shugyla");
        author.writes("/alert nauryzbay Now").expect("Now");
        String send = author.last().button("Send").data();
        author.presses("Send").expect("waiting for a second");
        town.owner().waitFor("a second one has to agree");

        below.forges(send.replace("send:", "second:")).writes("/board").expect("no alert now");

        assertThat(below.unread()).isEmpty();
        town.owner().presses("I agree").waitFor("Sent: under 5");
        town.owner().writes("/standdown").waitFor("over");
    }

    /** The five minutes are over: what waited can no longer be agreed to, and the step is due. */
    private void lapse(String id) {
        StringRedisTemplate redis = town.program().getBean(StringRedisTemplate.class);
        String key = "{dabyl}:second:" + id;
        redis.opsForValue()
                .set(key, String.valueOf(redis.opsForValue().get(key)).replaceAll("^\\d+", "1"));
        redis.opsForZSet().add(Timetable.KEY, "second|" + id, 1);
    }
}
