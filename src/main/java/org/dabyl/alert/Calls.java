package org.dabyl.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Priority;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Life;
import org.dabyl.store.Together;
import org.dabyl.supporter.Supporters;
import org.dabyl.timetable.Timetable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Whom an alert called, and the dispatches that reach them. Each method may run twice: a dispatch is launched once.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:called</td><td>set</td><td>sealed chats that the card goes to</td><td>24 h after stand-down</td></tr>
 * <tr><td>alert:&lt;id&gt;:before-&lt;n&gt;</td><td>set</td><td>those called before ring n was</td><td>24 h after stand-down</td></tr>
 * <tr><td>alert:&lt;id&gt;:late</td><td>set</td><td>sealed chats that registered while it ran</td><td>24 h after stand-down</td></tr>
 * </table>
 */
@Component
public class Calls implements Trace, Belongings {

    /** After an alert's id, how the dispatches begin that call a single person: who registered while it ran, or answered in public. */
    private static final String LATE = ".late-";

    private static final String MET = ".met-";

    /** What follows there once it has become a call: those called before are counted among those who are told so. */
    private static final String TURNED = "c-";

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Districts districts;
    private final Dispatches dispatches;
    private final Alerts alerts;
    private final Rings rings;
    private final Wording wording;
    private final Brought brought;
    private final Timetable timetable;
    private final Together<String, String, Boolean> called;

    Calls(
            StringRedisTemplate redis,
            Fleet fleet,
            Districts districts,
            Dispatches dispatches,
            Alerts alerts,
            Rings rings,
            Wording wording,
            Brought brought,
            Timetable timetable) {
        this.redis = redis;
        this.fleet = fleet;
        this.districts = districts;
        this.dispatches = dispatches;
        this.alerts = alerts;
        this.rings = rings;
        this.wording = wording;
        this.brought = brought;
        this.timetable = timetable;
        this.called = new Together<>(this::members);
    }

    /** Calls everyone of the district: those who registered for it or for a part of it first, those of a district around it next. */
    public void launch(Alert alert) {
        Dispatch card = new Dispatch(card(alert.id(), Ring.OWN), priority(alert), false, wording.card(alert));
        Set<DistrictCode> near = new TreeSet<>(districts.withDescendants(alert.district()));
        Set<DistrictCode> around = new TreeSet<>(districts.calledFor(alert.district()));
        around.removeAll(near);
        dispatches.launch(
                card,
                bot -> new Audience(
                        around.isEmpty() ? List.of(keys(bot, near)) : List.of(keys(bot, near), keys(bot, around)),
                        List.of(),
                        called(bot, alert.id())));
    }

    /**
     * Tells everyone who was called to be ready that it is a call now. Cards that still wait would come after it and say the old:
     * they are taken back, and their people are among those who are told.
     *
     * @param except sets of those on one bot who are not to be told
     */
    public void turn(Alert alert, Function<BotId, List<String>> except) {
        DispatchId card = card(alert.id(), Ring.OWN);
        dispatches.withdraw(card);
        List.of(LATE, MET).forEach(kind -> dispatches.withdrawAll(alert.id().value() + kind, false));
        dispatches.launch(
                new Dispatch(turned(alert.id()), priority(alert), false, wording.call(alert)),
                bot -> Audience.of(called(bot, alert.id()), except.apply(bot)));
        fleet.bots().forEach(bot -> redis.delete(Dispatches.withdrawn(bot, card)));
    }

    /** Calls those of a ring who were not called before. */
    void widen(Alert alert, Ring ring) {
        Dispatch card = new Dispatch(card(alert.id(), ring), Priority.CALL, false, wording.ring(now(alert)));
        Set<DistrictCode> codes = rings.codes(alert.district(), ring);
        for (BotId bot : fleet.bots()) {
            rememberBefore(bot, alert.id(), ring);
        }
        dispatches.launch(card, bot -> new Audience(List.of(keys(bot, codes)), List.of(), called(bot, alert.id())));
    }

    /** Run again after the ring was launched it must not take the ring's people in. */
    private void rememberBefore(BotId bot, AlertId id, Ring ring) {
        String before = before(bot, id, ring);
        if (!redis.hasKey(before)) {
            redis.opsForSet().unionAndStore(called(bot, id), List.of(), before);
        }
        dispatches.keepWithCalled(bot, before);
    }

