package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Level;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.springframework.stereotype.Component;

/** Changing a draft by the buttons of its preview: level, kind, numbers needed, muster point, rendezvous. */
@Component
final class Planning implements Pressable, Asking {

    /** What takes a place away again. */
    private static final String NONE = "-";

    private final OwnDrafts drafts;
    private final Previews previews;
    private final Questions questions;

    Planning(OwnDrafts drafts, Previews previews, Questions questions) {
        this.drafts = drafts;
        this.previews = previews;
        this.questions = questions;
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public Set<String> verbs() {
        return Set.of(
                "level", "kinds", "kind", "needs", "need", "wants", "want", "needother", "gather", "meet", "draft");
    }

    @Override
    public Set<String> questions() {
        return Set.of("needother", "gather", "meet");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<AlertId> id = AlertId.parse(parts[0]);
        if (id.isEmpty()) {
            return false;
        }
        Optional<Draft> draft = drafts.open(chat, id.get());
        if (draft.isEmpty()) {
            chat.toast(Phrase.PREVIEW_GONE);
            return true;
        }
        return press(chat, verb, draft.get(), parts.length > 1 ? parts[1] : "");
    }

    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        AlertId id = new AlertId(subject);
        Optional<Draft> draft = drafts.open(chat, id);
        if (draft.isEmpty()) {
            chat.say(Phrase.PREVIEW_GONE);
            return;
        }
        Plan plan = draft.get().plan();
        if (question.equals("needother")) {
            Numbers.read(text, 0, Plan.MOST_NEEDED)
                    .ifPresentOrElse(number -> revise(chat, draft.get(), plan.withNeeded(number)), () -> {
                        chat.say(Phrase.NUMBER_WRONG, 0, Plan.MOST_NEEDED);
                        ask(chat, question, id);
                    });
        } else if (text.length() > Plan.LONGEST_PLACE) {
            chat.say(Phrase.TOO_LONG, text.length(), Plan.LONGEST_PLACE);
            ask(chat, question, id);
        } else {
            place(chat, question, draft.get(), text.equals(NONE) ? "" : text);
        }
    }

    @Override
    public boolean answered(Chat chat, String question, String subject, Said.Place place) {
        Optional<Draft> draft =
                question.equals("needother") ? Optional.empty() : drafts.open(chat, new AlertId(subject));
        String point = String.format(Locale.ROOT, "%.5f,%.5f", place.latitude(), place.longitude());
        // a link that every phone opens in its own map
        draft.ifPresent(known -> {
            questions.erase(chat.person());
            place(chat, question, known, "https://maps.google.com/?q=" + point);
        });
        return draft.isPresent();
    }

    private boolean press(Chat chat, String verb, Draft draft, String choice) {
        Plan plan = draft.plan();
        return switch (verb) {
            case "kinds" -> show(chat, draft, PlanButtons.kinds(chat, draft));
            case "needs" -> show(chat, draft, PlanButtons.needs(chat, draft));
            case "wants" -> show(chat, draft, PlanButtons.wants(chat, draft));
            case "draft" -> show(chat, draft, PlanButtons.all(chat, draft));
            case "level" ->
                Arrays.stream(Level.values())
                        .filter(level -> level.name().equals(choice))
                        .anyMatch(level -> revise(chat, draft, plan.withLevel(level)));
            case "kind" ->
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equals(choice))
                        .anyMatch(kind -> revise(chat, draft, plan.withKind(kind)));
            case "need" ->
                Numbers.read(choice, 0, Plan.MOST_NEEDED).stream()
                        .anyMatch(number -> revise(chat, draft, plan.withNeeded(number)));
            case "want" -> Wanted.read(choice).stream().anyMatch(wanted -> want(chat, draft, wanted.in(plan)));
            default -> askFor(chat, verb, draft.id());
        };
    }

    private boolean askFor(Chat chat, String question, AlertId id) {
        switch (question) {
            case "gather" -> chat.say(Phrase.ASK_PLAN_MUSTER, Plan.LONGEST_PLACE);
            case "meet" -> chat.say(Phrase.ASK_PLAN_RENDEZVOUS, Plan.LONGEST_PLACE);
            default -> chat.say(Phrase.ASK_NEEDED, Plan.MOST_NEEDED);
        }
        ask(chat, question, id);
        return true;
    }

    private void ask(Chat chat, String question, AlertId id) {
        questions.ask(chat.person(), question + ":" + id.value());
    }

    private void place(Chat chat, String question, Draft draft, String place) {
        Plan plan = draft.plan();
        revise(chat, draft, question.equals("gather") ? plan.withMuster(place) : plan.withRendezvous(place));
    }

    private boolean revise(Chat chat, Draft draft, Plan plan) {
        chat.show(previews.render(chat, drafts.revise(draft, plan)));
        return true;
    }

    private boolean want(Chat chat, Draft draft, Plan plan) {
        Draft revised = drafts.revise(draft, plan);
        return show(chat, revised, PlanButtons.wants(chat, revised));
    }

    private boolean show(Chat chat, Draft draft, List<List<Button>> buttons) {
        chat.show(previews.render(chat, draft, buttons));
        return true;
    }
}
