package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Level;
import org.dabyl.alert.News;
import org.dabyl.alert.PublicWording;
import org.dabyl.alert.Topic;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.turnout.Answer;
import org.springframework.stereotype.Component;

/**
 * What an alert says in a channel or group. The card is common to all who read there, so it shows every answer at once: coming, soonest
 * first, then there, then can't; and below them the way to register. A notice asks nothing and makes no sound.
 */
@Component
final class PublicCards implements PublicWording {

    private static final int MOST_LABEL = 30;

    private final Cards cards;
    private final Texts texts;
    private final Fleet fleet;

    PublicCards(Cards cards, Texts texts, Fleet fleet) {
        this.cards = cards;
        this.texts = texts;
        this.fleet = fleet;
    }

    @Override
    public Message card(Alert alert, BotId bot, List<Language> languages) {
        Message all = together(
                languages,
                language -> cards.title(alert, language),
                language -> cards.words().standard(alert.plan(), language)
                        + cards.words().bring(alert.plan(), language)
                        + cards.words().ask(alert.plan(), language));
        String body = alert.text().isEmpty() ? all.body() : alert.text() + "\n\n" + all.body();
        String where = cards.words().muster(alert.plan(), languages.getFirst()).strip();
        body = where.isEmpty() ? body : where + "\n\n" + body;
        return Cards.toned(alert, Message.titled(all.title(), body, Keyboard.inline(rows(alert, bot, languages))));
    }

    @Override
    public Message call(Alert alert, List<Language> languages) {
        Message all = together(
                languages, language -> cards.title(alert, language), language -> texts.get(language, Phrase.CARD_CALL));
        return Cards.toned(alert, all);
    }

    @Override
    public Message update(Alert alert, News news, List<Language> languages) {
        Phrase title = news.topic() == Topic.MUSTER ? Phrase.MUSTER_TITLE : Phrase.UPDATE_TITLE;
        String titles = languages.stream()
                .map(language -> cards.titled(title, alert, language))
                .collect(Collectors.joining("\n"));
        return Cards.toned(alert, Message.titled(titles, news.text(), Keyboard.none()));
    }

    @Override
    public Message standDown(Alert alert, List<Language> languages) {
        Message all = together(
                languages,
                language -> cards.titled(Phrase.OVER_TITLE, alert, language),
                language -> cards.over(alert, language).body());
        String body = alert.reason().isEmpty() ? all.body() : alert.reason() + "\n\n" + all.body();
        return Cards.toned(alert, Message.titled(all.title(), body, Keyboard.none()));
    }

    /** All titles first, so that who reads one language sees at once that theirs is there. */
    private static Message together(
            List<Language> languages, Function<Language, String> title, Function<Language, String> body) {
        return Message.titled(
                languages.stream().map(title).collect(Collectors.joining("\n")),
                languages.stream().map(body).collect(Collectors.joining("\n\n")),
                Keyboard.none());
    }

    private List<List<Button>> rows(Alert alert, BotId bot, List<Language> languages) {
        List<List<Button>> rows = new ArrayList<>();
        if (alert.plan().level() != Level.NOTICE) {
            rows.add(cards.coming(alert, languages.getFirst()));
            rows.add(List.of(answer(alert, Phrase.CARD_HERE, new Answer.Here(), languages)));
            rows.add(List.of(answer(alert, Phrase.CARD_CANNOT, new Answer.Cannot(), languages)));
        }
        fleet.username(bot)
                .ifPresent(username -> rows.add(List.of(Button.link(
                        label(Phrase.CARD_REGISTER, languages),
                        "https://t.me/" + username + "?start=d_"
                                + alert.district().value()))));
        return rows;
    }

    private Button answer(Alert alert, Phrase phrase, Answer answer, List<Language> languages) {
        return Button.press(label(phrase, languages), "a:" + alert.id().value() + ":" + answer.code());
    }

    /** In every language, as long as that reads on a small phone. */
    private String label(Phrase phrase, List<Language> languages) {
        String all = languages.stream()
                .map(language -> texts.get(language, phrase))
                .distinct()
                .collect(Collectors.joining(" / "));
        return all.length() <= MOST_LABEL ? all : texts.get(languages.getFirst(), phrase);
    }
}
