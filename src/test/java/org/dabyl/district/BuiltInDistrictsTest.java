package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.district.Sketch.code;
import static org.dabyl.district.Sketch.codes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInDistrictsTest {

    private final Districts almaty = Districts.builtIn();

    @Test
    void theCityHasItsEightDistricts() {
        assertThat(codes(almaty.roots())).containsExactly("almaty");
        assertThat(codes(almaty.children(code("almaty"))))
                .containsExactly("alatau", "almaly", "auezov", "bostandyk", "jetysu", "medeu", "nauryzbay", "turksib");
    }

    @ParameterizedTest
    @CsvSource({
        "shanyrak-1, Шаңырақ-1, Шанырак-1, Shanyrak-1",
        "shanyrak-2, Шаңырақ-2, Шанырак-2, Shanyrak-2",
        "bakay, Бақай, Бакай, Bakay",
        "ulzhan, Ұлжан, Улжан, Ulzhan",
        "akbulak, Ақбұлақ, Акбулак, Akbulak",
        "duman, Думан, Думан, Duman"
    })
    void theSettlementsAreNamedInThreeLanguages(String code, String kazakh, String russian, String english) {
        District district = almaty.get(code(code));

        assertThat(district.name("kk")).isEqualTo(kazakh);
        assertThat(district.name("ru")).isEqualTo(russian);
        assertThat(district.name("en")).isEqualTo(english);
    }

    @Test
    void neighboursNameEachOther() {
        assertThat(almaty.all()).allSatisfy(district -> assertThat(district.neighbours())
                .allSatisfy(other -> assertThat(almaty.get(other).neighbours()).contains(district.code())));
        assertThat(almaty.get(code("shanyrak-1")).neighbours()).contains(code("shanyrak-2"), code("bakay"));
    }

    @Test
    void everyPlaceIsInOrAtTheCity() {
        Point city = almaty.get(code("almaty")).centre();

        assertThat(almaty.all())
                .allSatisfy(district ->
                        assertThat(district.centre().kilometresTo(city)).isLessThan(20));
    }

    @Test
    void aLocationInShanyrakOffersShanyrak() {
        assertThat(codes(almaty.nearest(new Point(43.274, 76.818), 3))).startsWith("shanyrak-1");
    }
}
