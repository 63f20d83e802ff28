package org.dabyl.telegram;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The connection of the real bot; without a token somebody else has to provide one. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

    @Bean
    @Conditional(TokenSet.class)
    Connection connection(TelegramSettings settings) {
        return Connection.of(settings);
    }

    @Bean
    Patience patience(TelegramSettings settings) {
        return Patience.of(settings.receiverLease());
    }
}
