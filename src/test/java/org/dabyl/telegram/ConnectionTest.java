package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.dabyl.delivery.BotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionTest {

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    // not a @Configuration: a scan of the whole program must not find it
    @EnableConfigurationProperties({TelegramSettings.class, WebhookSettings.class})
    @Import(TelegramConfiguration.class)
    static class Settings {}

    @Test
    void bothSettingsTogetherAreAFleet() {
        program.withPropertyValues("dabyl.bot-token=1:a", "dabyl.bots[0].token= 2:b ", "dabyl.bots[1].token=")
                .run(context -> assertThat(context.getBean(Connection.class).tokens())
                        .extracting(Token::bot)
                        .containsExactly(new BotId(1), new BotId(2)));
    }

    @Test
    void telegramIsTheDefault() {
        program.withPropertyValues("dabyl.bots[0].token=2:b").run(context -> assertThat(
                        context.getBean(Connection.class).api().get())
                .isEqualTo(URI.create("https://api.telegram.org")));
    }

    @Test
    void withoutATokenThereIsNoConnection() {
        program.withPropertyValues("dabyl.bot-token= ")
                .run(context -> assertThat(context).hasFailed().getFailure().hasMessageContaining("Connection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", ":secret", "12a:secret", "12:", "12:sec ret", "12:sec/ret", "0:secret"})
    void aMalformedTokenIsRefusedWithoutBeingShown(String token) {
        assertThatThrownBy(() -> new Token(token))
                .isInstanceOf(WrongConnection.class)
                .hasMessageNotContaining("sec")
                .hasMessageContaining("malformed");
    }

    @Test
    void twoTokensOfOneBotAreRefused() {
        program.withPropertyValues("dabyl.bot-token=1:a", "dabyl.bots[0].token=1:b")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(WrongConnection.class)
                        .hasMessageContaining("same bot"));
    }

    @Test
    void theServersAddressHasToBeOne() {
        program.withPropertyValues("dabyl.bot-token=1:a", "dabyl.telegram-api-url=ftp://x")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().isInstanceOf(WrongConnection.class));
    }

    @Test
    void theRefusalIsASentenceAndNoStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--dabyl.bot-token=12-secret")).isNotNull();

        assertThat(output.getAll())
                .contains("A bot token is malformed")
                .doesNotContain("12-secret")
                .doesNotContain("\tat ");
    }

    @Test
    void settingsAndTokensPrintAsTheirType() {
        TelegramSettings.FleetBot bot = new TelegramSettings.FleetBot("1:secret");
        assertThat(bot + " " + new Token("1:secret")).isEqualTo("FleetBot Token");
    }
}
