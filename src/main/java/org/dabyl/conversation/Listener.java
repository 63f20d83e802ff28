package org.dabyl.conversation;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
     * In front of whom each of these people is served; a stranger where it is left out.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached
     */
    default Map<Address, Rank> ranks(Set<Address> people) {
        return people.stream().collect(Collectors.toMap(person -> person, person -> Rank.RESIDENT));
    }

    /**
     * Whether it counts among however many of this rank: they register, or want to be gone, and who is registered answers a call.
     */
    default boolean counts(Incoming incoming, Rank rank) {
        return true;
    }

    /** What a stranger said was not heard, for there were too many of them. */
    default void passedOver(Address stranger) {}

    /** Whether somebody goes on faster than people do, or, without patience, than they need to; counts one thing that they said. */
    default boolean hasty(Incoming incoming, boolean patience) {
        return false;
    }

    /** The same for a press in a channel or group. */
    default boolean hasty(InPublic.Pressed press, boolean patience) {
        return false;
    }

    /** Hears nothing of it, for they go on too fast while others wait; tells them where it is the first time. */
    default void holdOff(Incoming incoming) {}

    /** The same for a press in a channel or group. */
    default void holdOff(InPublic.Pressed press) {}

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
