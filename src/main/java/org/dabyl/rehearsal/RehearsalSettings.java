package org.dabyl.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code dabyl.rehearsal.*}.
 *
 * @param enabled whether this program serves the simulated Telegram; nothing of it exists otherwise
 * @param bots the bots it knows; one of token {@code 1000001:rehearsal} where none is named
 * @param perSecond messages and edits of one bot in any sliding second, 0 for no limit
 * @param paidPerSecond messages of one bot in any sliding second that it pays for, 0 for no limit
 * @param chatBurst messages one chat takes at once, after which it takes one a second, 0 for no limit
 * @param groupPerMinute messages in one group a minute, 0 for no limit
 * @param phones whether two phones are there from the start
 */
@ConfigurationProperties("dabyl.rehearsal")
public record RehearsalSettings(
        @DefaultValue("false") boolean enabled,
        @Nullable List<RehearsalBot> bots,
        @DefaultValue("30") int perSecond,
        @DefaultValue("1000") int paidPerSecond,
        @DefaultValue("5") int chatBurst,
        @DefaultValue("20") int groupPerMinute,
        @DefaultValue("true") boolean phones) {

    /** The bots that the simulated Telegram knows, at least one. */
    public List<RehearsalBot> knownBots() {
        return bots == null || bots.isEmpty()
                ? List.of(new RehearsalBot("1000001:rehearsal", "dabyl_rehearsal_bot"))
                : bots;
    }

    Limits limits() {
        return new Limits(perSecond, paidPerSecond, chatBurst, groupPerMinute);
    }
}
