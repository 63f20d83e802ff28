package org.dabyl.district;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a city, or the city: what people register for.
 *
 * @param parent the district that includes this one; null at the top of the tree
 * @param neighbours whom to call next; if one names another, the other names it too
 * @param names by language: kk, ru and en
 * @param centre for distances where the outline is unknown
 * @param zone for the times that people of this district read
 * @param quorum when its residents raise an alert without an organiser
 */
public record District(
        DistrictCode code,
        @Nullable DistrictCode parent,
        Set<DistrictCode> neighbours,
        Map<String, String> names,
        Point centre,
        Outline outline,
        ZoneId zone,
        Quorum quorum) {

    static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /** Throws {@link IllegalArgumentException} where a name is missing. */
    public District {
        neighbours = Collections.unmodifiableSet(new LinkedHashSet<>(neighbours));
        names = Map.copyOf(names);
        if (!names.keySet().containsAll(LANGUAGES)) {
            throw new IllegalArgumentException("the district " + code + " needs a name in kk, ru and en");
        }
    }

    /** The name in the language of a tag such as {@code kk} or {@code en-GB}; in Russian for other languages. */
    public String name(String languageTag) {
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        return requireNonNull(names.getOrDefault(language, names.get("ru")));
    }

    /** Distance to the outline, 0 within; to the centre where there is no outline. */
    double kilometresTo(Point point) {
        return outline.isKnown() ? outline.kilometresTo(point) : centre.kilometresTo(point);
    }
}
