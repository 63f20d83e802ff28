package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Level;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.supporter.Skill;

/** The buttons that change a draft's plan. */
final class PlanButtons {

    private static final List<Integer> BROUGHT = List.of(1, 2, 4, 10);
    private static final List<Integer> NEEDED = List.of(20, 50, 100);

    private PlanButtons() {}

    /** One row for the levels, the rest leads on. */
    static List<List<Button>> all(Chat chat, Draft draft) {
        String id = draft.id().value();
        Plan plan = draft.plan();
        String kind = chat.text(AlertWords.label(plan.kind())) + " ▾";
        return List.of(
                levels(chat, draft),
                List.of(
                        Button.press(kind, "kinds:" + id),
                        chat.button(Phrase.PREVIEW_NEEDED, "needs:" + id, needed(plan))),
                List.of(
                        mark(!plan.muster().isEmpty(), chat.button(Phrase.PREVIEW_MUSTER, "gather:" + id)),
                        mark(!plan.rendezvous().isEmpty(), chat.button(Phrase.PREVIEW_RENDEZVOUS, "meet:" + id))),
                List.of(
                        chat.button(Phrase.PREVIEW_REWORD, "reword:" + id),
                        chat.button(Phrase.PREVIEW_DROP, "drop:" + id)));
    }

    static List<List<Button>> kinds(Chat chat, Draft draft) {
        String id = draft.id().value();
        List<List<Button>> rows = new ArrayList<>();
        Arrays.stream(Kind.values())
                .map(kind -> mark(
                        kind == draft.plan().kind(),
                        chat.button(AlertWords.label(kind), "kind:" + id + ":" + kind.name())))
                .forEach(button -> rows.add(List.of(button)));
        rows.add(List.of(back(chat, id)));
        return rows;
    }

    static List<List<Button>> needs(Chat chat, Draft draft) {
        String id = draft.id().value();
        int needed = draft.plan().needed();
        List<Button> numbers = NEEDED.stream()
                .map(number -> mark(number == needed, Button.press(number.toString(), "need:" + id + ":" + number)))
                .toList();
        return List.of(
                numbers,
                List.of(
                        chat.button(Phrase.NEED_OTHER, "needother:" + id),
                        mark(needed == 0, chat.button(Phrase.NEED_NONE, "need:" + id + ":0"))),
                List.of(mark(!draft.plan().bring().isEmpty(), chat.button(Phrase.BOARD_BRING, "wants:" + id))),
                List.of(back(chat, id)));
    }

    static List<List<Button>> wants(Chat chat, Draft draft) {
        String id = draft.id().value();
        List<List<Button>> rows = new ArrayList<>(bring(chat, draft.plan(), "want:" + id));
        rows.add(List.of(chat.button(Phrase.BACK, "needs:" + id)));
        return rows;
    }

    /** A row for each thing to bring, its sign and the number; a second tap on a number takes it away. */
    static List<List<Button>> bring(Chat chat, Plan plan, String data) {
        return Arrays.stream(Skill.values())
                .map(skill -> BROUGHT.stream()
                        .map(number -> bring(chat, plan, skill, number, data))
                        .toList())
                .toList();
    }

    private static Button bring(Chat chat, Plan plan, Skill skill, int number, String data) {
        boolean chosen = plan.bring().getOrDefault(skill, 0) == number;
        String sign = chat.text(TurnoutWords.name(skill)).split(" ", 2)[0];
        // the number stands in the button, so that a press heard twice changes nothing
        Wanted pressed = new Wanted(skill, chosen ? 0 : number);
        return mark(chosen, Button.press(sign + " " + number, data + ":" + pressed.data()));
    }

    private static List<Button> levels(Chat chat, Draft draft) {
        return Arrays.stream(Level.values())
                .map(level -> mark(
                        level == draft.plan().level(),
                        chat.button(
                                AlertWords.label(level), "level:" + draft.id().value() + ":" + level.name())))
                .toList();
    }

    private static String needed(Plan plan) {
        String all = plan.needed() == 0 ? "?" : Integer.toString(plan.needed());
        return plan.bring().isEmpty() ? all : all + " + 🎒";
    }

    private static Button back(Chat chat, String id) {
        return chat.button(Phrase.BACK, "draft:" + id);
    }

    private static Button mark(boolean chosen, Button button) {
        return chosen ? new Button("✅ " + button.label(), button.data(), button.link()) : button;
    }
}
