package org.dabyl.district;

import static java.util.Comparator.comparingInt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds districts by what people type: any language, any case, with or without dashes and Kazakh letters. */
final class NameSearch {

    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}+");
    private static final String KAZAKH = "әңқұүіғөһ";
    private static final String FOLDED = "анкууигох";
    private static final int NO_MATCH = Integer.MAX_VALUE;

    private record Hit(District district, int rank) {}

    private record Named(District district, List<List<String>> names) {}

    private final List<Named> districts;

    NameSearch(List<District> districts) {
        this.districts = districts.stream()
                .map(district -> new Named(district, foldedNames(district)))
                .toList();
    }

    private static List<List<String>> foldedNames(District district) {
        List<List<String>> names = new ArrayList<>();
        names.add(words(district.code().value()));
        district.names().values().forEach(name -> names.add(words(name)));
        return names;
    }

    List<District> find(String text, int limit) {
        List<String> wanted = words(text);
        return wanted.isEmpty()
                ? List.of()
                : districts.stream()
                        .map(named -> new Hit(named.district(), rank(named, wanted)))
                        .filter(hit -> hit.rank() != NO_MATCH)
                        .sorted(comparingInt(Hit::rank))
                        .limit(limit)
                        .map(Hit::district)
                        .toList();
    }

    boolean isName(String text) {
        List<String> wanted = words(text);
        return !wanted.isEmpty() && districts.stream().anyMatch(named -> rank(named, wanted) == 0);
    }

    private static int rank(Named named, List<String> wanted) {
        return named.names().stream()
                .filter(name -> !name.isEmpty())
                .mapToInt(name -> rank(name, wanted))
                .min()
                .orElse(NO_MATCH);
    }

    private static int rank(List<String> name, List<String> wanted) {
        String whole = String.join("", name);
        String typed = String.join("", wanted);
        if (whole.equals(typed)) {
            return 0;
        }
        if (whole.startsWith(typed)) {
            return 1;
        }
        if (wanted.stream().allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)))) {
            return 2;
        }
        if (whole.contains(typed)) {
            return 3;
        }
        // a whole address was typed: the longest name in it says most
        return wanted.containsAll(name) ? 1000 - whole.length() : NO_MATCH;
    }

    /** Runs of letters and runs of digits, so that "Shanyrak-1", "shanyrak 1" and "shanyrak1" are the same. */
    private static List<String> words(String text) {
        return WORD.matcher(fold(text)).results().map(MatchResult::group).toList();
    }

    private static String fold(String text) {
        String plain = MARK.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        StringBuilder folded = new StringBuilder(plain.length());
        plain.chars().forEach(letter -> {
            int kazakh = KAZAKH.indexOf(letter);
            folded.append(kazakh < 0 ? (char) letter : FOLDED.charAt(kazakh));
        });
        return folded.toString();
    }
}
