package org.dabyl.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * A request of the library, answered as text.
 *
 * <p>The library's own reading fails on a field that it does not expect. A message that was sent would then look like one that
 * was not, and be sent again for ever.
 */
final class Call extends BotApiMethod<String> {

    private final String method;
    private final transient Object body;

    Call(String method, Object body) {
        this.method = method;
        this.body = body;
    }

    @JsonValue
    Object body() {
        return body;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }

    /** Left to Telegram: the library's complaint prints the text and the chat. */
    @Override
    public void validate() {}
}
