package org.dabyl.conversation;

import java.util.stream.Collectors;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Level;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Language;

/** What a plan is in words: its level, its kind, what happens, where to come. */
final class AlertWords {

    private final Texts texts;

    AlertWords(Texts texts) {
        this.texts = texts;
    }

    /** What happens and what it asks of people: the author's words, or the standard sentence of the kind. */
    String what(Plan plan, Language language) {
        String standard = standard(plan, language);
        return plan.text().isEmpty() ? standard : plan.text() + "\n\n" + standard;
    }

    /** The same without the author's words. */
    String standard(Plan plan, Language language) {
        if (plan.drill()) {
            return texts.get(language, Phrase.DRILL_NOTE);
        }
        String level = texts.get(language, sentence(plan.level()));
        return plan.text().isEmpty() ? texts.get(language, sentence(plan.kind())) + " " + level : level;
    }

    /** Where everyone shall come, on a line of its own; empty for nowhere. */
    String muster(Plan plan, Language language) {
        return plan.muster().isEmpty() ? "" : "\n" + texts.get(language, Phrase.CARD_MUSTER, plan.muster());
    }

    /** What is to be brought most of all, without the numbers, on a line of its own; empty for nothing. */
    String bring(Plan plan, Language language) {
        String things = plan.bring().keySet().stream()
                .sorted()
                .map(skill -> texts.get(language, TurnoutWords.name(skill)))
                .collect(Collectors.joining(" · "));
        return things.isEmpty() || plan.level() == Level.NOTICE
                ? ""
                : "\n" + texts.get(language, Phrase.CARD_BRING, things);
    }

    /** What a card asks; a notice asks nothing. */
    String ask(Plan plan, Language language) {
        return switch (plan.level()) {
            case CALL -> "\n\n" + texts.get(language, Phrase.CARD_ASK);
            case STAND_BY -> "\n\n" + texts.get(language, Phrase.CARD_ASK_STAND_BY);
            case NOTICE -> "";
        };
    }

    /** A place's name behind the kind; the kind that is none of the known ones is left to the text. */
    String where(Plan plan, String name, Language language) {
        return plan.kind() == Kind.OTHER ? name : texts.get(language, label(plan.kind())) + " · " + name;
    }

    /** The sign in front of titles and of the button that sends. */
    static String sign(Level level) {
        return switch (level) {
            case CALL -> "🚨";
            case STAND_BY -> "⏳";
            case NOTICE -> "ℹ️";
        };
    }

    static Phrase title(Level level) {
        return switch (level) {
            case CALL -> Phrase.CARD_TITLE;
            case STAND_BY -> Phrase.CARD_TITLE_STAND_BY;
            case NOTICE -> Phrase.CARD_TITLE_NOTICE;
        };
    }

    static Phrase label(Level level) {
        return switch (level) {
            case CALL -> Phrase.LEVEL_CALL;
            case STAND_BY -> Phrase.LEVEL_STAND_BY;
            case NOTICE -> Phrase.LEVEL_NOTICE;
        };
    }

    static Phrase label(Kind kind) {
        return switch (kind) {
            case BULLDOZERS -> Phrase.KIND_BULLDOZERS;
            case POLICE -> Phrase.KIND_POLICE;
            case BAILIFFS -> Phrase.KIND_BAILIFFS;
            case FIRE -> Phrase.KIND_FIRE;
            case OTHER -> Phrase.KIND_OTHER;
        };
    }

    static Phrase sentence(Level level) {
        return switch (level) {
            case CALL -> Phrase.LEVEL_CALL_SENTENCE;
            case STAND_BY -> Phrase.LEVEL_STAND_BY_SENTENCE;
            case NOTICE -> Phrase.LEVEL_NOTICE_SENTENCE;
        };
    }

    static Phrase sentence(Kind kind) {
        return switch (kind) {
            case BULLDOZERS -> Phrase.KIND_BULLDOZERS_SENTENCE;
            case POLICE -> Phrase.KIND_POLICE_SENTENCE;
            case BAILIFFS -> Phrase.KIND_BAILIFFS_SENTENCE;
            case FIRE -> Phrase.KIND_FIRE_SENTENCE;
            case OTHER -> Phrase.KIND_OTHER_SENTENCE;
        };
    }
}
