package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.dabyl.delivery.BotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {

    private static final URI TELEGRAM = URI.create("https://api.telegram.org");
    private static final Token ONE = new Token("123456:fake-Token_1");
    private static final Token OTHER = new Token("123456:fake-Token_2");

    @Test
    void theAddressNamesTheBotAndNotTheToken() {
        Webhook webhook = Webhook.of(URI.create("https://example.org/dabyl/"), ONE);
        assertThat(webhook.url()).isEqualTo("https://example.org/dabyl/webhook/123456");
        assertThat(webhook).hasToString("Webhook");
    }

    @Test
    void theSecretIsOneThatTelegramTakesAndTheSameOnEveryInstance() {
        URI base = URI.create("https://example.org");
        String secret = Webhook.of(base, ONE).secret();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}").doesNotContain("fake");
        assertThat(Webhook.of(base, ONE).secret()).isEqualTo(secret);
        assertThat(Webhook.of(base, OTHER).secret()).isNotEqualTo(secret);
    }

    @Test
    void onlyTheSecretOpens() {
        Webhook webhook = Webhook.of(URI.create("https://example.org"), ONE);
        assertThat(webhook.opensWith(webhook.secret())).isTrue();
        assertThat(webhook.opensWith(webhook.secret() + "x")).isFalse();
        assertThat(webhook.opensWith("")).isFalse();
        assertThat(webhook.opensWith(null)).isFalse();
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(Webhooks.of(null, List.of(ONE), TELEGRAM).find(new BotId(123456)))
                .isNull();
        assertThat(Webhooks.of(URI.create(""), List.of(ONE), TELEGRAM).find(new BotId(123456)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org:8080",
                "example.org",
                "https:///x",
                "https://example.org/?a=b",
                "https://example.org/#a",
                "ftp://example.org"
            })
    void whatTelegramWouldRefuseIsRefusedAtTheStart(String url) {
        assertThatThrownBy(() -> Webhooks.of(URI.create(url), List.of(ONE), TELEGRAM))
                .isInstanceOf(WrongConnection.class)
                .hasMessageNotContaining("fake");
    }

    @Test
    void aBotApiServerOfOnesOwnBringsUpdatesAnywhere() {
        URI own = URI.create("http://127.0.0.1:8081");
        assertThat(Webhooks.of(URI.create("http://127.0.0.1:9000"), List.of(ONE), own)
                        .find(new BotId(123456)))
                .isNotNull();
    }
}
