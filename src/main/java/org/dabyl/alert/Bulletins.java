package org.dabyl.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Fleet;
import org.dabyl.supporter.Supporters;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What is told while an alert runs: to everyone who was called, or to a part of those who answered. */
@Component
public class Bulletins {

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Activity activity;
    private final Dispatches dispatches;
    private final Responders responders;
    private final Wording wording;

    Bulletins(
            StringRedisTemplate redis,
            Fleet fleet,
            Alerts alerts,
            Activity activity,
            Dispatches dispatches,
            Responders responders,
            Wording wording) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
        this.activity = activity;
        this.dispatches = dispatches;
        this.responders = responders;
        this.wording = wording;
    }

    /** Plans it; false where the alert is over. {@code order} tells one from another. */
    public boolean plan(AlertId id, long order, News news) {
        activity.saw(id);
        return alerts.update(id, order, news);
    }

    /** Changes where everyone shall come, and plans to tell everyone; false where the alert is over. */
    public boolean muster(AlertId id, long order, String place) {
        return alerts.revise(id, plan -> plan.withMuster(place))
                && plan(id, order, new News(Topic.MUSTER, Part.ALL, place));
    }

    /** Changes where those shall come who come, and plans to tell them alone; false where the alert is over. */
    public boolean rendezvous(AlertId id, long order, String place) {
        return alerts.revise(id, plan -> plan.withRendezvous(place))
                && plan(id, order, new News(Topic.RENDEZVOUS, Part.INVOLVED, place));
    }

    /** What someone who is on the way or there has to know. */
    public Optional<Instructions> instructions(AlertId id, boolean there) {
        return alerts.instructions(id, List.of(Part.ALL, Part.INVOLVED, there ? Part.HERE : Part.COMING));
    }

    /** How many people a message to this part goes to now, the muted among them. */
    public long reach(AlertId id, Part part) {
        return fleet.bots().stream()
                .flatMap(bot -> sets(bot, id, part).stream().map(set -> size(bot, set, part)))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Sends it, once, however often this is called. */
    void send(Alert alert, String order, News news) {
        DispatchId id = new DispatchId(alert.id().value() + ".news-" + order);
        Dispatch dispatch = new Dispatch(id, Calls.news(alert), false, wording.update(alert, news));
        dispatches.launch(
                dispatch,
                bot -> new Audience(
                        List.of(sets(bot, alert.id(), news.to())),
                        skills(bot, news.to()),
                        Calls.withdrawn(bot, alert.id()),
                        ""));
    }

    private long size(BotId bot, String set, Part part) {
        List<String> sets = new ArrayList<>(List.of(set));
        sets.addAll(skills(bot, part));
        Long size = redis.opsForSet().intersectSize(sets);
        return size == null ? 0 : size;
    }

    private List<String> sets(BotId bot, AlertId id, Part part) {
        return part == Part.ALL ? List.of(Calls.called(bot, id)) : responders.sets(bot, id, part);
    }

    private static List<String> skills(BotId bot, Part part) {
        return part.skills().stream().map(skill -> Supporters.key(bot, skill)).toList();
    }
}
