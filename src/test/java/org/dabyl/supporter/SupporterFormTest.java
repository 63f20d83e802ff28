package org.dabyl.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupporterFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Use USE = Use.on(DAY);

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(Language language) {
        for (Set<Skill> skills : everySetOfSkills()) {
            for (String codes : List.of("", "x0", "shanyrak-1,ulzhan", "ulzhan,shanyrak-1," + "q".repeat(40))) {
                Supporter supporter =
                        new Supporter(language, districts(codes), skills.size() * 10, skills, DAY, joined(codes), USE);

                Supporter read = SupporterForm.read(SupporterForm.write(supporter));

                assertThat(read).isEqualTo(supporter);
                assertThat(read.districts()).containsExactlyElementsOf(supporter.districts());
            }
        }
    }

    @Test
    void theFormIsShort() {
        Supporter supporter = supporter("shanyrak-1,ulzhan");

        assertThat(SupporterForm.write(supporter)).isEqualTo("kk|shanyrak-1,ulzhan|10|first_aid|20780|20780,20781|692");
    }

    @Test
    void withoutADayOfTheirOwnAllDistrictsHaveTheFirst() {
        Supporter read = SupporterForm.read("kk|shanyrak-1,ulzhan|10|first_aid|20780");

        assertThat(read.joined().values()).containsExactly(DAY, DAY);
    }

    private static Supporter supporter(String codes) {
        return new Supporter(Language.KK, districts(codes), 10, Set.of(Skill.FIRST_AID), DAY, joined(codes), USE);
    }

    /** Each district a day later than the one before. */
    private static Map<DistrictCode, LocalDate> joined(String codes) {
        Map<DistrictCode, LocalDate> joined = new LinkedHashMap<>();
        districts(codes).forEach(code -> joined.put(code, DAY.plusDays(joined.size())));
        return joined;
    }

    private static Set<DistrictCode> districts(String codes) {
        return codes.isEmpty()
                ? Set.of()
                : Arrays.stream(codes.split(",", -1))
                        .map(DistrictCode::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Set<Skill>> everySetOfSkills() {
        List<Set<Skill>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Skill.class)));
        for (Skill skill : Skill.values()) {
            for (Set<Skill> set : List.copyOf(sets)) {
                Set<Skill> more = EnumSet.of(skill);
                more.addAll(set);
                sets.add(more);
            }
        }
        return sets;
    }
}
