package org.dabyl.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dabyl.rehearsal.Tap;
import tools.jackson.databind.JsonNode;

/** Sees every call of the bot to Telegram, objects to what must not be, and remembers buttons that were shown. */
final class Witness implements Consumer<Tap.Call> {

    /** A button on somebody's phone. */
    record Shown(long chat, String data) {}

    /** What becomes of presses, messages and people that are not there, or not any more. */
    private static final Pattern TO_BE_EXPECTED =
            Pattern.compile("query is too old|message is not modified|message to edit not found|message can't be edited"
                    + "|chat not found|bot was blocked|can't initiate conversation|not a member|was kicked"
                    + "|need administrator rights|not enough rights");

    private static final int MOST = 4_000;

    private final Set<Long> organisers = ConcurrentHashMap.newKeySet();
    private final Queue<String> objections = new ConcurrentLinkedQueue<>();
    private final List<Shown> shown = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile Set<String> forOrganisers = Set.of();
    private volatile List<String> secrets = List.of();

    /** From now on these chats may be shown what organisers are shown, nobody else may, and nobody these texts. */
    void watch(Set<Long> allowed, Set<String> verbs, List<String> texts) {
        organisers.addAll(allowed);
        forOrganisers = verbs;
        secrets = texts;
    }

    List<String> objections() {
        return List.copyOf(objections);
    }

    long calls() {
        return calls.get();
    }

    /** Some button that some chat was shown; its data is empty where none was. */
    Shown any(java.util.random.RandomGenerator random) {
        synchronized (shown) {
            return shown.isEmpty() ? new Shown(0, "") : shown.get(random.nextInt(shown.size()));
        }
    }

    @Override
    public void accept(Tap.Call call) {
        calls.incrementAndGet();
        if (!call.wrong().isEmpty()) {
            objections.add(call.method() + " is not as the contract says: " + call.wrong());
        }
        if (!call.refusal().isEmpty() && !TO_BE_EXPECTED.matcher(call.refusal()).find()) {
            objections.add(call.method() + " was refused: " + call.refusal());
        }
        long chat = call.body().path("chat_id").asLong(0);
        if (chat != 0 && call.refusal().isEmpty()) {
            read(chat, call.body());
        }
    }

    private void read(long chat, JsonNode body) {
        String text = body.path("text").asString("") + body.path("caption").asString("");
        boolean organiser = organisers.contains(chat);
        if (!organiser && !organisers.isEmpty() && text.contains("?start=o_")) {
            objections.add("an invitation was shown to who is no organiser");
        }
        secrets.stream().filter(text::contains).forEach(secret -> objections.add(secret + " was shown to " + chat));
        for (JsonNode row : body.path("reply_markup").path("inline_keyboard").values()) {
            for (JsonNode button : row.values()) {
                read(chat, organiser, button.path("callback_data").asString(""));
            }
        }
    }

    private void read(long chat, boolean organiser, String data) {
        String verb = data.split(":", 2)[0];
        if (!organiser && forOrganisers.contains(verb)) {
            objections.add("a button " + verb + " was shown to who is no organiser");
        }
        if (!data.isEmpty()) {
            synchronized (shown) {
                if (shown.size() < MOST) {
                    shown.add(new Shown(chat, data));
                } else {
                    shown.set(ThreadLocalRandom.current().nextInt(MOST), new Shown(chat, data));
                }
            }
        }
    }
}