    /** Calls a person who registered while alerts of their district run; {@code order} is that of their registration. */
    public void joined(Address person, DistrictCode code, long order) {
        open(Set.of(code)).forEach(alert -> call(alert, person, single(alert, LATE, Long.toString(order))));
    }

    /**
     * Calls a person who moved here where the old bot was to and this one does not know of it, or where an alert of their districts
     * runs that neither called them for; and ends what they were called for with its alert, where that is over.
     *
     * @param owed dispatches of the old bot that had still to reach them and are not known here
     * @param called sets of those called that they brought, without their bot
     */
    public void arrived(Address person, Set<DistrictCode> codes, Set<DispatchId> owed, Set<String> called) {
        // any name that is new: who was called is not called again
        String name = "moved-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        alerts.open().stream()
                .filter(alert -> owed.stream().anyMatch(dispatch -> late(dispatch, alert.id()))
                        || (!Collections.disjoint(rings.called(alert), codes)
                                && !timetable.planned(Alerts.LAUNCH, alert.id().value())))
                .filter(alert -> !called(person, alert.id()))
                .forEach(alert -> call(alert, person, single(alert, LATE, name)));
        for (AlertId id : alerts.kept()) {
            if (called.contains("alert:" + id.value() + ":called")
                    && alerts.find(id).filter(Alert::open).isEmpty()) {
                expire(person.bot(), id);
            }
        }
    }

    /** Whether it was launched for a single person. */
    private static boolean late(DispatchId dispatch, AlertId id) {
        return Stream.of(LATE, MET).anyMatch(kind -> dispatch.value().startsWith(id.value() + kind));
    }

    private Stream<Alert> open(Set<DistrictCode> codes) {
        return alerts.open().stream().filter(alert -> !Collections.disjoint(rings.called(alert), codes));
    }

    /** Calls a supporter who answered in a channel or group, so that they get the news and the end; {@code order} is that of the press. */
    public void met(Address person, Alert alert, long order) {
        call(alert, person, single(alert, MET, Long.toString(order)));
    }

    private DispatchId single(Alert alert, String kind, String name) {
        return new DispatchId(alert.id().value() + kind + (rings.turned(alert.id()) ? TURNED : "") + name);
    }

    private void call(Alert alert, Address person, DispatchId id) {
        String late = late(person.bot(), alert.id());
        redis.opsForSet().add(late, person.chat().value());
        Dispatch card = new Dispatch(id, priority(alert), false, wording.card(now(alert)));
        dispatches.launch(
                person.bot(), card, new Audience(List.of(List.of(late)), List.of(), called(person.bot(), alert.id())));
        if (alerts.find(alert.id()).filter(Alert::open).isEmpty()) {
            // stood down in between: one already sent stays without its end, which a tap on it tells
            dispatches.withdraw(id);
        }
    }

    /** Tells everyone whom the card was or is being sent to that an organiser confirms the alert. */
    public void confirmed(Alert alert) {
        DispatchId id = new DispatchId(alert.id().value() + ".confirmed");
        tell(alert, new Dispatch(id, Priority.UPDATE, false, wording.confirmed(alert)));
    }

    /** Withdraws what is unsent and tells everyone else that it is over. */
    public void standDown(Alert alert) {
        cards(alert.id()).forEach(dispatches::withdraw);
        dispatches.withdrawAll(alert.id().value() + LATE, true);
        // who answered in public is told the end, also where their own card had no time to come
        dispatches.withdrawAll(alert.id().value() + MET, false);
        DispatchId id = new DispatchId(alert.id().value() + ".over");
        // who muted after being called is told too: they may be on their way
        tell(alert, new Dispatch(id, news(alert), true, wording.standDown(alert)));
        for (BotId bot : fleet.bots()) {
            expire(bot, alert.id());
        }
    }

    private void expire(BotId bot, AlertId id) {
        keys(bot, id).forEach(key -> redis.expire(key, Life.CALLED.time()));
    }

    /** What they were called for went before, with what was still to be sent; only traces are left. */
    @Override
    public void bring(Address from, Address to) {
        erase(from);
    }

