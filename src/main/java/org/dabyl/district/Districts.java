package org.dabyl.district;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All districts, and what follows from their tree. Never changes; sets keep a steady order. Unless said otherwise a
 * method throws {@link NoSuchElementException} with the code for a district that does not exist.
 */
public final class Districts {

    private static final int NEAREST = 3;

    private final Map<DistrictCode, District> byCode = new LinkedHashMap<>();
    private final Map<DistrictCode, List<District>> byParent = new HashMap<>();
    private final NameSearch search;

    /** Takes districts as {@link DistrictTree} leaves them: checked, and each parent before its children. */
    Districts(List<District> treeOrder) {
        treeOrder.forEach(district -> byCode.put(district.code(), district));
        for (District district : treeOrder) {
            if (district.parent() != null) {
                byParent.computeIfAbsent(district.parent(), parent -> new ArrayList<>())
                        .add(district);
            }
        }
        search = new NameSearch(treeOrder);
    }

    /** The districts of a file; throws {@link WrongDistrictFile} with the line of its first mistake. */
    public static Districts read(Path file) {
        return new Districts(DistrictFile.read(file));
    }

    /** The example that comes with the program: Almaty. */
    public static Districts builtIn() {
        return new Districts(DistrictFile.readBuiltIn());
    }

    /** The district of that code; empty where there is none. */
    public Optional<District> find(DistrictCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public District get(DistrictCode code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("there is no district " + code));
    }

    /** The name in a language; the code itself where the district is no longer in the file. */
    public String nameOf(DistrictCode code, String languageTag) {
        return find(code).map(district -> district.name(languageTag)).orElse(code.value());
    }

    /** The district's time zone; that of the first district where it is no longer in the file. */
    public ZoneId zoneOf(DistrictCode code) {
        return find(code).orElseGet(() -> all().getFirst()).zone();
    }

    /** All of them, parents before their children, otherwise as in the file. */
    public List<District> all() {
        return List.copyOf(byCode.values());
    }

    public List<District> roots() {
        return all().stream().filter(district -> district.parent() == null).toList();
    }

    /** The districts directly below. */
    public List<District> children(DistrictCode code) {
        return Collections.unmodifiableList(byParent.getOrDefault(get(code).code(), List.of()));
    }

    /** The districts that include this one, nearest first. */
    public List<District> ancestors(DistrictCode code) {
        List<District> ancestors = new ArrayList<>();
        @Nullable DistrictCode above = get(code).parent();
        while (above != null) {
            District ancestor = get(above);
            ancestors.add(ancestor);
            above = ancestor.parent();
        }
        return Collections.unmodifiableList(ancestors);
    }

    /** The code and everything below it. */
    public Set<DistrictCode> withDescendants(DistrictCode code) {
        Set<DistrictCode> found = new LinkedHashSet<>();
        addWithDescendants(get(code), found);
        return Collections.unmodifiableSet(found);
    }

    private void addWithDescendants(District district, Set<DistrictCode> found) {
        found.add(district.code());
        children(district.code()).forEach(child -> addWithDescendants(child, found));
    }

    /**
     * Whose supporters an alert in this district calls: its own, those of all districts below it, and those who
     * registered for a district above, as that includes this one. Its siblings are not called.
     */
    public Set<DistrictCode> calledFor(DistrictCode code) {
        Set<DistrictCode> called = new LinkedHashSet<>(withDescendants(code));
        ancestors(code).forEach(ancestor -> called.add(ancestor.code()));
        return Collections.unmodifiableSet(called);
    }

    /**
     * Whom to call next after this district: those that the file names, or where it names none the {@value #NEAREST} nearest of the
     * same depth in the tree.
     */
    public List<District> neighbours(DistrictCode code) {
        District district = get(code);
        if (!district.neighbours().isEmpty()) {
            return district.neighbours().stream().map(this::get).toList();
        }
        int depth = ancestors(code).size();
        return nearest(district.centre(), byCode.size()).stream()
                .filter(other ->
                        !other.code().equals(code) && ancestors(other.code()).size() == depth)
                .limit(NEAREST)
                .toList();
    }

    /** Whether outer is inner or above it; false where either does not exist, so that a right to it is worth nothing. */
    public boolean covers(DistrictCode outer, DistrictCode inner) {
        return byCode.containsKey(outer)
                && byCode.containsKey(inner)
                && withDescendants(outer).contains(inner);
    }

    /**
     * Districts for a place: those whose outline holds it, smallest first, then the others by distance, to the metre;
     * among equals the one deeper in the tree comes first.
     */
    public List<District> nearest(Point point, int limit) {
        return byCode.values().stream()
                .map(district ->
                        Nearness.of(district, point, ancestors(district.code()).size()))
                .sorted()
                .limit(limit)
                .map(Nearness::district)
                .toList();
    }

    /** Whether the text is nothing but a code or a name, in whatever spelling. */
    public boolean isName(String text) {
        return search.isName(text);
    }

    /** Districts for what a person typed, best first, by code or by name in any language, in whatever spelling. */
    public List<District> search(String text, int limit) {
        return search.find(text, limit);
    }
}
