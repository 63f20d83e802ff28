package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.conversation.Samples.alert;
import static org.dabyl.conversation.Samples.presses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarkPagesTest {

    private static final Instant NOON = Instant.parse("2026-04-05T07:00:00Z");

    private final RemarkPages pages = new RemarkPages(new Texts(), Districts.builtIn());

    @Test
    void remarksStandUnderANumberAndATimeOfTheDistrict() {
        Message page = page(List.of(new Remark(7, NOON, "two <b>bulldozers</b>"), new Remark(3, NOON, "water")), 0);

        assertThat(page.body()).isEqualTo("№ 7 · 12:00\ntwo <b>bulldozers</b>\n\n№ 3 · 12:00\nwater");
        assertThat(presses(page)).isEmpty();
    }

    @Test
    void noLineOfARemarkPassesForAnother() {
        Message page = page(List.of(new Remark(7, NOON, "go home\n\n№ 3 · 12:00\r\nit is a trap\u0085all of it")), 0);

        assertThat(page.body()).isEqualTo("№ 7 · 12:00\ngo home\n┃ \n┃ № 3 · 12:00\n┃ it is a trap\n┃ all of it");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCutShortAndEveryPageFits(Language language) {
        String longest = "😀".repeat(1000) + "я".repeat(Message.LONGEST - 2001) + "!";
        List<Remark> remarks = List.of(
                new Remark(1_000_000, NOON, "first"),
                new Remark(1_000_000, NOON, longest),
                new Remark(2, NOON, "last"));
        List<String> bodies = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            Message message = pages.render(alert(""), remarks, page, language);
            assertThat(message.text()).hasSizeLessThanOrEqualTo(Message.LONGEST);
            if (!bodies.contains(message.body())) {
                bodies.add(message.body());
            }
        }

        String all = String.join("", bodies).replaceAll("№ \\d+ · 12:00\n", "").replace("\n\n", "");
        assertThat(all).isEqualTo("first" + longest + "last");
    }

    @Test
    void oneTurnsFromPageToPage() {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            remarks.add(new Remark(i, NOON, "я".repeat(3000)));
        }

        assertThat(presses(page(remarks, 0))).containsExactly(List.of("remarkpage:abcdefgh23:1"));
        assertThat(presses(page(remarks, 1)))
                .containsExactly(List.of("remarkpage:abcdefgh23:0", "remarkpage:abcdefgh23:2"));
        assertThat(page(remarks, 99).body()).isEqualTo(page(remarks, 2).body());
        assertThat(page(List.of(), 0).body()).isNotBlank();
    }

    private Message page(List<Remark> remarks, int page) {
        return pages.render(alert(""), remarks, page, Language.EN);
    }
}
