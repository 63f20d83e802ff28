package org.dabyl.supporter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;

/**
 * A person who can be called.
 *
 * @param language what they read
 * @param districts what they registered for, in the order they chose; never empty once saved
 * @param minutes how soon they can usually be there; 0 where they did not say
 * @param skills what they can bring
 * @param since the day of their first registration, in UTC
 * @param joined the day on which they registered for each of their districts, in UTC
 * @param use whether they are still heard
 */
public record Supporter(
        Language language,
        Set<DistrictCode> districts,
        int minutes,
        Set<Skill> skills,
        LocalDate since,
        Map<DistrictCode, LocalDate> joined,
        Use use) {

    /** Someone who registers now. */
    static Supporter fresh(Language language, LocalDate today) {
        return new Supporter(language, Set.of(), 0, Set.of(), today, Map.of(), Use.on(today));
    }

    /** With the district; one that is theirs already keeps its day. */
    public Supporter with(DistrictCode code, LocalDate today) {
        Set<DistrictCode> more = new LinkedHashSet<>(districts);
        more.add(code);
        Map<DistrictCode, LocalDate> days = new LinkedHashMap<>(joined);
        days.putIfAbsent(code, today);
        return new Supporter(language, more, minutes, skills, since, days, use);
    }

    /** With what the same person said elsewhere; where both say something, this counts. */
    Supporter joinedBy(Supporter other) {
        Set<DistrictCode> all = new LinkedHashSet<>(districts);
        all.addAll(other.districts);
        Set<Skill> can = EnumSet.noneOf(Skill.class);
        can.addAll(skills);
        can.addAll(other.skills);
        Map<DistrictCode, LocalDate> days = new LinkedHashMap<>(other.joined);
        joined.forEach((code, day) -> days.merge(code, day, (one, two) -> one.isBefore(two) ? one : two));
        return new Supporter(
                language,
                all,
                minutes == 0 ? other.minutes : minutes,
                can,
                since.isBefore(other.since) ? since : other.since,
                days,
                use.month() < other.use.month() ? other.use : use);
    }

    public Supporter without(DistrictCode code) {
        Set<DistrictCode> fewer = new LinkedHashSet<>(districts);
        fewer.remove(code);
        Map<DistrictCode, LocalDate> days = new LinkedHashMap<>(joined);
        days.remove(code);
        return new Supporter(language, fewer, minutes, skills, since, days, use);
    }

    public Supporter speaking(Language other) {
        return new Supporter(other, districts, minutes, skills, since, joined, use);
    }

    public Supporter within(int otherMinutes) {
        return new Supporter(language, districts, otherMinutes, skills, since, joined, use);
    }

    /** Heard on this day. */
    Supporter heardOn(LocalDate today) {
        return new Supporter(language, districts, minutes, skills, since, joined, Use.on(today));
    }

    /** Asked on this day whether to keep them. */
    Supporter askedOn(LocalDate today) {
        return new Supporter(language, districts, minutes, skills, since, joined, use.askedOn(today));
    }

    /** With the skill where it was missing, without it where it was there. */
    public Supporter toggling(Skill skill) {
        Set<Skill> changed = EnumSet.noneOf(Skill.class);
        changed.addAll(skills);
        if (!changed.remove(skill)) {
            changed.add(skill);
        }
        return new Supporter(language, districts, minutes, changed, since, joined, use);
    }
}
