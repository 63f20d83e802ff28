package org.dabyl.timetable;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Makes timetables that a test drives by hand. */
public final class TestTimetable {

    private TestTimetable() {}

    /** A timetable of just these steps; several on one Redis are a fleet. */
    public static Timetable of(StringRedisTemplate redis, Clock clock, Step... steps) {
        Map<String, Object> beans = Arrays.stream(steps).collect(Collectors.toMap(Step::kind, Function.identity()));
        return new Timetable(
                redis, clock, new Faults(clock), new StaticListableBeanFactory(beans).getBeanProvider(Step.class));
    }
}
