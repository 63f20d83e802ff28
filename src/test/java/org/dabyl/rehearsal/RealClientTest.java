package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The client library that the program uses runs unchanged against the simulated Telegram. */
class RealClientTest {

    @Test
    void theRealClientIsServed() throws Exception {
        try (RehearsalServer server = RehearsalServer.start()) {
            TelegramUrl url = TelegramUrl.builder()
                    .schema("http")
                    .host("localhost")
                    .port(server.port())
                    .build();
            OkHttpTelegramClient client = new OkHttpTelegramClient(RehearsalServer.TOKEN, url);
            server.post("/rehearsal/persons/" + Phones.RESIDENT + "/texts", "{\"text\": \"/start\"}");

            List<Update> updates =
                    client.execute(GetUpdates.builder().timeout(1).build());
            assertThat(updates.getFirst().getMessage().getEntities())
                    .extracting(MessageEntity::getType)
                    .containsExactly("bot_command");
            Message sent = client.execute(SendMessage.builder()
                    .chatId(Phones.RESIDENT)
                    .text("Келесіз бе?")
                    .replyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(InlineKeyboardButton.builder()
                            .text("10 мин")
                            .callbackData("y")
                            .build()))))
                    .build());
            client.execute(EditMessageText.builder()
                    .chatId(Phones.RESIDENT)
                    .messageId(sent.getMessageId())
                    .text("Күтеміз")
                    .build());
            Message picture = client.execute(SendPhoto.builder()
                    .chatId(Phones.RESIDENT)
                    .photo(new InputFile(new ByteArrayInputStream(new byte[] {1}), "map.png"))
                    .caption("Карта")
                    .build());
            assertThat(picture.getCaption()).isEqualTo("Карта");
            client.execute(SetMyCommands.builder()
                    .command(new BotCommand("help", "Көмек"))
                    .build());
            TelegramApiRequestException refused = catchThrowableOfType(
                    TelegramApiRequestException.class,
                    () -> client.execute(
                            SendMessage.builder().chatId(99L).text("?").build()));
            assertThat(refused.getErrorCode()).isEqualTo(400);
            assertThat(refused.getApiResponse()).isEqualTo("Bad Request: chat not found");
        }
    }
}
