package org.dabyl.rehearsal;

import java.util.Optional;

/** Where the guide finds the link that makes a chat the owner; the program may provide one such bean. */
@FunctionalInterface
public interface OwnerLink {
    /** The link as long as nobody has used it. */
    Optional<String> current();
}
