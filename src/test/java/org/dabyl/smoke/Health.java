package org.dabyl.smoke;

import org.springframework.boot.health.contributor.HealthIndicator;

/** What the program says about its own health. */
final class Health {

    private Health() {}

    static String of(Town town, String name) {
        HealthIndicator indicator = town.program().getBean(name + "HealthIndicator", HealthIndicator.class);
        return String.valueOf(indicator.health());
    }
}
