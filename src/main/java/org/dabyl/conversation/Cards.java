package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Instructions;
import org.dabyl.alert.Level;
import org.dabyl.alert.News;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Plan;
import org.dabyl.alert.Topic;
import org.dabyl.alert.Wording;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Answer;
import org.springframework.stereotype.Component;

/**
 * What an alert says to the people it calls. The coming answers stand in the first row, soonest first; a notice asks for no answer
 * and makes no sound.
 */
@Component
final class Cards implements Wording {

    private static final List<Integer> MINUTES = List.of(10, 30, 60);
    private static final int ROUNDED = 10;

    private final Texts texts;
    private final AlertWords words;
    private final Districts districts;

    Cards(Texts texts, Districts districts) {
        this.texts = texts;
        this.words = new AlertWords(texts);
        this.districts = districts;
    }

    @Override
    public Map<Language, Message> card(Alert alert) {
        Plan plan = alert.plan();
        return everywhere(alert, language -> {
            String body = what(alert, language)
                    + words.muster(plan, language)
                    + words.bring(plan, language)
                    + words.ask(plan, language);
            return Message.titled(title(alert, language), body, unanswered(alert, language));
        });
    }

    @Override
    public Map<Language, Message> ring(Alert alert) {
        return CardAbove.of(
                card(alert),
                language -> texts.get(language, Phrase.RING_CARD, districts.nameOf(alert.district(), language.tag())));
    }

    @Override
    public Map<Language, Message> call(Alert alert) {
        return CardAbove.of(card(alert), language -> texts.get(language, Phrase.CARD_CALL));
    }

    @Override
    public Map<Language, Message> update(Alert alert, News news) {
        Phrase title =
                switch (news.topic()) {
                    case NEWS -> Phrase.UPDATE_TITLE;
                    case MUSTER -> Phrase.MUSTER_TITLE;
                    case RENDEZVOUS -> Phrase.RENDEZVOUS_TITLE;
                };
        return everywhere(alert, language -> {
            String body = news.topic() == Topic.RENDEZVOUS
                    ? news.text() + "\n\n" + texts.get(language, Phrase.RENDEZVOUS_BODY)
                    : news.text();
            return Message.titled(titled(title, alert, language), body, Keyboard.none());
        });
    }

    @Override
    public Map<Language, Message> confirmed(Alert alert) {
        return everywhere(
                alert,
                language -> Message.titled(
                        titled(Phrase.UPDATE_TITLE, alert, language),
                        texts.get(language, Phrase.CARD_CONFIRMED),
                        Keyboard.none()));
    }

    @Override
    public Map<Language, Message> standDown(Alert alert) {
        return everywhere(alert, language -> {
            String thanks = over(alert, language).body();
            String body = alert.reason().isEmpty() ? thanks : alert.reason() + "\n\n" + thanks;
            return Message.titled(over(alert, language).title(), body, Keyboard.none());
        });
    }

    /**
     * The card after an answer, with what else can be said.
     *
     * @param present how many are coming or there
     * @param now what is true now, for those who come and those who are there; empty for the others
     */
    Message answered(Alert alert, Answer answer, long present, Optional<Instructions> now, Language language) {
        List<String> lines = new ArrayList<>();
        // who comes reads the muster point below, as it is now
        lines.add(what(alert, language) + (now.isPresent() ? "" : words.muster(alert.plan(), language)));
        lines.add("");
        lines.add(confirmation(alert, answer, language));
        now.ifPresent(instructions -> lines.addAll(lines(alert, instructions, language)));
        if (now.isPresent()) {
            lines.addAll(words.bring(alert.plan(), language).strip().lines().toList());
        }
        if (present >= ROUNDED) {
            // the crowd learns no exact count
            lines.add(texts.get(language, Phrase.CARD_OTHERS, Math.round((double) present / ROUNDED) * ROUNDED));
        }
        lines.add(texts.get(language, Phrase.ANSWER_CHANGE));
        return Message.titled(title(alert, language), String.join("\n", lines), after(alert, answer, language));
    }

