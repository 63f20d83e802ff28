package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
import org.dabyl.report.State;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The cards of an event: one message for each organiser, kept up to date; a new one when residents raise the alert, for an edit makes no
 * sound. Only the step changes them, so that nobody gets two.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:report:&lt;id&gt;:cards</td><td>hash</td>
 * <td>sealed chat → sealed message id|stage|fingerprint of what it shows</td><td>48 h after the last change</td></tr>
 * </table>
 */
@Component
final class EventCards implements Trace {

    private static final long NOWHERE = 0;
    private static final String REPORTED = "1";
    private static final String RAISED = "2";

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Events events;
    private final Organisers organisers;
    private final EventRenderer renderer;
    private final Post post;

    EventCards(
            StringRedisTemplate redis,
            Vault vault,
            Events events,
            Organisers organisers,
            EventRenderer renderer,
            Post post) {
        this.redis = redis;
        this.vault = vault;
        this.events = events;
        this.organisers = organisers;
        this.renderer = renderer;
        this.post = post;
    }

    /** A card as it is kept. */
    private record Kept(long message, String stage, String fingerprint) {}

    /** Brings every card up to date, and gives one to every organiser of the district who has none; false where some failed. */
    boolean refresh(Event event) {
        boolean shown = true;
        for (Organiser organiser : organisers.responsible(event.district())) {
            shown &= refresh(event, organiser);
        }
        return shown;
    }

    private boolean refresh(Event event, Organiser reader) {
        Address organiser = reader.address();
        Message card = renderer.render(event, reader.language());
        String stage = event.state() == State.UNCONFIRMED ? RAISED : REPORTED;
        Optional<Kept> kept = kept(event.id(), organiser);
        if (kept.isEmpty()) {
            return give(event.id(), organiser, stage, card);
        }
        if (stage.equals(RAISED) && kept.get().stage().equals(REPORTED)) {
            boolean given = give(event.id(), organiser, stage, card);
            if (given && kept.get().message() != NOWHERE) {
                toReader(organiser).edit(organiser, kept.get().message(), renderer.below(event, reader.language()));
            }
            return given;
        }
        return edit(event.id(), organiser, kept.get(), card);
    }

    private boolean edit(EventId id, Address organiser, Kept kept, Message card) {
        if (kept.message() == NOWHERE || kept.fingerprint().equals(fingerprint(card))) {
            return true;
        }
        Post.Edit edit = toReader(organiser).edit(organiser, kept.message(), card);
        if (edit != Post.Edit.UNKNOWN && organisers.inOffice(organiser)) {
            // one that was deleted is not sent again unasked
            long message = edit == Post.Edit.DONE ? kept.message() : NOWHERE;
            keep(id, organiser, new Kept(message, kept.stage(), fingerprint(card)));
        }
        return edit != Post.Edit.UNKNOWN;
    }

    private boolean give(EventId id, Address organiser, String stage, Message card) {
        OptionalLong message = toReader(organiser).send(organiser, card);
        if (!organisers.inOffice(organiser)) {
            return true;
        }
        message.ifPresent(sent -> keep(id, organiser, new Kept(sent, stage, fingerprint(card))));
        return message.isPresent();
    }

    /** Who steps down or is cut off while the card waits for its turn learns nothing more of the event, and has none that is kept. */
    private Post toReader(Address organiser) {
        return post.onlyIf(() -> organisers.inOffice(organiser));
    }

    @Override
    public void erase(Address person) {
        for (EventId id : events.kept()) {
            redis.opsForHash().delete(key(id), person.chat().value());
        }
    }

    private Optional<Kept> kept(EventId id, Address organiser) {
        Object form = redis.opsForHash().get(key(id), organiser.chat().value());
        return Optional.ofNullable(form)
                .map(text -> ((String) text).split("\\|", 3))
                .map(fields -> new Kept(vault.openNumber(fields[0], place(id, organiser)), fields[1], fields[2]));
    }

    private void keep(EventId id, Address organiser, Kept card) {
        String form = String.join(
                "|", vault.sealNumber(card.message(), place(id, organiser)), card.stage(), card.fingerprint());
        redis.opsForHash().put(key(id), organiser.chat().value(), form);
        redis.expire(key(id), Events.LIFE);
    }

    private static String fingerprint(Message card) {
        return Integer.toHexString(List.of(card.text(), card.keyboard()).hashCode());
    }

    private static String key(EventId id) {
        return "{dabyl}:report:" + id.value() + ":cards";
    }

    private static String place(EventId id, Address organiser) {
        return key(id) + ":" + organiser.chat().value();
    }
}
