package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Told;
import org.dabyl.report.Quorums;
import org.dabyl.store.Life;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Notices that far more people than usual register for a district, within an hour or, where they come slowly, within a day, and tells
 * its organisers: in numbers, each once an hour and once a day.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:joined:&lt;district&gt;:&lt;hour&gt;</td><td>string</td><td>how many registered in that hour since 1970</td>
 * <td>8 days</td></tr>
 * </table>
 */
@Component
final class Influx implements Step {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;

    /** So many times as many as are few in an hour are few in a day. */
    private static final int HOURS = 4;

    private static final String OF_A_DAY = "day";

    /** The usual is asked for no more often than at every so manieth registration. */
    private static final int EVERY = 10;

    private final StringRedisTemplate redis;
    private final InfluxSettings settings;
    private final Timetable timetable;
    private final Organisers organisers;
    private final Districts districts;
    private final Quorums quorums;
    private final Told told;
    private final Texts texts;
    private final OfficePost post;
    private final Clock clock;

    Influx(
            StringRedisTemplate redis,
            InfluxSettings settings,
            Timetable timetable,
            Organisers organisers,
            Districts districts,
            Quorums quorums,
            Told told,
            Texts texts,
            OfficePost post,
            Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.timetable = timetable;
        this.organisers = organisers;
        this.districts = districts;
        this.quorums = quorums;
        this.told = told;
        this.texts = texts;
        this.post = post;
        this.clock = clock;
    }

    /** Somebody registered for the district. */
    void joined(DistrictCode district) {
        long hour = clock.millis() / HOUR.toMillis();
        String key = key(district, hour);
        redis.opsForValue().setIfAbsent(key, "0", Life.JOINED.time());
        Long count = redis.opsForValue().increment(key);
        if (count != null && looks(count) && count >= settings.times() * lastWeek(district, hour) / (double) WEEK) {
            timetable.at(kind(), district.value() + ":" + hour, clock.instant());
        }
        if (count != null && count % EVERY == 1 && manyInADay(district, hour)) {
            timetable.at(kind(), district.value() + ":" + hour + ":" + OF_A_DAY, clock.instant());
        }
    }

    private boolean manyInADay(DistrictCode district, long hour) {
        long count = count(district, hour - DAY + 1, hour + 1);
        return count >= (long) HOURS * settings.atLeast()
                && count >= settings.times() * lastWeek(district, hour - DAY + 1) / 7.0;
    }

    private boolean looks(long count) {
        return count >= settings.atLeast() && (count - settings.atLeast()) % EVERY == 0;
    }

    @Override
    public String kind() {
        return "influx";
    }

    @Override
    public void run(String subject) {
        String[] parts = subject.split(":", 3);
        DistrictCode district = DistrictCode.parse(parts[0]).orElseThrow();
        long hour = Long.parseLong(parts[1]);
        boolean day = parts.length > 2;
        long from = day ? hour - DAY + 1 : hour;
        long count = count(district, from, hour + 1);
        long usual = lastWeek(district, from) / 7;
        Phrase phrase = day ? Phrase.INFLUX_OF_A_DAY : Phrase.INFLUX;
        told.each(
                "influx." + (day ? district.value() + ":" + OF_A_DAY + ":" + hour / DAY : subject),
                organisers.responsible(district),
                organiser -> post.send(organiser, news(phrase, district, count, usual, organiser.language())));
    }

    private Message news(Phrase phrase, DistrictCode district, long count, long usual, Language language) {
        String name = districts.nameOf(district, language.tag());
        return Message.titled(
                texts.get(language, phrase, name, texts.people(language, count)),
                texts.get(
                        language,
                        Phrase.INFLUX_BODY,
                        texts.people(language, usual),
                        quorums.of(district).days()),
                Keyboard.none());
    }

    /** How many registered in the week before that hour. */
    private long lastWeek(DistrictCode district, long hour) {
        return count(district, hour - WEEK, hour);
    }

    /** How many registered from one hour up to another. */
    private long count(DistrictCode district, long from, long to) {
        List<String> keys =
                LongStream.range(from, to).mapToObj(hour -> key(district, hour)).toList();
        List<? extends @Nullable String> counts = redis.opsForValue().multiGet(keys);
        return counts == null
                ? 0
                : counts.stream()
                        .flatMap(Stream::ofNullable)
                        .mapToLong(Long::parseLong)
                        .sum();
    }

    private static String key(DistrictCode district, long hour) {
        return "{dabyl}:joined:" + district.value() + ":" + hour;
    }
}