    /** What can be said after an answer; most of all that one is there. */
    Keyboard after(Alert alert, Answer answer, Language language) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(coming(alert, language));
        rows.add(List.of(button(alert, Phrase.CARD_HERE, new Answer.Here(), language)));
        if (answer instanceof Answer.Here || answer instanceof Answer.Home) {
            rows.add(List.of(button(alert, Phrase.CARD_HOME, new Answer.Home(), language)));
        }
        rows.add(List.of(button(alert, Phrase.CARD_CANNOT, new Answer.Cannot(), language)));
        return Keyboard.inline(rows);
    }

    /** The card of an alert that is over: nothing to press. */
    Message over(Alert alert, Language language) {
        return switch (alert.ending()) {
            case STOOD_DOWN, CALLED_OFF -> ended(alert, Phrase.OVER_TITLE, Phrase.OVER_BODY, language);
            case FALSE_ALARM -> ended(alert, Phrase.FALSE_TITLE, Phrase.FALSE_BODY, language);
            case FORGOTTEN -> ended(alert, Phrase.FORGOTTEN_TITLE, Phrase.FORGOTTEN_BODY, language);
        };
    }

    /** The card of an alert that is over, for who is home. */
    Message home(Alert alert, Language language) {
        return Message.titled(
                over(alert, language).title(), confirmation(alert, new Answer.Home(), language), Keyboard.none());
    }

    private Message ended(Alert alert, Phrase title, Phrase body, Language language) {
        if (alert.plan().drill()) {
            return Message.titled(titled(title, alert, language), drillOver(alert, language), Keyboard.none());
        }
        Phrase said = notice(alert) ? Phrase.OVER_BODY_NOTICE : body;
        return Message.titled(titled(title, alert, language), texts.get(language, said), Keyboard.none());
    }

    String confirmation(Alert alert, Answer answer, Language language) {
        return switch (answer) {
            case Answer.Coming coming ->
                texts.get(
                        language,
                        alert.plan().level() == Level.STAND_BY ? Phrase.ANSWER_READY : Phrase.ANSWER_COMING,
                        coming.minutes());
            case Answer.Cannot cannot -> texts.get(language, Phrase.ANSWER_CANNOT);
            case Answer.Here here -> texts.get(language, Phrase.ANSWER_HERE);
            case Answer.Home home -> texts.get(language, Phrase.ANSWER_HOME);
        };
    }

    private List<String> lines(Alert alert, Instructions now, Language language) {
        List<String> lines = new ArrayList<>();
        add(lines, Phrase.CARD_MUSTER, now.muster(), language);
        if (alert.plan().level() == Level.CALL) {
            // while people only stand by, nobody comes
            add(lines, Phrase.CARD_RENDEZVOUS, now.rendezvous(), language);
        }
        add(lines, Phrase.CARD_NEWS, now.news(), language);
        return lines;
    }

    private void add(List<String> lines, Phrase phrase, String text, Language language) {
        if (!text.isEmpty()) {
            lines.add(texts.get(language, phrase, text));
        }
    }

    AlertWords words() {
        return words;
    }

    private String drillOver(Alert drill, Language language) {
        return texts.get(language, drill.ending() == Ending.CALLED_OFF ? Phrase.DRILL_CALLED_OFF : Phrase.DRILL_THANKS);
    }

    /** What happens; and that nobody answers for it, where that is so. */
    private String what(Alert alert, Language language) {
        String what = words.what(alert.plan(), language);
        return alert.origin() == Origin.RESIDENTS ? texts.get(language, Phrase.CARD_UNCONFIRMED) + "\n\n" + what : what;
    }

    String title(Alert alert, Language language) {
        Plan plan = alert.plan();
        String name = districts.nameOf(alert.district(), language.tag());
        String title =
                texts.get(language, AlertWords.title(plan.level()), words.where(plan, name, language), alert.number());
        return marked(plan, title, language);
    }

    String titled(Phrase phrase, Alert alert, Language language) {
        String title = texts.get(language, phrase, districts.nameOf(alert.district(), language.tag()), alert.number());
        return marked(alert.plan(), title, language);
    }

    /** With the mark of a drill before it, where it is one. */
    String marked(Plan plan, String title, Language language) {
        return plan.drill() ? texts.get(language, Phrase.DRILL_MARK) + " · " + title : title;
    }

    private Keyboard unanswered(Alert alert, Language language) {
        return notice(alert)
                ? Keyboard.none()
                : Keyboard.inline(List.of(
                        coming(alert, language),
                        List.of(button(alert, Phrase.CARD_CANNOT, new Answer.Cannot(), language))));
    }

    List<Button> coming(Alert alert, Language language) {
        return MINUTES.stream()
                .map(minutes -> button(alert, Phrase.CARD_COMING_SOON, new Answer.Coming(minutes), language, minutes))
                .toList();
    }

    private Button button(Alert alert, Phrase phrase, Answer answer, Language language, Object... filling) {
        return Button.press(
                texts.get(language, phrase, filling), "a:" + alert.id().value() + ":" + answer.code());
    }

    /** In every language; nothing about a notice ever sounds like an alarm. */
    private static Map<Language, Message> everywhere(Alert alert, Function<Language, Message> render) {
        Map<Language, Message> messages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            messages.put(language, toned(alert, render.apply(language)));
        }
        return messages;
    }

    /** The message as the alert's level sounds. */
    static Message toned(Alert alert, Message message) {
        return notice(alert) ? message.quietly() : message;
    }

    private static boolean notice(Alert alert) {
        return alert.plan().level() == Level.NOTICE;
    }
}
