package org.dabyl.rehearsal;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything of the rehearsal; none of it exists unless {@code dabyl.rehearsal.enabled} is true. */
@Configuration(proxyBeanMethods = false)
@OnlyInRehearsal
@EnableConfigurationProperties(RehearsalSettings.class)
class RehearsalConfiguration implements WebMvcConfigurer {
    private static final long UPLOAD = 20L * 1024 * 1024;

    @Bean
    RehearsalClock rehearsalClock(@Qualifier("machineClock") Clock machine) {
        return new RehearsalClock(machine);
    }

    @Bean
    SimulatedTelegram simulatedTelegram(
            RehearsalClock clock, @Qualifier("machineClock") Clock machine, RehearsalSettings settings) {
        return new SimulatedTelegram(clock, machine, settings.limits(), settings.knownBots());
    }

    @Bean
    Phones rehearsalPhones(SimulatedTelegram telegram, RehearsalSettings settings) {
        Phones phones = new Phones(telegram, settings.phones());
        telegram.afterReset(phones::restore);
        return phones;
    }

    @Bean
    Live rehearsalLive(SimulatedTelegram telegram, Phones phones) {
        Live live = new Live(phones);
        telegram.listen(live::note);
        return live;
    }

    @Bean
    Crowd rehearsalCrowd(SimulatedTelegram telegram, @Qualifier("machineClock") Clock machine) {
        Crowd crowd = new Crowd(telegram, machine, machine.millis());
        telegram.listen(crowd::notice);
        telegram.beforeReset(crowd::disperse);
        return crowd;
    }

    @Bean
    Guide rehearsalGuide(Phones phones, Crowd crowd, ObjectProvider<OwnerLink> ownerLink) {
        return new Guide(phones, crowd, ownerLink.getIfAvailable());
    }

    @Bean
    Morning rehearsalMorning(
            Phones phones,
            SimulatedTelegram telegram,
            Crowd crowd,
            RehearsalClock clock,
            @Qualifier("machineClock") Clock machine,
            ObjectProvider<OwnerLink> ownerLink) {
        Gathering gathering = new Gathering(clock);
        telegram.listen(gathering::notice);
        Morning morning = new Morning(phones, telegram, crowd, gathering, clock, machine, ownerLink.getIfAvailable());
        telegram.beforeReset(morning::forget);
        return morning;
    }

    @Bean
    Heartbeat rehearsalHeartbeat(SimulatedTelegram telegram, Live live, Crowd crowd, Morning morning) {
        return new Heartbeat(telegram, live, crowd, morning);
    }

    /** Room for pictures: Telegram takes 10 MB. */
    @Bean
    MultipartConfigElement rehearsalUploads() {
        return new MultipartConfigElement("", UPLOAD, UPLOAD, (int) UPLOAD);
    }

    /** Style and script lie beside the classes and not under {@code static}, so that they too are gone with a token. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/rehearsal/look/**").addResourceLocations("classpath:/org/dabyl/rehearsal/look/");
    }
}
