package org.dabyl.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Priority;
import org.dabyl.delivery.Receipts;
import org.dabyl.store.Life;
import org.dabyl.supporter.Supporters;
import org.dabyl.supporter.Unused;
import org.dabyl.supporter.UnusedSettings;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Once a day asks those who were silent for a year, without a sound, whether to keep them, and erases who did not answer for a month.
 * Asked is who got the message: whom no message reached is asked again the next day, and not erased.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>unused:&lt;day&gt;</td><td>set</td><td>sealed chats that are asked</td><td>while it is launched, 10 min</td></tr>
 * </table>
 */
@Component
final class UnusedStep implements Step, Pressable {

    private static final String ALL = "all";
    private static final String VERB = "stay";
    private static final LocalTime DAILY = LocalTime.of(6, 0);
    private static final int PAGE = 1000;

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Unused unused;
    private final UnusedSettings settings;
    private final Supporters supporters;
    private final Departures departures;
    private final Dispatches dispatches;
    private final Receipts receipts;
    private final Texts texts;
    private final Timetable timetable;
    private final Clock clock;

    UnusedStep(
            StringRedisTemplate redis,
            Fleet fleet,
            Unused unused,
            UnusedSettings settings,
            Supporters supporters,
            Departures departures,
            Dispatches dispatches,
            Receipts receipts,
            Texts texts,
            Timetable timetable,
            Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.unused = unused;
        this.settings = settings;
        this.supporters = supporters;
        this.departures = departures;
        this.dispatches = dispatches;
        this.receipts = receipts;
        this.texts = texts;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "unused";
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        LocalDate today = unused.today();
        boolean passed = !clock.instant().isBefore(today.atTime(DAILY).toInstant(ZoneOffset.UTC));
        LocalDate day = passed ? today.plusDays(1) : today;
        timetable.at(kind(), ALL, day.atTime(DAILY).toInstant(ZoneOffset.UTC));
    }

    @Override
    public void run(String subject) {
        fleet.bots().forEach(this::look);
        begin();
    }

    @Override
    public Set<String> verbs() {
        return Set.of(VERB);
    }

    /** That they pressed was noted already, as of everything that one says. */
    @Override
    public boolean press(Chat chat, String verb, String subject) {
        boolean registered = supporters.find(chat.person()).isPresent();
        if (registered) {
            chat.show(Message.of(chat.text(Phrase.UNUSED_KEPT), Keyboard.none()));
        }
        return registered;
    }

    private void look(BotId bot) {
        List<Address> ask = new ArrayList<>();
        List<Address> erase = new ArrayList<>();
        unused.each(bot, ask::add, erase::add);
        erase.stream().filter(unused::stillUnanswered).forEach(departures::departed);
        ask.removeIf(this::noted);
        if (!ask.isEmpty()) {
            ask(bot, ask);
        }
    }

    /** Whether the question of the last days reached them, which is noted now. */
    private boolean noted(Address person) {
        for (int ago = 1; ago <= Life.DISPATCH.time().toDays(); ago++) {
            LocalDate day = unused.today().minusDays(ago);
            if (receipts.of(person, question(day)).isPresent()) {
                unused.asked(person, day);
                return true;
            }
        }
        return false;
    }

    private void ask(BotId bot, List<Address> people) {
        String set = bot.key("unused:" + unused.today());
        for (int i = 0; i < people.size(); i += PAGE) {
            redis.opsForSet()
                    .add(
                            set,
                            people.subList(i, Math.min(i + PAGE, people.size())).stream()
                                    .map(person -> person.chat().value())
                                    .toArray(String[]::new));
            redis.expire(set, Life.UNUSED.time());
        }
        Map<Language, Message> question = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            question.put(language, question(language));
        }
        // also to who muted the bot: they would be erased unasked
        dispatches.launch(
                bot,
                new Dispatch(question(unused.today()), Priority.REMINDER, true, question),
                Audience.of(set, List.of()));
        redis.delete(set);
    }

    private Message question(Language language) {
        Button keep = Button.press(texts.get(language, Phrase.UNUSED_KEEP), VERB + ":me");
        return Message.of(
                        texts.get(
                                language,
                                Phrase.UNUSED_ASK,
                                settings.after().toDays(),
                                settings.answer().toDays()),
                        Keyboard.inline(List.of(List.of(keep))))
                .quietly();
    }

    private static DispatchId question(LocalDate day) {
        return new DispatchId("unused-" + day);
    }
}
