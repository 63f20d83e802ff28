package org.dabyl.conversation;

import java.time.Duration;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outages;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells every organiser once that a bot is out of service, and those told that it works again, through bots that work.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:out-of-service:&lt;bot&gt;:told</td><td>set</td><td>sealed chats of organisers</td><td>until it works, at most
 * 30 days</td></tr>
 * </table>
 */
@Component
final class OutageNews implements Trace {

    private static final Duration LIFE = Life.OUTAGE_TOLD.time();

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final Outages outages;
    private final Fleet fleet;
    private final Texts texts;
    private final OfficePost post;

    OutageNews(
            StringRedisTemplate redis,
            Organisers organisers,
            Outages outages,
            Fleet fleet,
            Texts texts,
            OfficePost post) {
        this.redis = redis;
        this.organisers = organisers;
        this.outages = outages;
        this.fleet = fleet;
        this.texts = texts;
        this.post = post;
    }

    /** Tells those who were not told; whom no bot reaches now is told later. {@code stranded}: how many nobody else reaches. */
    void tell(BotId bot, long stranded) {
        Set<BotId> out = outages.all().keySet();
        for (Organiser organiser : organisers.everyone()) {
            String chat = organiser.address().chat().value();
            boolean told = Boolean.TRUE.equals(redis.opsForSet().isMember(key(bot), chat));
            if (!told && !out.contains(organiser.address().bot()) && send(organiser, bot, stranded)) {
                // afterwards: told twice after a crash is better than never
                redis.opsForSet().add(key(bot), chat);
                redis.expire(key(bot), LIFE);
            }
        }
    }

    /** Tells those who were told that it is over; nobody else heard that it began. */
    void over(BotId bot) {
        for (Organiser organiser : organisers.everyone()) {
            String chat = organiser.address().chat().value();
            Long told = redis.opsForSet().remove(key(bot), chat);
            if (told != null && told > 0) {
                post.send(
                        organiser,
                        Message.of(
                                texts.get(organiser.language(), Phrase.OUTAGE_OVER, fleet.name(bot)), Keyboard.none()));
            }
        }
        redis.delete(key(bot));
    }

    @Override
    public void erase(Address person) {
        outages.all().keySet().forEach(bot -> redis.opsForSet()
                .remove(key(bot), person.chat().value()));
    }

    private boolean send(Organiser organiser, BotId bot, long stranded) {
        Message news = Message.titled(
                texts.get(organiser.language(), Phrase.OUTAGE, fleet.name(bot)),
                texts.get(organiser.language(), Phrase.OUTAGE_BODY, texts.people(organiser.language(), stranded)),
                Keyboard.none());
        return post.send(organiser, news);
    }

    private static String key(BotId bot) {
        return "{dabyl}:out-of-service:" + bot.value() + ":told";
    }
}
