package org.dabyl.telegram;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The connection of the real bot; without a token somebody else has to provide one. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

    private static final int AT_ONCE = 256;
    // of each bot; each holds at most one text of Telegram's: 4,096 characters
    private static final int IN_HAND = 4_000;

    @Bean
    @Conditional(TokenSet.class)
    Connection connection(TelegramSettings settings) {
        return Connection.of(settings);
    }

    @Bean
    Webhooks webhooks(
            Connection connection, TelegramSettings settings, WebhookSettings webhook, Environment environment) {
        // the rehearsal's Telegram is in this very program and needs no way in
        URI url = TokenSet.in(environment) ? webhook.url() : null;
        return Webhooks.of(url, connection.tokens(), settings.telegramApiUrl());
    }

    @Bean
    Patience patience(TelegramSettings settings) {
        return Patience.of(settings.receiverLease());
    }

    @Bean
    Roads roads() {
        return new Roads(AT_ONCE, IN_HAND);
    }
}
