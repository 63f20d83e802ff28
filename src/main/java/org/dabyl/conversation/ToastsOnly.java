package org.dabyl.conversation;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;

/** A post for who has said too much: no message and no edit, for these spend the bot's pace and toasts do not. */
record ToastsOnly(Post post) implements Post {

    @Override
    public OptionalLong send(Address to, Message message) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong photo(Address to, String file, String caption) {
        return OptionalLong.empty();
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return Edit.UNKNOWN;
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {}

    @Override
    public void toast(Address to, String pressId, String text) {
        post.toast(to, pressId, text);
    }
}
