package org.dabyl.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The post in another manner. */
record RankedPost(PacedPost post, Manner manner) implements Post {

    @Override
    public OptionalLong send(Address to, Message message) {
        return post.send(manner, to, message);
    }

    @Override
    public OptionalLong photo(Address to, String file, String caption) {
        return post.photo(manner, to, file, caption);
    }

    @Override
    public OptionalLong send(Address to, Picture picture) {
        return post.send(manner, to, picture);
    }

    @Override
    public Edit edit(Address to, long messageId, Message message) {
        return post.edit(manner, to, messageId, message);
    }

    @Override
    public Edit delete(Address to, List<Long> messageIds) {
        return post.delete(manner, to, messageIds);
    }

    @Override
    public void replace(Address to, long messageId, Supplier<Message> message) {
        post.replace(manner, to, messageId, message);
    }

    @Override
    public void toast(Address to, String pressId, String text) {
        post.toast(to, pressId, text);
    }

    @Override
    public Post boards() {
        return new RankedPost(post, manner.as(Reserve.Rank.BOARD));
    }

    @Override
    public Post once() {
        return new RankedPost(post, manner.once());
    }

    @Override
    public Post newcomers() {
        return new RankedPost(post, manner.as(Reserve.Rank.NEWCOMER));
    }

    @Override
    public Post vital() {
        return new RankedPost(post, manner.as(Reserve.Rank.VITAL));
    }

    @Override
    public Post farewell() {
        return post.farewell();
    }

    @Override
    public Post onlyIf(BooleanSupplier wanted) {
        return new RankedPost(post, manner.onlyIf(wanted));
    }

    @Override
    public Post onlyWhile(BooleanSupplier wanted) {
        return new RankedPost(post, manner.onlyWhile(wanted));
    }

    @Override
    public Post answering(long messageId) {
        return new RankedPost(post, manner.answering(messageId));
    }
}
