package org.dabyl.rehearsal;

import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Puts updates where the simulated Telegram keeps them for one of its bots, as they are and without HTTP; the bot polls them over HTTP. */
public final class Postbag {

    private final SimulatedTelegram telegram;
    private final Account bot;

    private Postbag(SimulatedTelegram telegram, Account bot) {
        this.telegram = telegram;
        this.bot = bot;
    }

    /** That of the first bot. */
    public static Postbag of(ApplicationContext program) {
        SimulatedTelegram telegram = program.getBean(SimulatedTelegram.class);
        return new Postbag(telegram, telegram.bot(null));
    }

    /** A person who has begun a chat with the bot, without a word. */
    public void person(long id, String language) {
        Person person = new Person(id, "Person", language, 10);
        telegram.add(person);
        bot.chat(person);
    }

    /** Adds an update; one that has an {@code update_id} keeps it. Returns the id under which it is kept. */
    public long add(ObjectNode update) {
        long now = telegram.desk().seconds();
        long id = bot.updates.next();
        bot.updates.add(update, now + UpdateQueue.LIFE, now);
        return id;
    }

    /** The id of a press in this person's chat, which waits for its answer. */
    public String press(long person) {
        return bot.callbacks.open(
                bot.chat(telegram.person(person)), telegram.desk().seconds());
    }

    /** Leaves out numbers, which are then free for updates that come out of order. */
    public void skip(int numbers) {
        bot.updates.startAt(bot.updates.next() + numbers);
    }

    /** The number of the next update. */
    public long next() {
        return bot.updates.next();
    }

    /** How many updates nobody has confirmed. */
    public int waiting() {
        return bot.updates.size();
    }
}
