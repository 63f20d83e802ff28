package org.dabyl.rehearsal;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything of the rehearsal; none of it exists unless {@code dabyl.rehearsal.enabled} is true. */
@Configuration(proxyBeanMethods = false)
@OnlyInRehearsal
@EnableConfigurationProperties(RehearsalSettings.class)
class RehearsalConfiguration {
    private static final long UPLOAD = 20L * 1024 * 1024;

    @Bean
    SimulatedTelegram simulatedTelegram(Clock clock, RehearsalSettings settings) {
        return new SimulatedTelegram(clock, settings.limits(), settings.knownBots());
    }

    /** Room for pictures: Telegram takes 10 MB. */
    @Bean
    MultipartConfigElement rehearsalUploads() {
        return new MultipartConfigElement("", UPLOAD, UPLOAD, (int) UPLOAD);
    }
}
