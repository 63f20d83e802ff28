package org.dabyl.supporter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;

/**
 * How a supporter is written in Redis: {@code kk|shanyrak-1,ulzhan|10|car,law|20780|20780,20791|692}, with days counted from
 * 1970: that of the first registration, then one for each district; then their {@link Use}. Where only the first is written, as it
 * once was, it is that of all.
 *
 * <p>Short, for there may be a million of them; the language stands first, where the claiming script reads it.
 */
final class SupporterForm {

    private SupporterForm() {}

    static String write(Supporter supporter) {
        return String.join(
                "|",
                supporter.language().tag(),
                supporter.districts().stream().map(DistrictCode::value).collect(Collectors.joining(",")),
                Integer.toString(supporter.minutes()),
                supporter.skills().stream().map(SupporterForm::name).collect(Collectors.joining(",")),
                Long.toString(supporter.since().toEpochDay()),
                supporter.districts().stream()
                        .map(code -> supporter.joined().getOrDefault(code, supporter.since()))
                        .map(day -> Long.toString(day.toEpochDay()))
                        .collect(Collectors.joining(",")),
                supporter.use().form());
    }

    /** A skill's name in forms and keys. */
    static String name(Skill skill) {
        return skill.name().toLowerCase(Locale.ROOT);
    }

    static Supporter read(String form) {
        String[] fields = form.split("\\|", -1);
        Set<DistrictCode> districts = Arrays.stream(fields[1].split(","))
                .filter(code -> !code.isEmpty())
                .map(DistrictCode::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Skill> skills = EnumSet.noneOf(Skill.class);
        Arrays.stream(fields[3].split(","))
                .filter(skill -> !skill.isEmpty())
                .forEach(skill -> skills.add(Skill.valueOf(skill.toUpperCase(Locale.ROOT))));
        LocalDate since = LocalDate.ofEpochDay(Long.parseLong(fields[4]));
        return new Supporter(
                Language.of(fields[0]),
                districts,
                Integer.parseInt(fields[2]),
                skills,
                since,
                joined(districts, fields),
                fields.length > 6 ? Use.read(fields[6]) : Use.on(since));
    }

    private static Map<DistrictCode, LocalDate> joined(Set<DistrictCode> districts, String... fields) {
        Iterator<String> days = List.of(fields.length > 5 ? fields[5].split(",") : new String[0])
                .iterator();
        Map<DistrictCode, LocalDate> joined = new LinkedHashMap<>();
        districts.forEach(code ->
                joined.put(code, LocalDate.ofEpochDay(Long.parseLong(days.hasNext() ? days.next() : fields[4]))));
        return joined;
    }
}
