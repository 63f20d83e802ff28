package org.dabyl;

import java.util.HashMap;
import java.util.Map;
import org.dabyl.telegram.TokenSet;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without a token the program rehearses; with one nothing can turn the rehearsal on.
 *
 * <p>The rehearsal keeps its data in a folder of its own: it must never mix with what real people entrusted to the program.
 */
class RehearsalByDefault implements EnvironmentPostProcessor {

    /** A crowd of thousands that registers within seconds is a flood anywhere else; unless it is set otherwise. */
    private static final Map<String, Object> CROWD = Map.of(
            "dabyl.quota.strangers", 1_000_000,
            "dabyl.quota.newcomers", 1_000_000,
            "dabyl.quota.registrations", 1_000_000,
            "dabyl.report.newcomers", 1_000_000,
            "dabyl.influx.at-least", 1_000_000);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!application.getAllSources().contains(Dabyl.class)) {
            // a command works on the data of the program, also where no token is at hand
            return;
        }
        boolean rehearse = !TokenSet.in(environment);
        Map<String, Object> settings = new HashMap<>(Map.of("dabyl.rehearsal.enabled", rehearse));
        if (rehearse) {
            settings.put("dabyl.data", environment.getProperty("dabyl.data", "data") + "/rehearsal");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("rehearsal", settings));
        if (rehearse) {
            environment.getPropertySources().addLast(new MapPropertySource("crowd", CROWD));
        }
    }
}
