package org.dabyl.conversation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the organisers of a district are told that unusually many register for it.
 *
 * @param atLeast how many in an hour are few whatever is usual, and four times as many in a day; from 1
 * @param times how many times as many as in a usual hour, or day, of the week before are unusual, from 1
 */
@ConfigurationProperties("dabyl.influx")
record InfluxSettings(
        @DefaultValue("50") int atLeast, @DefaultValue("10") int times) {

    InfluxSettings {
        if (atLeast < 1 || times < 1) {
            throw new IllegalArgumentException("dabyl.influx.at-least and dabyl.influx.times must be numbers from 1");
        }
    }
}
