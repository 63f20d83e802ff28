package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * The traffic light, where a number is needed, in all or of those who bring something; the worst of them shows. Without experience
     * anything is possible from nobody to all who said so.
     */
    List<String> need(Plan plan, Tally tally, History history, Language language) {
        Range expected = history.expected(tally.within())
                .orElse(new Range(0, tally.onTheWay()))
                .plus(tally.there());
        Light light = Light.GREEN;
        List<String> wanted = new ArrayList<>();
        if (plan.needed() > 0) {
            light = Light.of(plan.needed(), expected);
            wanted.add(Integer.toString(plan.needed()));
        }
        for (Map.Entry<Skill, Integer> each : new TreeMap<>(plan.bring()).entrySet()) {
            long brought = tally.skills().getOrDefault(each.getKey(), 0L);
            light = light.and(Light.of(each.getValue(), part(expected, brought, tally)));
            wanted.add(texts.get(language, Phrase.BOARD_OF, label(each.getKey(), language), brought, each.getValue()));
        }
        return wanted.isEmpty()
                ? List.of()
                : List.of(sign(light) + " " + texts.get(language, Phrase.BOARD_NEEDED, String.join(" · ", wanted)));
    }

    /** Of so many who bring something: they come as often as the others. */
    private static Range part(Range expected, long brought, Tally tally) {
        return new Range(brought * expected.least() / Math.max(1, tally.present()), brought);
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

    /**
     * What those on the way or there can bring, not told below five; but for what is needed, whose exact number stands beside the traffic
     * light: who calls for four cars must see that one is missing.
     */
    List<String> skills(Plan plan, Tally tally, Language language) {
        String brought = tally.skills().entrySet().stream()
                .filter(skill -> !plan.bring().containsKey(skill.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(skill -> label(skill.getKey(), language) + ": " + texts.people(language, skill.getValue()))
                .collect(Collectors.joining(" · "));
        return brought.isEmpty() ? List.of() : List.of(brought);
    }

    /** Buttons that change the numbers needed. */
    List<Button> needs(Alert alert, Language language) {
        String id = alert.id().value();
        List<Button> buttons = new ArrayList<>(STEPS.stream()
                .filter(step -> step > alert.plan().needed())
                .limit(OFFERED)
                .map(step -> Button.press(texts.get(language, Phrase.BOARD_NEED, step), "raise:" + id + ":" + step))
                .toList());
        buttons.add(Button.press(texts.get(language, Phrase.BOARD_NEED_OTHER), "raise:" + id));
        buttons.add(Button.press(texts.get(language, Phrase.BOARD_NEED_BRING), "bring:" + id));
        return buttons;
    }

    private String label(Skill skill, Language language) {
        return texts.get(language, name(skill));
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
