package org.dabyl.conversation;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;

/** A post that delivers nothing. */
class NoPost implements Post {

    @Override
    public OptionalLong send(Address to, Message message) {
        return OptionalLong.empty();
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return Edit.IMPOSSIBLE;
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {}

    @Override
    public void toast(Address to, String pressId, String text) {}
}