    /** How many of those called wait for a bot that is out of service. */
    public long stranded(AlertId id, Collection<BotId> outOfService) {
        return outOfService.stream()
                .flatMap(bot -> cards(id).stream().map(card -> dispatches.pending(bot, card)))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether the alert's card went or goes to this person. */
    public boolean called(Address person, AlertId id) {
        return called.ask(called(person.bot(), id), person.chat().value());
    }

    private List<Boolean> members(String set, List<String> chats) {
        Map<Object, Boolean> members = redis.opsForSet().isMember(set, chats.toArray());
        return chats.stream()
                .map(chat -> members != null && Boolean.TRUE.equals(members.get(chat)))
                .toList();
    }

    /** How far the card has come: in all the rings that were called, to who registered later, and to who answered in public. */
    public Progress progress(AlertId id) {
        String turned = rings.turned(id) ? TURNED : "";
        Stream<Progress> single =
                Stream.of(LATE, MET).map(kind -> dispatches.progressOfAll(id.value() + kind + turned));
        return Stream.concat(rings.called(id).stream().map(ring -> progress(id, ring)), single)
                .reduce(Progress.NONE, Progress::plus);
    }

    /** How far the card of one ring has come. */
    public Progress progress(AlertId id, Ring ring) {
        return dispatches.progress(ring == Ring.OWN && rings.turned(id) ? turned(id) : card(id, ring));
    }

    /** The set of those on one bot who were called up to this ring, and not by one farther out. */
    public String called(BotId bot, AlertId id, Ring ring) {
        return Arrays.stream(Ring.values())
                .filter(farther -> farther.compareTo(ring) > 0)
                .map(farther -> before(bot, id, farther))
                .filter(redis::hasKey)
                .findFirst()
                .orElseGet(() -> called(bot, id));
    }

    /** The sets of those on one bot who wait for the card. */
    public static List<String> waiting(BotId bot, AlertId id) {
        List<String> waiting = new ArrayList<>(List.of(Dispatches.waiting(bot, card(id, Ring.OWN), 2)));
        cards(id).forEach(card -> waiting.add(Dispatches.waiting(bot, card, 1)));
        return waiting;
    }

    /** The set of everyone on one bot who was called. */
    public static String called(BotId bot, AlertId id) {
        return bot.key("alert:" + id.value() + ":called");
    }

    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            keys(person.bot(), id)
                    .forEach(key -> redis.opsForSet().remove(key, person.chat().value()));
        }
    }

    private void tell(Alert alert, Dispatch dispatch) {
        dispatches.launch(dispatch, bot -> Audience.of(called(bot, alert.id()), withdrawn(bot, alert.id())));
    }

    /** The sets of those who were to be called and never will be. */
    static List<String> withdrawn(BotId bot, AlertId id) {
        return cards(id).stream().map(card -> Dispatches.withdrawn(bot, card)).toList();
    }

    /** Whoever is to come now is called before anyone who is only told something; a drill waits for everything in earnest. */
    private static Priority priority(Alert alert) {
        if (alert.plan().drill()) {
            return Priority.REMINDER;
        }
        return switch (alert.plan().level()) {
            case CALL -> Priority.CALL;
            case STAND_BY -> Priority.UPDATE;
            case NOTICE -> Priority.REMINDER;
        };
    }

    /** That of what is told to those who were called. */
    static Priority news(Alert alert) {
        return alert.plan().drill() ? Priority.REMINDER : Priority.UPDATE;
    }

    private static List<DispatchId> cards(AlertId id) {
        return Stream.concat(Arrays.stream(Ring.values()).map(ring -> card(id, ring)), Stream.of(turned(id)))
                .toList();
    }

    private static DispatchId turned(AlertId id) {
        return new DispatchId(id.value() + ".call");
    }

    /** As it is now: asking for what is still missing. */
    private Alert now(Alert alert) {
        return alert.plan().bring().isEmpty() ? alert : alert.lacking(brought.brought(alert.id()));
    }

    private static DispatchId card(AlertId id, Ring ring) {
        return new DispatchId(id.value() + (ring == Ring.OWN ? ".card" : ".ring-" + ring.number()));
    }

    /** Everything that names those on one bot who were called. */
    public static List<String> keys(BotId bot, AlertId id) {
        List<String> keys = new ArrayList<>(List.of(called(bot, id), late(bot, id)));
        Ring.FARTHER.forEach(ring -> keys.add(before(bot, id, ring)));
        return keys;
    }

    private static String before(BotId bot, AlertId id, Ring ring) {
        return bot.key("alert:" + id.value() + ":before-" + ring.number());
    }

    private static String late(BotId bot, AlertId id) {
        return bot.key("alert:" + id.value() + ":late");
    }

    private static List<String> keys(BotId bot, Set<DistrictCode> codes) {
        return codes.stream().map(code -> Supporters.key(bot, code)).toList();
    }
}
