package org.dabyl.organiser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Everyone who may call.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:organisers</td><td>hash</td><td>sealed chat → {@link OrganiserForm}</td><td>until they step down</td></tr>
 * </table>
 */
@Component
public class Organisers implements Belongings {

    static final String KEY = "{dabyl}:organisers";

    /** Who of them is cut off; kept by {@link Suspensions}. */
    static final String SUSPENDED = "{dabyl}:suspended";

    private static final Script<Long> MOVE = Script.beside(Organisers.class, "move.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Districts districts;
    private final Together<String, String, Optional<String>> forms;

    Organisers(StringRedisTemplate redis, Districts districts) {
        this.redis = redis;
        this.districts = districts;
        this.forms = Together.fields(redis);
    }

    /** Who may call; one who is suspended is found by {@link #suspended(Address)} alone. */
    public Optional<Organiser> find(Address person) {
        return appointed(person).filter(organiser -> !isSuspended(organiser));
    }

    /** Whether this person is an organiser, and not cut off. */
    public boolean inOffice(Address person) {
        return find(person).isPresent();
    }

    /** An organiser whom two others have cut off. */
    public Optional<Organiser> suspended(Address person) {
        return appointed(person).filter(this::isSuspended);
    }

    /** Every organiser who is cut off. */
    public List<Organiser> suspended() {
        Set<Object> suspended = redis.opsForHash().keys(SUSPENDED);
        return appointed().stream()
                .filter(organiser ->
                        suspended.contains(organiser.address().chat().value()))
                .toList();
    }

    /** Who was ever appointed, suspended or not. */
    public Optional<Organiser> appointed(Address person) {
        return forms.ask(KEY, person.chat().value())
                .map(form -> OrganiserForm.read(person.chat(), form))
                .filter(organiser -> organiser.address().bot().equals(person.bot()));
    }

    /** Which of these chats are organisers', at whichever bot. */
    public Set<SealedId> among(List<SealedId> chats) {
        List<String> found = redis.<String, String>opsForHash()
                .multiGet(KEY, chats.stream().map(SealedId::value).toList());
        Set<SealedId> organisers = new HashSet<>();
        for (int i = 0; i < chats.size(); i++) {
            if (found.get(i) != null) {
                organisers.add(chats.get(i));
            }
        }
        return organisers;
    }

    public boolean isSuspended(Organiser organiser) {
        return suspendedSince(organiser).isPresent();
    }

    /** Since when the organiser is suspended, in ms; empty for who is not. */
    public Optional<String> suspendedSince(Organiser organiser) {
        return forms.ask(SUSPENDED, organiser.address().chat().value());
    }

    /** The bot that an organiser last spoke to; empty for who is none. */
    public Optional<BotId> botOf(SealedId chat) {
        return forms.ask(KEY, chat.value())
                .map(form -> OrganiserForm.read(chat, form).address().bot());
    }

    /** Organisers whom this bot reaches. */
    public List<Organiser> at(BotId bot) {
        return all().stream()
                .filter(organiser -> organiser.address().bot().equals(bot))
                .toList();
    }

    /** Every organiser, once. */
    public List<Organiser> everyone() {
        return all();
    }

    @Override
    public void bring(Address from, Address to) {
        MOVE.run(
                redis,
                List.of(KEY),
                from.chat().value(),
                from.bot().value(),
                to.bot().value());
    }

    /** Whether the organiser may call for the district: it or one above it is theirs. */
    public boolean mayCall(Organiser organiser, DistrictCode code) {
        return organiser.owner() || organiser.districts().stream().anyMatch(own -> districts.covers(own, code));
    }

    /** Whether what is about these districts is the organiser's business: they may call for one of them, or it is about all. */
    public boolean concerns(Organiser organiser, Set<DistrictCode> where) {
        return where.isEmpty() || where.stream().anyMatch(code -> mayCall(organiser, code));
    }

    /** Everyone who may call for the district. */
    public List<Organiser> responsible(DistrictCode code) {
        return all().stream().filter(organiser -> mayCall(organiser, code)).toList();
    }

    /** Everyone who may call for any of the districts. */
    public List<Organiser> responsible(Collection<DistrictCode> codes) {
        return all().stream()
                .filter(organiser -> codes.stream().anyMatch(code -> mayCall(organiser, code)))
                .toList();
    }

    /**
     * Who is asked one after the other where nobody answers for a district: its own organisers, which may be none; those of the
     * districts around it, the nearest first; the owners.
     */
    public List<List<Organiser>> line(DistrictCode code) {
        List<Organiser> everyone = all();
        List<List<Organiser>> line = new ArrayList<>();
        line.add(of(everyone, code));
        districts.find(code).map(known -> districts.ancestors(known.code())).orElse(List.of()).stream()
                .map(around -> of(everyone, around.code()))
                .filter(some -> !some.isEmpty())
                .forEach(line::add);
        line.add(everyone.stream().filter(Organiser::owner).toList());
        return line;
    }

    private static List<Organiser> of(List<Organiser> everyone, DistrictCode code) {
        return everyone.stream()
                .filter(organiser -> !organiser.owner() && organiser.districts().contains(code))
                .toList();
    }

    /** Also one who is suspended is known: no link may make a second owner. */
    public boolean ownerKnown() {
        return appointed().stream().anyMatch(Organiser::owner);
    }

    public long owners() {
        return all().stream().filter(Organiser::owner).count();
    }

    /** How many organisers were appointed for each district. */
    public SortedMap<DistrictCode, Long> numbers() {
        SortedMap<DistrictCode, Long> numbers = new TreeMap<>();
        all().forEach(organiser -> organiser.districts().forEach(code -> numbers.merge(code, 1L, Long::sum)));
        return numbers;
    }

    /** Notes the language that an organiser reads. */
    public void speak(Address person, Language language) {
        appointed(person).ifPresent(organiser -> write(organiser.speaking(language)));
    }

    private List<Organiser> all() {
        List<Organiser> appointed = appointed();
        Set<Object> suspended = redis.opsForHash().keys(SUSPENDED);
        return suspended.isEmpty()
                ? appointed
                : appointed.stream()
                        .filter(organiser ->
                                !suspended.contains(organiser.address().chat().value()))
                        .toList();
    }

    private List<Organiser> appointed() {
        return redis.<String, String>opsForHash().entries(KEY).entrySet().stream()
                .map(entry -> OrganiserForm.read(new SealedId(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void write(Organiser organiser) {
        redis.opsForHash().put(KEY, organiser.address().chat().value(), OrganiserForm.write(organiser));
    }
}
