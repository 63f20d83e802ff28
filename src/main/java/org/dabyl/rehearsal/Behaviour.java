package org.dabyl.rehearsal;

import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What members do about what they see: some press a button of a new message after a while, and later the button that then
 * appears under it. Plans are made in the crowd's own time. Not thread-safe: the crowd's lock guards it.
 */
final class Behaviour {
    private final SimulatedTelegram telegram;
    private final Temper temper;
    private final PriorityQueue<Scheduled> plans = new PriorityQueue<>();
    private long time;
    private long order;
    long answered;
    long arrived;
    long blocked;

    Behaviour(SimulatedTelegram telegram, Temper temper) {
        this.telegram = telegram;
        this.temper = temper;
    }

    /** Lets the crowd's time pass by so many microseconds, and does what falls due. */
    void pass(long micros) {
        time += micros;
        while (!plans.isEmpty() && plans.element().at() <= time) {
            plans.remove().deed().run();
        }
    }

    void forget() {
        plans.clear();
        answered = 0;
        arrived = 0;
        blocked = 0;
    }

    /** A new message that nobody asked for: where it has buttons many will answer it, a few block the bot over it. */
    void consider(Member member, Message message) {
        List<List<JsonNode>> rows = rows(message);
        if (rows.isEmpty()) {
            return;
        }
        if (temper.chance(Temper.BLOCKS)) {
            plan(temper.answerSeconds(), () -> block(member));
        } else if (!temper.chance(Temper.SILENT)) {
            boolean comes = rows.size() == 1 || temper.chance(Temper.COMES);
            JsonNode choice = comes ? temper.coming(rows.getFirst()) : Temper.refusal(rows.subList(1, rows.size()));
            plan(
                    temper.answerSeconds(),
                    () -> answer(member, message.id(), choice, comes && rows.size() > 1, data(rows)));
        }
    }

    /** A message has changed: a button that was not there when they answered is the one for having arrived. */
    void lookAgain(Member member, Message message) {
        if (member.card != message.id()) {
            return;
        }
        Set<String> before = member.buttonsThen;
        rows(message).stream()
                .flatMap(List::stream)
                .filter(button -> !before.contains(data(button)))
                .findFirst()
                .ifPresent(button -> planArrival(member, message.id(), button));
    }

    private void planArrival(Member member, int message, JsonNode button) {
        int minutes = member.minutes;
        member.arrivalPlanned();
        if (temper.chance(Temper.ARRIVES)) {
            plan(temper.arrivalSeconds(minutes), () -> {
                if (press(member, message, button)) {
                    arrived++;
                }
            });
        }
    }

    private void answer(Member member, int message, JsonNode choice, boolean comes, Set<String> buttons) {
        if (comes) {
            member.comes(message, buttons, Temper.minutes(choice));
        }
        if (press(member, message, choice)) {
            answered++;
        }
    }

    private void block(Member member) {
        telegram.people().block(telegram.bot(member.username), member.person, true);
        blocked++;
    }

    /** Presses a button, unless it is gone by now. */
    private boolean press(Member member, int message, JsonNode button) {
        @Nullable Chat chat = member.chat(telegram);
        if (chat == null || !People.shows(chat, message, data(button))) {
            return false;
        }
        telegram.people().press(telegram.bot(member.username), chat, member.person, message, data(button));
        return true;
    }

    private void plan(double seconds, Runnable deed) {
        plans.add(new Scheduled(time + (long) (seconds * 1e6), order++, deed));
    }

    /** The rows of inline buttons that can be pressed; rows of links are passed over. */
    static List<List<JsonNode>> rows(Message message) {
        @Nullable JsonNode buttons = message.content().buttons();
        if (buttons == null) {
            return List.of();
        }
        return buttons.valueStream()
                .map(row ->
                        row.valueStream().filter(b -> b.has("callback_data")).toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static Set<String> data(List<List<JsonNode>> rows) {
        return rows.stream().flatMap(List::stream).map(Behaviour::data).collect(Collectors.toSet());
    }

    static String data(JsonNode button) {
        return button.path("callback_data").asString("");
    }
}
