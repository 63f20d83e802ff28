package org.dabyl.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dabyl.channel.Binding;
import org.dabyl.channel.Channels;
import org.dabyl.channel.TestChannels;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.TestDelivery;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.TestSupporters;
import org.dabyl.timetable.SettableClock;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.TestTimetable;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;

/** Almaty, two bots, and an alert's calls, as the program wires them; its cards say {@code card <number>}. */
public final class Scene {

    public final SettableClock clock = new SettableClock();
    public final Supporters supporters;
    public final TestDelivery delivery;
    public final Alerts alerts;
    public final Calls calls;
    public final Rings rings;
    public final Uncalled uncalled;
    public final Asks asks;
    public final StandBys standBys;
    public final Timetable timetable;
    public final Fleet fleet = TestFleet.of(7, 8);
    final Bulletins bulletins;
    final Activity activity = new Activity(TestRedis.template(), clock);
    final Channels channels;
    final Posts posts;
    final Square square = new Square();
    final Deletions deletions = new Deletions();
    final List<Object> events = new ArrayList<>();
    final Poster poster;
    final TestAlerts test;
    private int people = 100;

    public Scene() {
        timetable = TestTimetable.of(TestRedis.template(), clock);
        Vault vault = TestVault.create();
        supporters = TestSupporters.of(fleet, clock);
        delivery = new TestDelivery(TestRedis.template(), fleet, vault);
        test = new TestAlerts(vault, clock);
        alerts = test.alerts();
        rings = new Rings(TestRedis.template(), Districts.builtIn(), clock);
        calls = new Calls(
                TestRedis.template(),
                fleet,
                Districts.builtIn(),
                delivery.dispatches(),
                alerts,
                rings,
                new Numbered(),
                id -> Map.of(),
                timetable);
        standBys = new StandBys(TestRedis.template(), clock);
        asks = new Asks(TestRedis.template(), delivery.dispatches());
        uncalled = new Uncalled(TestRedis.template(), fleet, rings, clock);
        channels = TestChannels.of(fleet, vault);
        posts = new Posts(TestRedis.template(), vault, fleet, alerts, deletions, clock);
        poster = new Poster(channels, Districts.builtIn(), posts, square, square, events::add);
        bulletins = new Bulletins(
                TestRedis.template(), fleet, alerts, activity, delivery.dispatches(), Scene::answered, new Numbered());
    }

    /** A new channel of one bot, in Kazakh. */
    Binding bound(long bot, String district) {
        Binding binding = TestChannels.bound(TestFleet.person(bot, people++), district);
        channels.bind(binding);
        return binding;
    }

    /** What is to be launched of an alert is launched by now. */
    public void launched(Alert alert) {
        timetable.cancel(Alerts.LAUNCH, alert.id().value());
    }

    /** Sends news to everyone who was called. */
    public void news(Alert alert, String order, String text) {
        bulletins.send(alert, order, TestAlerts.news(text));
    }

    public void register(Address person, String district) {
        supporters.register(person, new DistrictCode(district), Language.KK);
    }

    /** Someone new who registers. */
    public Address registered(long bot, String district) {
        Address person = TestFleet.person(bot, people++);
        register(person, district);
        return person;
    }

    /** Someone registers while alerts run. */
    public void join(Address person, String district, long order) {
        register(person, district);
        calls.joined(person, new DistrictCode(district), order);
    }

    public Alert raise(String district) {
        return test.raise(district);
    }

    public void standDown(Alert alert) {
        alerts.standDown(alert.id(), Ending.STOOD_DOWN, "");
        calls.standDown(alert);
    }

    /** What the timetable does with alerts, but for their boards. */
    public List<Step> steps() {
        return List.of(
                new LaunchStep(alerts, calls, poster, events::add),
                new RingStep(alerts, calls),
                new StandDownStep(alerts, calls, asks));
    }

    public List<TestDelivery.Read> deliver() {
        return delivery.deliver();
    }

    /** Somebody answers. */
    void answers(Address person, AlertId id, Part part) {
        TestRedis.template()
                .opsForSet()
                .add(answered(person.bot(), id, part).getFirst(), person.chat().value());
    }

    private static List<String> answered(BotId bot, AlertId id, Part part) {
        String answers = bot.key("alert:" + id.value() + ":answer:");
        return part == Part.COMING || part == Part.HERE
                ? List.of(answers + part.tag())
                : List.of(answers + Part.COMING.tag(), answers + Part.HERE.tag());
    }

    private record Numbered() implements Wording {

        @Override
        public Map<Language, Message> card(Alert alert) {
            return everywhere("card " + alert.number());
        }

        @Override
        public Map<Language, Message> ring(Alert alert) {
            return everywhere("ring " + alert.number());
        }

        @Override
        public Map<Language, Message> call(Alert alert) {
            return everywhere("call " + alert.number());
        }

        @Override
        public Map<Language, Message> update(Alert alert, News news) {
            return everywhere("news " + alert.number() + ": " + news.text());
        }

        @Override
        public Map<Language, Message> standDown(Alert alert) {
            return everywhere("over " + alert.number());
        }

        @Override
        public Map<Language, Message> confirmed(Alert alert) {
            return everywhere("confirmed " + alert.number());
        }

        private static Map<Language, Message> everywhere(String text) {
            Map<Language, Message> messages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                messages.put(language, Message.of(text, Keyboard.none()));
            }
            return messages;
        }
    }
}
