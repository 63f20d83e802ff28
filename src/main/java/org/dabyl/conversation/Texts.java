package org.dabyl.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.delivery.Language;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** The words of every phrase in every language; {@code {0}}, {@code {1}}, … stand for what is filled in. */
@Component
final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            words.put(language, read(language));
        }
    }

    /** The phrase in the language; never read as markup, whatever is filled in. */
    String get(Language language, Phrase phrase, Object... filling) {
        String text = Objects.requireNonNull(words.get(language)).getProperty(phrase.key());
        if (text == null) {
            throw new IllegalStateException(language + " misses " + phrase.key());
        }
        return text.indexOf('{') < 0 ? text : fill(text, filling);
    }

    private static String fill(String text, Object... filling) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(filling[Integer.parseInt(place.group(1))])));
    }

    /**
     * How many supporters a district has, or can bring something: exactly from five on. Below, a number would be a face, and who knows
     * the neighbours could watch it change as one of them registers.
     */
    String people(Language language, long people) {
        return people < Supporters.FEW ? get(language, Phrase.PEOPLE_FEW) : Long.toString(people);
    }

    /**
     * A part of those whom an alert called: exactly where five or more were. Of fewer no part is counted out, nor that nobody is left,
     * for with the answers, which are exact, the parts add up to how many live there.
     */
    String part(Language language, long part, long called) {
        return called < Supporters.FEW ? people(language, called) : Long.toString(part);
    }

    private static Properties read(Language language) {
        String file = "/texts/" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(
                    new InputStreamReader(Objects.requireNonNull(in, file + " is missing"), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
