package org.dabyl.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.RequestBody;
import okio.ByteString;
import org.dabyl.delivery.Message;
import org.dabyl.vault.ChatId;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** The bodies of {@code sendMessage}: what goes to many is written once, and only the chat is put in for each. */
final class Letters {

    private static final int MOST_KEPT = 64;
    private static final ChatId NOBODY = new ChatId(0);

    private final boolean protect;
    private final Map<Letter, ByteString> written = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Letter, ByteString> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Letter(Message message, boolean paid) {}

    Letters(boolean protect) {
        this.protect = protect;
    }

    /** The message to one chat; {@code paid} where it may cost Stars. */
    RequestBody to(ChatId chat, Message message, boolean paid) {
        byte[] head = ("{\"chat_id\":" + chat.value()).getBytes(StandardCharsets.UTF_8);
        ByteString rest = rest(new Letter(message, paid));
        byte[] body = new byte[head.length + rest.size()];
        System.arraycopy(head, 0, body, 0, head.length);
        rest.copyInto(0, body, head.length, rest.size());
        return RequestBody.create(body, Api.JSON);
    }

    /** What follows the chat. */
    private ByteString rest(Letter letter) {
        synchronized (written) {
            return written.computeIfAbsent(letter, this::write);
        }
    }

    private ByteString write(Letter letter) {
        SendMessage request = Requests.send(NOBODY, letter.message, protect);
        if (letter.paid) {
            request.setAllowPaidBroadcast(true);
        }
        ObjectNode body = Json.UPDATES.valueToTree(request);
        body.remove("chat_id");
        return ByteString.encodeUtf8("," + body.toString().substring(1));
    }
}
