package org.dabyl.rehearsal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One simulated supporter: the link they will open, and what they are doing about the newest card. */
final class Member {
    final Person person;
    final String username;
    final String link;

    /** The moment of the bot's first answer, in microseconds; 0 before. */
    long welcomed;

    /** The card on which they said they come, until they have planned their arrival; 0 for none. */
    int card;

    /** The minutes they named. */
    int minutes;

    /** The buttons the card had when they answered: an arrival is a button that was not there yet. */
    Set<String> buttonsThen = Set.of();

    Member(Person person, String username, String link) {
        this.person = person;
        this.username = username;
        this.link = link;
    }

    void comes(int message, Set<String> buttons, int minutesSaid) {
        card = message;
        minutes = minutesSaid;
        buttonsThen = buttons;
    }

    void arrivalPlanned() {
        card = 0;
        buttonsThen = Set.of();
    }

    /** The open chat, or null where there is none in which they could press anything. */
    @Nullable Chat chat(SimulatedTelegram telegram) {
        @Nullable Chat chat = telegram.bot(username).chats.get(person.id);
        return chat == null || chat.isBlocked() ? null : chat;
    }
}
