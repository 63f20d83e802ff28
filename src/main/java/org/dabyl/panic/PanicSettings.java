package org.dabyl.panic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may end a lock.
 *
 * @param unlock the owner, two organisers within five minutes, or nobody but who works on the machine; the machine always may
 */
@ConfigurationProperties("dabyl.panic")
public record PanicSettings(@DefaultValue("owner") Unlock unlock) {

    /** Who may end a lock in Telegram. */
    public enum Unlock {
        OWNER,
        TWO,
        MACHINE
    }
}
