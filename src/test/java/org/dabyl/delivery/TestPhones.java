package org.dabyl.delivery;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dabyl.timetable.Faults;
import org.dabyl.vault.SealedId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A bot with phones: its sender and its post. */
final class TestPhones {

    final TestBot bot;
    final FakeMessenger messenger = new FakeMessenger();
    final Latency latency = new Latency();
    final Revocations revocations = new Revocations(Clock.systemUTC());
    final DeadEnds deadEnds = new DeadEnds(Clock.systemUTC());
    final List<Address> departed = new CopyOnWriteArrayList<>();
    final PacedPost post;
    final ForgottenChats forgotten;
    private final StaticListableBeanFactory later = new StaticListableBeanFactory();

    TestPhones(TestBot bot) {
        this.bot = bot;
        SentMessages sent = new SentMessages(bot.redis, bot.vault, Clock.systemUTC());
        this.post = post(bot.redis);
        Parting parting = (who, language) -> Message.of("goodbye", Keyboard.none());
        this.forgotten = new ForgottenChats(
                bot.redis,
                bot,
                bot.vault,
                sent,
                post,
                new StaticListableBeanFactory(Map.of("parting", parting)).getBeanProvider(Parting.class));
        later.addBean("forgotten", forgotten);
    }

    PacedPost post(StringRedisTemplate redis) {
        return new PacedPost(
                redis,
                bot.settings,
                messenger,
                new SentMessages(bot.redis, bot.vault, Clock.systemUTC()),
                latency,
                revocations,
                deadEnds,
                departures(),
                later.getBeanProvider(ForgottenChats.class));
    }

    /** Those whose quiet hours are now. */
    final Set<SealedId> quiet = new HashSet<>();

    Sender sender() {
        return sender(bot.redis);
    }

    Sender sender(StringRedisTemplate redis) {
        Carrier carrier = new Carrier(
                redis,
                bot.settings,
                bot.texts,
                messenger,
                bot.vault,
                latency,
                revocations,
                deadEnds,
                departures(),
                person -> quiet.contains(person.chat()),
                forgotten);
        return new Sender(
                TestBot.ID,
                new Claim(redis, bot.settings, Clock.systemUTC()),
                new Heart(TestBot.ID, new Prolong(redis, bot.settings)),
                carrier,
                revocations,
                bot.bell,
                new Faults(Clock.systemUTC()));
    }

    private ObjectProvider<Departures> departures() {
        Departures departures = departed::add;
        return new StaticListableBeanFactory(Map.of("departures", departures)).getBeanProvider(Departures.class);
    }
}
