package org.dabyl.conversation;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Level;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.district.Districts;
import org.dabyl.supporter.Supporters;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Tally;
import org.springframework.stereotype.Component;

/** An organiser's board: what was sent and who comes, as one message. */
@Component
final class BoardRenderer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int BAR = 10;
    private static final long SOON = 10;
    private static final long LATER = 30;

    private final Texts texts;
    private final TurnoutWords turnout;
    private final Districts districts;
    private final Clock clock;

    BoardRenderer(Texts texts, Districts districts, Clock clock) {
        this.texts = texts;
        this.turnout = new TurnoutWords(texts);
        this.districts = districts;
        this.clock = clock;
    }

    Message render(Alert alert, Situation situation, Language language) {
        List<String> lines = new ArrayList<>(sent(situation.progress(), language));
        if (situation.stranded() > 0) {
            lines.add(texts.get(language, Phrase.BOARD_STRANDED, texts.people(language, situation.stranded())));
        }
        lines.add("");
        if (!notice(alert)) {
            lines.addAll(answers(alert, situation, language));
            lines.add("");
        }
        lines.add(texts.get(language, Phrase.BOARD_NOTE));
        return Message.titled(
                title(alert, language), String.join("\n", lines), buttons(alert, situation.remarks(), language));
    }

    private List<String> answers(Alert alert, Situation situation, Language language) {
        Tally tally = situation.tally();
        History history = situation.history();
        List<String> lines = new ArrayList<>(turnout.need(alert.plan(), tally, history, language));
        lines.add(texts.get(language, Phrase.BOARD_COMING, tally.onTheWay()));
        if (tally.onTheWay() > 0) {
            lines.add(arrivals(tally, language));
        }
        lines.addAll(turnout.estimate(tally, history, language));
        lines.add(texts.get(language, Phrase.BOARD_HERE, tally.here()));
        if (tally.others() > 0) {
            lines.add(texts.get(language, Phrase.BOARD_OTHERS, tally.others()));
        }
        lines.addAll(turnout.skills(alert.plan(), tally, language));
        if (tally.home() > 0) {
            lines.add(texts.get(language, Phrase.BOARD_HOME, tally.home()));
        }
        if (!alert.open() && tally.onTheWay() + tally.here() > 0) {
            lines.add(texts.get(language, Phrase.BOARD_NOT_HOME, tally.onTheWay() + tally.here()));
        }
        lines.add(texts.get(language, Phrase.BOARD_CANNOT, tally.cannot()));
        if (tally.guests() > 0) {
            lines.add(texts.get(language, Phrase.BOARD_GUESTS, tally.guests()));
        }
        // a guest was sent nothing
        long called = tally.answered() - tally.guests();
        long silent = Math.max(0, situation.progress().delivered() - called);
        lines.add(part(Phrase.BOARD_SILENT, silent, situation.progress(), language));
        return lines;
    }

    private String title(Alert alert, Language language) {
        String name = districts.nameOf(alert.district(), language.tag());
        if (!alert.open()) {
            Phrase ended =
                    switch (alert.ending()) {
                        case STOOD_DOWN, CALLED_OFF -> Phrase.BOARD_TITLE_OVER;
                        case FALSE_ALARM -> Phrase.BOARD_TITLE_FALSE;
                        case FORGOTTEN -> Phrase.BOARD_TITLE_FORGOTTEN;
                    };
            return marked(alert, texts.get(language, ended, name, alert.number()), language);
        }
        String since = TIME.format(alert.openedAt().atZone(districts.zoneOf(alert.district())));
        String title = AlertWords.sign(alert.plan().level()) + " "
                + texts.get(language, Phrase.BOARD_TITLE, name, alert.number(), since);
        return marked(alert, title, language);
    }

    private String marked(Alert alert, String title, Language language) {
        return alert.plan().drill() ? texts.get(language, Phrase.DRILL_MARK) + " · " + title : title;
    }

    private List<String> sent(Progress progress, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(delivered(progress, language));
        long unreached = progress.gone() + progress.failed();
        if (unreached > 0) {
            lines.add(part(Phrase.BOARD_UNREACHED, unreached, progress, language));
        }
        if (progress.withdrawn() > 0) {
            lines.add(part(Phrase.BOARD_WITHDRAWN, progress.withdrawn(), progress, language));
        }
        return lines;
    }

    /** Of so few neither the number nor the steps of a bar. */
    private String delivered(Progress progress, Language language) {
        return progress.recipients() < Supporters.FEW
                ? part(progress.ended() ? Phrase.BOARD_SENT_FEW : Phrase.BOARD_SENDING_FEW, 0, progress, language)
                : texts.get(language, Phrase.BOARD_SENT, progress.delivered(), progress.recipients(), bar(progress));
    }

    private String part(Phrase phrase, long part, Progress progress, Language language) {
        return texts.get(language, phrase, texts.part(language, part, progress.recipients()));
    }

    private static String bar(Progress progress) {
        if (progress.ended()) {
            return "";
        }
        int done = (int) (BAR * (progress.recipients() - progress.waiting()) / progress.recipients());
        return "▓".repeat(done) + "░".repeat(BAR - done);
    }

    private String arrivals(Tally tally, Language language) {
        long now = clock.millis() / 60_000;
        return texts.get(
                language,
                Phrase.BOARD_ARRIVALS,
                tally.arrivingBetween(0, now + SOON),
                tally.arrivingBetween(now + SOON, now + LATER),
                tally.arrivingBetween(now + LATER, Long.MAX_VALUE - 1));
    }

    private Keyboard buttons(Alert alert, long remarks, Language language) {
        String id = alert.id().value();
        Button read = Button.press(texts.get(language, Phrase.BOARD_REMARKS, remarks), "remarks:" + id);
        Button curve = button(Phrase.BOARD_CURVE, "curve:" + id, language);
        if (!alert.open()) {
            List<Button> left = new ArrayList<>(remarks == 0 ? List.of() : List.of(read));
            if (!notice(alert)) {
                left.add(curve);
            }
            return left.isEmpty() ? Keyboard.none() : Keyboard.inline(List.of(left));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (!notice(alert)) {
            rows.add(turnout.needs(alert, language));
            rows.add(List.of(button(Phrase.BOARD_COUNT_OTHERS, "others:" + id, language), curve));
        }
        rows.add(List.of(button(Phrase.BOARD_UPDATE, "news:" + id, language), read));
        if (!notice(alert)) {
            rows.add(List.of(
                    button(Phrase.BOARD_MUSTER, "muster:" + id, language),
                    button(Phrase.BOARD_RENDEZVOUS, "rendezvous:" + id, language)));
        }
        rows.add(List.of(
                button(Phrase.BOARD_HANDOVER, "hand:" + id, language),
                button(Phrase.BOARD_STAND_DOWN, "over:" + id, language)));
        return Keyboard.inline(rows);
    }

    private Button button(Phrase phrase, String data, Language language) {
        return Button.press(texts.get(language, phrase), data);
    }

    private static boolean notice(Alert alert) {
        return alert.plan().level() == Level.NOTICE;
    }
}
