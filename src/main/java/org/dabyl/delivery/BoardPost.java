package org.dabyl.delivery;

import java.util.OptionalLong;
import org.dabyl.delivery.Reserve.Rank;

/** The post at the rank of boards. */
record BoardPost(PacedPost post) implements Post {

    @Override
    public OptionalLong send(Address to, Message message) {
        return post.send(Rank.BOARD, to, message);
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return post.edit(Rank.BOARD, to, messageId, message);
    }

    @Override
    public void replace(Address to, long messageId, Message message) {
        post.replace(to, messageId, message);
    }

    @Override
    public void toast(Address to, String pressId, String text) {
        post.toast(to, pressId, text);
    }
}
