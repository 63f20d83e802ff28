package org.dabyl.supporter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Handover.Registering;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Everyone who registered.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>supporters</td><td>hash</td><td>sealed chat → {@link SupporterForm}</td><td>until they leave</td></tr>
 * <tr><td>district:&lt;code&gt;</td><td>set</td><td>sealed chats registered for just this district</td><td>until they leave</td></tr>
 * <tr><td>skill:&lt;skill&gt;</td><td>set</td><td>sealed chats of those who can bring it</td><td>until they leave</td></tr>
 * <tr><td>muted</td><td>sorted set</td><td>sealed chat → ms until which nothing is sent</td><td>until then</td></tr>
 * </table>
 */
@Component
public class Supporters implements Trace {

    /** Of fewer, nobody is told how many they are. */
    public static final int FEW = 5;

    private static final Script<Long> SAVE = Script.beside(Supporters.class, "save.lua", Long.class);
    private static final Script<Long> LEAVE = Script.beside(Supporters.class, "leave.lua", Long.class);
    private static final Script<Long> REACH = Script.beside(Supporters.class, "reach.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Clock clock;
    private final Together<String, String, Optional<String>> forms;

    Supporters(StringRedisTemplate redis, Fleet fleet, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.clock = clock;
        this.forms = Together.fields(redis);
    }

    /** The key of those registered for just this district, on one bot. */
    public static String key(BotId bot, DistrictCode code) {
        return bot.key("district:" + code.value());
    }

    /** The key of those who can bring something, on one bot. */
    public static String key(BotId bot, Skill skill) {
        return bot.key("skill:" + SupporterForm.name(skill));
    }

    public Optional<Supporter> find(Address person) {
        return form(person).map(SupporterForm::read);
    }

    /** Registers for a district; one already registered keeps everything else, their language among it. */
    public Supporter register(Address person, DistrictCode code, Language language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rewrite(
                        person,
                        known -> Optional.of(known.orElseGet(() -> Supporter.fresh(language, today))
                                .with(code, today)))
                .orElseThrow();
    }

    /** Takes one district away; who has none left is forgotten, and the answer is empty. */
    public Optional<Supporter> unregister(Address person, DistrictCode code) {
        return rewrite(person, known -> known.map(supporter -> supporter.without(code)));
    }

    /**
     * Changes what is kept about a registered person; empty where they are not registered.
     *
     * @param change asked again where the person was changed meanwhile
     */
    public Optional<Supporter> change(Address person, UnaryOperator<Supporter> change) {
        return rewrite(person, known -> known.map(change));
    }

    /** The person said or pressed something; written once a month. */
    public void heard(Address person, Supporter known) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!known.use().equals(Use.on(today))) {
            change(person, now -> now.heardOn(today));
        }
    }

    /** Sends nothing until then; a time that is past unmutes. */
    public void mute(Address person, Instant until) {
        String key = person.bot().key("muted");
        String chat = person.chat().value();
        if (until.isAfter(clock.instant())) {
            redis.opsForZSet().add(key, chat, (double) until.toEpochMilli());
        } else {
            redis.opsForZSet().remove(key, chat);
        }
    }

    /** Until when nothing is sent; empty where the person is not muted now. */
    public Optional<Instant> mutedUntil(Address person) {
        Double until = redis.opsForZSet()
                .score(person.bot().key("muted"), person.chat().value());
        return Optional.ofNullable(until)
                .map(ms -> Instant.ofEpochMilli(ms.longValue()))
                .filter(clock.instant()::isBefore);
    }

    /** How many people a call to these districts reaches now, each counted once, the muted left out. */
    public long reach(Collection<DistrictCode> codes) {
        long people = 0;
        for (BotId bot : fleet.bots()) {
            List<String> keys = new ArrayList<>(List.of(bot.key("reach"), bot.key("muted")));
            codes.forEach(code -> keys.add(key(bot, code)));
            people += REACH.run(redis, keys, clock.millis());
        }
        return people;
    }

    /** How somebody who brings this form from another bot is registered here, with what is kept of them here already. */
    public Registering joining(String brought, Address here) {
        Optional<String> before = form(here);
        Supporter coming = SupporterForm.read(brought);
        Supporter joined = before.map(SupporterForm::read)
                .map(known -> known.joinedBy(coming))
                .orElse(coming);
        return new Registering(before.orElse(""), SupporterForm.write(joined), List.copyOf(sets(here.bot(), joined)));
    }

    /** Those of these who are registered at the bot. */
    public Map<SealedId, Supporter> among(BotId bot, List<SealedId> chats) {
        List<String> forms = redis.<String, String>opsForHash()
                .multiGet(
                        bot.key("supporters"),
                        chats.stream().map(SealedId::value).toList());
        Map<SealedId, Supporter> registered = new HashMap<>();
        for (int i = 0; i < chats.size(); i++) {
            String form = forms.get(i);
            if (form != null) {
                registered.put(chats.get(i), SupporterForm.read(form));
            }
        }
        return registered;
    }

    /** How many are registered at the bot. */
    public long number(BotId bot) {
        return redis.opsForHash().size(bot.key("supporters"));
    }

    @Override
    public void erase(Address person) {
        BotId bot = person.bot();
        LEAVE.run(
                redis,
                List.of(bot.key("supporters"), bot.key("muted")),
                person.chat().value(),
                bot.key("district:"),
                bot.key("skill:"));
    }

    @Override
    public Turn turn() {
        return Turn.FIRST;
    }

    /**
     * Tries until nobody wrote in between: else a chat could stay in a set that its form no longer names, or come back after
     * leaving.
     */
    private Optional<Supporter> rewrite(Address person, UnaryOperator<Optional<Supporter>> change) {
        while (true) {
            Optional<String> before = form(person);
            Optional<Supporter> after = change.apply(before.map(SupporterForm::read));
            if (after.isEmpty()) {
                return after;
            }
            if (after.get().districts().isEmpty()) {
                erase(person);
                return Optional.empty();
            }
            if (save(person, before, after.get())) {
                return after;
            }
        }
    }

    private boolean save(Address person, Optional<String> before, Supporter after) {
        Set<String> stays = sets(person.bot(), after);
        Set<String> left = new LinkedHashSet<>(before.map(SupporterForm::read)
                .map(known -> sets(person.bot(), known))
                .orElse(Set.of()));
        left.removeAll(stays);
        List<String> keys = new ArrayList<>(List.of(person.bot().key("supporters")));
        keys.addAll(stays);
        keys.addAll(left);
        return SAVE.run(redis, keys, person.chat().value(), before.orElse(""), SupporterForm.write(after), stays.size())
                == 1;
    }

    /** The sets that a supporter stands in. */
    private static Set<String> sets(BotId bot, Supporter supporter) {
        Set<String> sets = new LinkedHashSet<>();
        supporter.districts().forEach(code -> sets.add(key(bot, code)));
        supporter.skills().forEach(skill -> sets.add(key(bot, skill)));
        return sets;
    }

    private Optional<String> form(Address person) {
        return forms.ask(person.bot().key("supporters"), person.chat().value());
    }
}
