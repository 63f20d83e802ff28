package org.dabyl.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;

/** A post that only deletes, and notes what. */
final class Deletions implements Post {

    final List<String> seen = new ArrayList<>();
    Edit outcome = Edit.DONE;

    @Override
    public Edit delete(Address to, List<Long> messageIds) {
        seen.add("delete " + messageIds.stream().sorted().toList() + " in "
                + to.bot().value());
        return outcome;
    }

    @Override
    public OptionalLong send(Address to, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void toast(Address to, String pressId, String text) {
        throw new UnsupportedOperationException();
    }
}
