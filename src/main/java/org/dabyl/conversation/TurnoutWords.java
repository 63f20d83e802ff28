package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Language;
import org.dabyl.supporter.Skill;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Light;
import org.dabyl.turnout.Range;
import org.dabyl.turnout.Tally;

/** What a board says about how many come, against how many are needed. */
final class TurnoutWords {

    private static final List<Integer> STEPS = List.of(20, 50, 100, 200, 500, 1000, 2000, 5000, Plan.MOST_NEEDED);
    private static final int OFFERED = 2;

    private final Texts texts;

    TurnoutWords(Texts texts) {
        this.texts = texts;
    }

    /** The traffic light, where a number is needed. Without experience anything is possible from nobody to all who said so. */
    List<String> need(int needed, Tally tally, History history, Language language) {
        if (needed == 0) {
            return List.of();
        }
        Range expected = history.expected(tally.within())
                .orElse(new Range(0, tally.onTheWay()))
                .plus(tally.there());
        return List.of(sign(Light.of(needed, expected)) + " " + texts.get(language, Phrase.BOARD_NEEDED, needed));
    }

    /** How many will be there, and what that is learnt from. */
    List<String> estimate(Tally tally, History history, Language language) {
        if (tally.onTheWay() == 0) {
            return List.of();
        }
        History.Seen seen = history.all();
        return List.of(history.expected(tally.within())
                .map(range -> range.plus(tally.there()))
                .map(range -> texts.get(language, Phrase.BOARD_ESTIMATE, words(range), seen.came(), seen.said()))
                .orElseGet(() -> texts.get(language, Phrase.BOARD_NO_ESTIMATE)));
    }

    /** What those on the way or there can bring. */
    List<String> skills(Tally tally, Language language) {
        String brought = tally.skills().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(skill -> texts.get(language, name(skill.getKey())) + ": " + skill.getValue())
                .collect(Collectors.joining(" · "));
        return brought.isEmpty() ? List.of() : List.of(brought);
    }

    /** Buttons that raise the number needed. */
    List<Button> needs(Alert alert, Language language) {
        String id = alert.id().value();
        List<Button> buttons = new ArrayList<>(STEPS.stream()
                .filter(step -> step > alert.plan().needed())
                .limit(OFFERED)
                .map(step -> Button.press(texts.get(language, Phrase.BOARD_NEED, step), "raise:" + id + ":" + step))
                .toList());
        buttons.add(Button.press(texts.get(language, Phrase.BOARD_NEED_OTHER), "raise:" + id));
        return buttons;
    }

    static Phrase name(Skill skill) {
        return switch (skill) {
            case CAR -> Phrase.SKILL_CAR;
            case CAMERA -> Phrase.SKILL_CAMERA;
            case FIRST_AID -> Phrase.SKILL_FIRST_AID;
            case LAW -> Phrase.SKILL_LAW;
            case TRANSLATION -> Phrase.SKILL_TRANSLATION;
        };
    }

    private static String words(Range range) {
        return range.least() == range.most() ? Long.toString(range.least()) : range.least() + "–" + range.most();
    }

    private static String sign(Light light) {
        return switch (light) {
            case RED -> "🔴";
            case YELLOW -> "🟡";
            case GREEN -> "🟢";
        };
    }
}
