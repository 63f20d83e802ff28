package org.dabyl.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens to an alert by time.
 *
 * @param idle after which an alert ends by itself, counted from the last thing that anybody did in it
 * @param warning how long before that its organisers are told, and at least how long they have
 * @param homeCheck how long after the end those who came are asked whether they are home
 * @param homeAgain how long after that they are asked once more, and then how long until they are on a list
 * @param clearAfter how long after the end the bot's messages about it are deleted from the chats
 */
@ConfigurationProperties("dabyl.alert")
public record AlertSettings(
        @DefaultValue("12h") Duration idle,
        @DefaultValue("30m") Duration warning,
        @DefaultValue("60m") Duration homeCheck,
        @DefaultValue("30m") Duration homeAgain,
        @DefaultValue("24h") ClearAfter clearAfter) {

    public AlertSettings {
        if (warning.isNegative() || warning.compareTo(idle) >= 0) {
            throw new IllegalArgumentException("dabyl.alert.warning must be shorter than dabyl.alert.idle");
        }
    }
}
