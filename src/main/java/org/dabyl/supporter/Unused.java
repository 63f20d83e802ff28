package org.dabyl.supporter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Registrations that nobody has used for long. */
@Component
public class Unused {

    private static final int PAGE = 1000;

    private final StringRedisTemplate redis;
    private final Supporters supporters;
    private final UnusedSettings settings;
    private final Clock clock;

    Unused(StringRedisTemplate redis, Supporters supporters, UnusedSettings settings, Clock clock) {
        this.redis = redis;
        this.supporters = supporters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Today, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Shows those of a bot who are to be asked whether to keep them, and those who were asked and did not answer in time. */
    public void each(BotId bot, Consumer<Address> toAsk, Consumer<Address> toErase) {
        scan(bot, (person, supporter) -> {
            if (supporter.use().unanswered(settings.answer(), today())) {
                toErase.accept(person);
            } else if (supporter.use().asked().isEmpty() && silent(supporter)) {
                toAsk.accept(person);
            }
        });
    }

    /** Whether they are still to be erased: they may have been heard since they were shown. */
    public boolean stillUnanswered(Address person) {
        return supporters
                .find(person)
                .filter(known -> known.use().unanswered(settings.answer(), today()))
                .isPresent();
    }

    /** They were asked on that day. */
    public void asked(Address person, LocalDate day) {
        supporters.change(person, known -> silent(known) ? known.askedOn(day) : known);
    }

    private boolean silent(Supporter supporter) {
        return supporter.use().silentFor(settings.after(), today());
    }

    private void scan(BotId bot, BiConsumer<Address, Supporter> reader) {
        ScanOptions pages = ScanOptions.scanOptions().count(PAGE).build();
        try (Cursor<Map.Entry<String, String>> cursor =
                redis.<String, String>opsForHash().scan(bot.key("supporters"), pages)) {
            cursor.forEachRemaining(entry -> reader.accept(
                    new Address(bot, new SealedId(entry.getKey())), SupporterForm.read(entry.getValue())));
        }
    }
}
