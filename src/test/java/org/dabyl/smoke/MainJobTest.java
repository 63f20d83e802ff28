package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** The main job: registered in a chat, called by an organiser, answered with one tap, counted on one message, told it is over. */
class MainJobTest {

    @Test
    void anAlertReachesThoseOfTheDistrictAndTheirAnswersAreCountedLive() {
        Phone aigul = town().supporter("kk", "karasu");
        Phone sergey = town().supporter("ru", "karasu");
        Phone stranger = town().supporter("en", "turksib");
        Phone organiser = town().organiser("ru", "karasu");

        organiser.writes("/alert karasu Бульдозеры на Жанкожа батыра").expect("Людей: ");
        assertThat(organiser.last().text()).contains("Бульдозеры на Жанкожа батыра");
        organiser.press(
                organiser.last().id(),
                organiser.last().rows().getFirst().getFirst().data());
        organiser.waitFor("Отправлено: меньше 5");

        aigul.expect("Бульдозеры на Жанкожа батыра");
        assertThat(aigul.last().rows().getFirst()).extracting(Seen.Key::label).hasSize(3);
        sergey.expect("Бульдозеры на Жанкожа батыра");

        aigul.presses("10").expect("10 минутта");
        organiser.waitFor("Идут: 1");
        aigul.presses("Осындамын").expect("осындамын. Рақмет");
        organiser.waitFor("На месте: 1");
        sergey.presses("Не могу").expect("не могу");
        organiser.waitFor("Не могут: 1");

        organiser.writes("/update Вход с улицы Отеген батыра").waitFor("овость");
        aigul.expect("Вход с улицы Отеген батыра");
        sergey.expect("Вход с улицы Отеген батыра");

        organiser.writes("/standdown").waitFor("отбой");
        aigul.expect("Аяқталды");
        sergey.expect("Отбой");
        assertThat(stranger.unread()).isEmpty();
    }
}
