package org.dabyl.conversation;

import java.util.Set;
import java.util.function.Consumer;
import org.dabyl.delivery.Address;

/** Hears what people say. */
@FunctionalInterface
public interface Listener {

    /**
     * Hears one thing; returns once it is handled and answered.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached: say it again later
     */
    void hear(Incoming incoming);

    /**
     * The same; what may be said only when what was said is done, and its turn has come, goes to {@code later}, so that nothing that
     * the person says next waits for it.
     */
    default void hear(Incoming incoming, Consumer<Runnable> later) {
        hear(incoming);
    }

    /**
     * Hears what was written while Redis could not be reached, more than half a minute ago.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached: say it again later
     */
    default void hearLate(Incoming incoming) {
        hear(incoming);
    }

    /**
     * Hears what happened in a channel or group.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached: say it again later
     */
    default void hear(InPublic event) {}

    /**
     * Tells a person, without Redis, that what they pressed cannot be done now.
     *
     * @return whether it must not be done later either
     */
    default boolean refuse(Incoming incoming) {
        return false;
    }

    /**
     * Which of these people are registered or organise, and so wait for no stranger.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached
     */
    default Set<Address> known(Set<Address> people) {
        return people;
    }

    /** Whether it counts among however many strangers: they register, or want to be gone. */
    default boolean counts(Incoming incoming) {
        return true;
    }

    /** What a stranger said was not heard, for there were too many of them. */
    default void passedOver(Address stranger) {}

    /** Whether there may be somebody whom it does not listen to now. */
    default boolean deafToSome() {
        return false;
    }

    /** Whether this need not even be kept: it is from somebody who went on although they were told that it is too much. */
    default boolean deaf(Incoming incoming) {
        return false;
    }

    /** The same for a press in a channel or group. */
    default boolean deaf(InPublic.Pressed press) {
        return false;
    }

    /** Tells a person who pressed in a channel or group, without Redis, that it cannot be done now; it counts later. */
    default void refuse(InPublic.Pressed press) {}
}
