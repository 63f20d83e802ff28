package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** Registering, by link, by button, by location, by name; and leaving. */
class RegisteringTest {

    @Test
    void oneTapOnALinkRegistersInTheClientsLanguage() {
        town().phone("kk").writes("/start d_akbulak").expect("Ақбұлақ");
        town().phone("en-GB").writes("/start d_akbulak").expect("you are registered");
        town().phone("de").writes("/start d_akbulak").expect("вы записаны");
    }

    @Test
    void aCommandThatWasPastedWithWhatNobodySeesIsOneAllTheSame() {
        Phone phone = town().phone("en").writes("\u200e／start d_akbulak").expect("you are registered");
        phone.writes("\ufeff/status").expect("You are registered");
    }

    @Test
    void withoutALinkOneChoosesFromButtons() {
        Phone phone = town().phone("ru").writes("/start");
        Seen choice = phone.next();
        String district = choice.rows().getFirst().getFirst().label();
        phone.press(choice.id(), choice.rows().getFirst().getFirst().data()).expect(district + ": вы записаны");
        phone.writes("/status").expect(district);
    }

    @Test
    void aSharedLocationOffersTheNearest() {
        Phone phone = town().phone("ru").isAt(43.2755, 76.8150);
        Seen offer = phone.next();
        assertThat(offer.labels()).anyMatch(label -> label.contains("Шанырак"));
        phone.press(offer.id(), offer.button("Шанырак").data()).expect("вы записаны");
    }

    @Test
    void theNameOfADistrictIsUnderstood() {
        Phone phone = town().phone("ru").writes("шанырак 2");
        assertThat(phone.next().labels()).contains("Шанырак-2");
    }

    @Test
    void anUnknownDistrictOffersTheOthers() {
        Phone phone = town().phone("en").writes("/start d_atlantis").expect("not on the list");
        assertThat(phone.last().rows()).isNotEmpty();
    }

    @Test
    void severalDistrictsArePossibleAndOneCanBeTakenAway() {
        Phone phone = town().supporter("en", "aygerim").writes("/start d_bakay");
        phone.expect("you are registered").writes("/status").expect("Aygerim, Bakay");
        phone.writes("/districts").expect("Your districts");
        phone.presses("Aygerim").next();
        phone.writes("/status").waitFor("You are registered");
        assertThat(phone.last().text()).contains("Bakay").doesNotContain("Aygerim");
    }

    @Test
    void whatOneBringsAndHowSoonAreOneTapEach() {
        Phone phone = town().supporter("en", "duman");
        phone.presses("30").expect("Usually there in 30 min");
        phone.presses("Camera").expect("Camera");
        assertThat(phone.last().text()).contains("You can help with");
    }

    @Test
    void theLanguageCanBeChanged() {
        Phone phone = town().supporter("ru", "duman").writes("/language");
        phone.next();
        phone.presses("English").expect("English");
        phone.writes("/status").expect("You are registered");
    }

    @Test
    void leavingErasesAtOnce() {
        Phone phone = town().supporter("en", "duman").writes("/leave").expect("Everything we kept about you is erased");
        phone.writes("/status").expect("not registered");
    }

    @Test
    void helpNamesWhatASupporterMayUseAndNothingElse() {
        Phone phone = town().supporter("en", "duman").writes("/help");
        assertThat(phone.next().text()).contains("/mute").doesNotContain("/alert");
    }
}
