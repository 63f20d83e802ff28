package org.dabyl.delivery;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dabyl.delivery.Reserve.Rank;

/** The post at another rank than that of answers; pictures keep theirs. */
record RankedPost(PacedPost post, Rank rank) implements Post {

    @Override
    public OptionalLong send(Address to, Message message) {
        return post.send(rank, to, message);
    }

    @Override
    public OptionalLong photo(Address to, String file, String caption) {
        return post.photo(to, file, caption);
    }

    @Override
    public OptionalLong send(Address to, Picture picture) {
        return post.send(to, picture);
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return post.edit(rank, to, messageId, message);
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {
        post.replace(to, messageId, message);
    }

    @Override
    public void toast(Address to, String pressId, String text) {
        post.toast(to, pressId, text);
    }
}
