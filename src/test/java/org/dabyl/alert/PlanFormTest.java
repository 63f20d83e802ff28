package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.dabyl.supporter.Skill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a|b||c", "two\nlines", "ends\n", "🚜 Шаңырақ {0} $1"})
    void everyFieldIsReadBack(String text) {
        Plan plan = new Plan(
                Level.STAND_BY,
                Kind.POLICE,
                text,
                text,
                text,
                Plan.MOST_NEEDED,
                Map.of(Skill.CAR, 4, Skill.LAW, Plan.MOST_NEEDED),
                true);

        assertThat(PlanForm.read(PlanForm.write(plan))).isEqualTo(plan);
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelIsReadBack(Level level) {
        Plan plan = Plan.call("text").withLevel(level);

        assertThat(PlanForm.read(PlanForm.write(plan)).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadBack(Kind kind) {
        Plan plan = Plan.call("text").withKind(kind);

        assertThat(PlanForm.read(PlanForm.write(plan)).kind()).isEqualTo(kind);
    }

    @Test
    void aForgedDividerMovesNoField() {
        Plan plan = Plan.call("c\u001fd").withMuster("a\u001fb");

        assertThat(PlanForm.read(PlanForm.write(plan)))
                .isEqualTo(Plan.call("c d").withMuster("a b"));
    }

    @Test
    void whatWasKeptBeforeThingsCouldBeAskedForIsRead() {
        String before = String.join("\u001f", "CALL", "FIRE", "20", "false", "muster", "", "text");

        assertThat(PlanForm.read(before))
                .isEqualTo(Plan.call("text").withKind(Kind.FIRE).withNeeded(20).withMuster("muster"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Plan.MOST_NEEDED + 1})
    void anImpossibleNumberIsRefused(int needed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.call("").withNeeded(needed));
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.call("").withNeeded(Skill.CAR, needed));
    }

    @Test
    void whatIsBroughtInFullIsNotAskedForAnyMore() {
        Plan plan = Plan.call("").withNeeded(Skill.CAR, 4).withNeeded(Skill.LAW, 1);

        assertThat(plan.lacking(Map.of(Skill.CAR, 3L, Skill.LAW, 2L)).bring()).containsOnlyKeys(Skill.CAR);
        assertThat(plan.lacking(Map.of()).bring()).isEqualTo(plan.bring());
        assertThat(plan.withNeeded(Skill.CAR, 0).bring()).containsOnlyKeys(Skill.LAW);
    }
}
