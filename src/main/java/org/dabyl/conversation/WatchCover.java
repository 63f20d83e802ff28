package org.dabyl.conversation;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dabyl.delivery.Language;
import org.dabyl.district.District;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.watch.Rota;
import org.dabyl.watch.Shift;
import org.springframework.stereotype.Component;

/** How many shifts are covered on each day of the week; never by whom. */
@Component
final class WatchCover {

    private static final int MOST_SHOWN = 30;

    private final Rota rota;
    private final Organisers organisers;
    private final Districts districts;
    private final Texts texts;
    private final Weekdays weekdays;

    WatchCover(Rota rota, Organisers organisers, Districts districts, Texts texts) {
        this.rota = rota;
        this.organisers = organisers;
        this.districts = districts;
        this.texts = texts;
        this.weekdays = new Weekdays(texts);
    }

    /** One line a district of this organiser; those where nobody watches are left out. */
    String lines(Organiser organiser, Language language) {
        List<String> lines = districts.all().stream()
                .filter(district -> organisers.mayCall(organiser, district.code()))
                .map(district -> line(district, rota.in(district.code()), language))
                .filter(line -> !line.isEmpty())
                .limit(MOST_SHOWN)
                .toList();
        return texts.get(language, Phrase.WATCH_COVER) + "\n"
                + (lines.isEmpty() ? texts.get(language, Phrase.WATCH_COVER_NONE) : String.join("\n", lines));
    }

    private String line(District district, List<Shift> shifts, Language language) {
        if (shifts.isEmpty()) {
            return "";
        }
        String days = Arrays.stream(DayOfWeek.values())
                .map(day -> weekdays.name(day, language) + " "
                        + shifts.stream().filter(shift -> shift.day() == day).count())
                .collect(Collectors.joining(" · "));
        return district.name(language.tag()) + ": " + days;
    }
}
