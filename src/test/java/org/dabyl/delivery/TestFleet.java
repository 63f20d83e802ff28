package org.dabyl.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.dabyl.vault.SealedId;

/** Bots by number, whose names are known. */
public record TestFleet(List<BotId> bots) implements Fleet {

    public static TestFleet of(long... bots) {
        return new TestFleet(LongStream.of(bots).mapToObj(BotId::new).toList());
    }

    /** A person by number; the same person on another bot is another address. */
    public static Address person(long bot, int number) {
        return new Address(new BotId(bot), new SealedId("sealed-chat-%020d".formatted(number)));
    }

    @Override
    public Optional<String> username(BotId bot) {
        return Optional.of("bot_" + bot.value());
    }
}
