package org.dabyl.telegram;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Telegram brings updates by itself; where no address is set the program fetches them, which needs no open port.
 *
 * @param url the public https address behind which {@code /webhook/<bot id>} of this program lies
 * @param bodyLimit the largest update that is read; Telegram's are some ten thousand bytes at most
 */
@ConfigurationProperties("dabyl.webhook")
record WebhookSettings(
        @Nullable URI url, @DefaultValue("1MB") DataSize bodyLimit) {}
