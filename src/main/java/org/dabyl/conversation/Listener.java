package org.dabyl.conversation;

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
     * Hears what was written while Redis could not be reached, more than half a minute ago.
     *
     * @throws org.springframework.dao.DataAccessException where Redis cannot be reached: say it again later
     */
    default void hearLate(Incoming incoming) {
        hear(incoming);
    }

    /**
     * Tells a person, without Redis, that what they pressed cannot be done now.
     *
     * @return whether it must not be done later either
     */
    default boolean refuse(Incoming incoming) {
        return false;
    }
}
