package org.dabyl.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.SentMessages.Note;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that gives slots of answers, boards and edits back, and notes what was sent. */
record Release(StringRedisTemplate redis, DeliverySettings settings) {

    private static final Script<Long> SCRIPT = Script.beside(Release.class, "release.lua", Long.class);

    /** What became of the call that a slot was for. */
    enum Call {
        ANSWERED("1"),
        UNANSWERED("0"),
        /** There was nothing to call any more. */
        NONE("");

        private final String tag;

        Call(String tag) {
            this.tag = tag;
        }
    }

    /**
     * A slot that is not needed any more.
     *
     * @param credit microseconds by which the slot may be free earlier, after a call; without one it is free at once
     * @param pause how long the bot was told to wait
     * @param note what is to be noted of it
     */
    record Used(String slot, long credit, Duration pause, Call call, Note note) {

        /** Nothing is noted of it. */
        Used(String slot, long credit, Duration pause, Call call) {
            this(slot, credit, pause, call, Note.NONE);
        }
    }

    /** Gives slots back; the bot pauses and slows down where it was told to wait. */
    long run(BotId bot, List<Used> slots) {
        List<Object> arguments = new ArrayList<>(List.of(settings.broadcastRate(), SentMessages.LIFE.toMillis()));
        for (Used slot : slots) {
            arguments.addAll(List.of(slot.slot(), slot.credit(), slot.pause().toMillis(), slot.call().tag));
            arguments.addAll(
                    List.of(slot.note().key(), String.join(",", slot.note().ids())));
        }
        return SCRIPT.run(redis, List.of(bot.key("")), arguments.toArray());
    }
}
