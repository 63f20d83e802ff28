package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.district.Sketch.codes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSearchTest {

    private final Districts almaty = Districts.builtIn();

    @ParameterizedTest
    @CsvSource({
        "шанырак 1, shanyrak-1",
        "ШАҢЫРАҚ-1, shanyrak-1",
        "шанырак1, shanyrak-1",
        "shanyrak_1, shanyrak-1",
        "Shányrak–1, shanyrak-1",
        "мкр Шанырак-1, shanyrak-1",
        "'Алматы, мкр. Шанырак 2, ул. Береке', shanyrak-2",
        "акбулак, akbulak",
        "АҚБҰЛАҚ, akbulak",
        "әйгерім, aygerim",
        "аигерим, aygerim",
        "көк кайнар, kokkaynar",
        "турксіб, turksib",
        "алмалы, almaly",
        "ожет, ozhet",
        "алғабас, algabas",
        "өже, ozhet",
        "востока, zarya-vostoka",
        "булак, akbulak"
    })
    void whatPeopleTypeFindsTheDistrict(String typed, String code) {
        assertThat(codes(almaty.search(typed, 1))).containsExactly(code);
    }

    @Test
    void anExactNameComesBeforeLongerOnes() {
        assertThat(codes(almaty.search("Улжан", 9))).containsExactly("ulzhan", "ulzhan-1", "ulzhan-2");
    }

    @Test
    void noMoreAreFoundThanAskedFor() {
        assertThat(almaty.search("а", 3)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "---", "🚜", "Астана", "%*["})
    void whatIsNoDistrictFindsNone(String typed) {
        assertThat(almaty.search(typed, 5)).isEmpty();
    }
}
