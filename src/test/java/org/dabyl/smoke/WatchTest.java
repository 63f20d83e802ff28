package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.Districts;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.dabyl.watch.Rota;
import org.junit.jupiter.api.Test;

/** Supporters keep watch by turns; who does not report in is missed, and nobody learns who it was. */
class WatchTest {

    private static final Town TOWN = MovedTown.town();

    @Test
    void aShiftIsRemindedReportedInAndMissed() {
        Phone organiser = TOWN.organiser("en", "duman");
        Phone first = TOWN.supporter("en", "duman");
        Phone second = TOWN.supporter("ru", "duman");
        first.writes("/watch Sat 22-6").expect("Sat 22:00–06:00");
        second.writes("/watch").expect("У вас нет дежурств").presses("+ вс");
        second.expect("С какого часа").presses("02:00–06:00").expect("вс 02:00–06:00");
        organiser.writes("/watch").expect("Sat 1 · Sun 1");

        TOWN.telegram().passTo(DayOfWeek.SATURDAY, LocalTime.of(21, 0));
        first.waitFor("begins soon");
        TOWN.telegram().passTo(DayOfWeek.SATURDAY, LocalTime.of(22, 0));
        first.waitFor("has begun");
        TOWN.telegram().pass(Duration.ofMinutes(11));
        organiser.waitFor("has not reported in: Duman · Sat 22:00–06:00");
        second.waitFor("Можете подменить").presses("Подменю").waitFor("Отмечено");

        TOWN.telegram().passTo(DayOfWeek.SUNDAY, LocalTime.of(2, 0));
        second.waitFor("Ваше дежурство началось").presses("Я дежурю").waitFor("Отмечено");
        TOWN.telegram().pass(Duration.ofMinutes(11));
        organiser.writes("/organisers").waitFor("How many");
        assertThat(organiser.unread()).noneMatch(seen -> seen.text().contains("Sun 02:00"));
    }

    @Test
    void whoIsRegisteredForEveryDistrictGetsNoMoreButtonsThanFitBelowAMessage() {
        Phone phone = TOWN.supporter("en", "kayrat");
        Address person = new Address(
                new BotId(1_000_001), TOWN.program().getBean(Vault.class).seal(new ChatId(phone.id())));
        Supporters supporters = TOWN.program().getBean(Supporters.class);
        Districts.builtIn().all().forEach(district -> supporters.register(person, district.code(), Language.EN));

        phone.writes("/watch").expect("You keep no watch");

        assertThat(phone.last().labels()).hasSizeBetween(7, 100 - Rota.MOST);
    }

    @Test
    void whoGivesTheirShiftUpOrLeavesIsNotAsked() {
        Phone phone = TOWN.supporter("en", "kayrat");
        phone.writes("/watch Wed 9-12")
                .expect("Wed 09:00–12:00")
                .presses("✖️ Wed")
                .expect("You keep no watch");
        phone.writes("/watch Thu 9-12").expect("Thu 09:00–12:00");
        phone.writes("/watch someday").expect("/watch Sat 22-6");

        phone.writes("/leave").waitFor("erased");
        TOWN.telegram().passTo(DayOfWeek.THURSDAY, LocalTime.of(9, 0));

        phone.writes("/help").waitFor("/start");
        assertThat(phone.unread()).isEmpty();
    }
}
