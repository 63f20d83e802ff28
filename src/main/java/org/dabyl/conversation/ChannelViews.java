package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dabyl.channel.Binding;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** What organisers see of the channels and groups of their districts. */
@Component
final class ChannelViews {

    /** Most read one of them, and nobody is asked. */
    static final List<Language> USUAL = List.of(Language.KK, Language.RU);

    private static final int PAGE = 30;
    private static final int MOST_LABEL = 30;
    private static final Map<String, List<Language>> CHOICES = Map.of(
            "kk", List.of(Language.KK),
            "ru", List.of(Language.RU),
            "en", List.of(Language.EN),
            "both", USUAL);

    private final Texts texts;
    private final Districts districts;

    ChannelViews(Texts texts, Districts districts) {
        this.texts = texts;
        this.districts = districts;
    }

    /** The languages that a button names; empty where it is forged. */
    static Optional<List<Language>> languages(String choice) {
        return Optional.ofNullable(CHOICES.get(choice));
    }

    /** Every place, with a button that unbinds it; or how to bind one. */
    Message list(List<Binding> all, int page, Language language) {
        if (all.isEmpty()) {
            return Message.titled(
                    texts.get(language, Phrase.CHANNELS), texts.get(language, Phrase.CHANNELS_HOW), Keyboard.none());
        }
        Page<Binding> some = Page.of(all, page, PAGE);
        List<Binding> shown = some.shown();
        List<String> lines = new ArrayList<>();
        shown.forEach(binding -> lines.add("📢 " + label(Outdoors.name(binding.place())) + " — "
                + districts.nameOf(binding.district(), language.tag())));
        lines.add("");
        lines.add(texts.get(language, Phrase.CHANNELS_HOW));
        List<List<Button>> rows = new ArrayList<>();
        shown.forEach(binding -> rows.add(
                List.of(Button.press(label("✖️ " + Outdoors.name(binding.place())), "unbind:" + binding.tag()))));
        some.next()
                .ifPresent(next ->
                        rows.add(List.of(Button.press(texts.get(language, Phrase.MORE_PAGES), "channels:" + next))));
        return Message.titled(texts.get(language, Phrase.CHANNELS), String.join("\n", lines), Keyboard.inline(rows));
    }

    /** That it is bound, and in which languages. */
    Message bound(Binding binding, Language language) {
        Button both = choice(binding, "both", "Қазақша + Русский");
        return Message.of(
                told(Phrase.CHANNEL_BOUND, binding, language) + "\n\n" + texts.get(language, Phrase.CHANNEL_LANGUAGES),
                Keyboard.inline(List.of(
                        List.of(both),
                        List.of(
                                choice(binding, "kk", "Қазақша"),
                                choice(binding, "ru", "Русский"),
                                choice(binding, "en", "English")))));
    }

    Message sure(Binding binding, Language language) {
        return Message.of(
                told(Phrase.CHANNEL_UNBIND_SURE, binding, language),
                Keyboard.inline(List.of(
                        List.of(Button.press(texts.get(language, Phrase.CHANNEL_UNBIND), "unbindyes:" + binding.tag())),
                        List.of(Button.press(texts.get(language, Phrase.BACK), "channels:all")))));
    }

    /** A phrase about a place and its district. */
    String told(Phrase phrase, Binding binding, Language language) {
        return texts.get(
                language, phrase, Outdoors.name(binding.place()), districts.nameOf(binding.district(), language.tag()));
    }

    private static Button choice(Binding binding, String choice, String label) {
        boolean chosen = binding.languages().equals(CHOICES.get(choice));
        return Button.press(chosen ? "✅ " + label : label, "speak:" + binding.tag() + ":" + choice);
    }

    private static String label(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LABEL - 1)) + "…";
    }
}
