package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dabyl.alert.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportKindsTest {

    private final ReportKinds kinds = new ReportKinds(new Texts());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bulldozers at the school     | BULLDOZERS | at the school
            Bulldozer                    | BULLDOZERS | ''
            two bulldozers at the school | BULLDOZERS | two bulldozers at the school
            Бульдозеры у школы           | BULLDOZERS | у школы
            приехали приставы, двое      | BAILIFFS   | приехали приставы, двое
            бульдозерлер мектеп жанында  | BULLDOZERS | мектеп жанында
            Өрт шатырда                  | FIRE       | шатырда
            сот орындаушылары келді      | BAILIFFS   | сот орындаушылары келді
            ПОЛИЦИЯ!                     | POLICE     | ''
            police                       | POLICE     | ''
            басқа көлік                  | OTHER      | көлік
            они у ворот                  | OTHER      | они у ворот
            !!!                          | OTHER      | !!!
            """)
    void aLineIsReadInEveryLanguage(String line, Kind kind, String words) {
        assertThat(kinds.read(line)).isEqualTo(new ReportKinds.Line(kind, words));
    }

    @ParameterizedTest
    @EnumSource
    void aButtonCarriesItsKindAndNoOther(Kind kind) {
        assertThat(ReportKinds.parse(ReportKinds.data(kind))).contains(kind);
        assertThat(ReportKinds.parse(kind.name())).isEmpty();
        assertThat(ReportKinds.parse("")).isEmpty();
    }
}
