package org.dabyl.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.dabyl.vault.SealedId;

/** Phones that are reached after a while, which differs from call to call, and note when. */
final class FakeMessenger implements Messenger {

    /** A call that reached the phones, by {@link System#nanoTime()}. */
    record Call(String kind, SealedId chat, long at) {}

    final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    final Queue<List<Long>> deleted = new ConcurrentLinkedQueue<>();
    final AtomicLong messages = new AtomicLong(100);
    volatile String edited = "";
    volatile Duration longestWay = Duration.ZERO;
    volatile Function<Call, Outcome> answer = call -> new Outcome.Delivered(messages.incrementAndGet());

    @Override
    public Outcome send(Address to, Message message) {
        return call(message.silent() ? "silent" : "send", to.chat());
    }

    @Override
    public Outcome sendPaid(Address to, Message message) {
        return call("paid", to.chat());
    }

    @Override
    public Outcome edit(Address to, long messageId, Message message) {
        edited = message.text();
        return call("edit", to.chat());
    }

    @Override
    public Outcome delete(Address to, List<Long> messageIds) {
        Outcome outcome = call("delete", to.chat());
        if (outcome instanceof Outcome.Delivered) {
            deleted.add(messageIds);
        }
        return outcome;
    }

    @Override
    public Outcome toast(BotId bot, String pressId, String text) {
        return call("toast", new SealedId("-".repeat(32)));
    }

    private Outcome call(String kind, SealedId chat) {
        travel();
        Call call = new Call(kind, chat, System.nanoTime());
        calls.add(call);
        Outcome outcome = answer.apply(call);
        travel();
        return outcome;
    }

    private void travel() {
        if (!longestWay.isZero()) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestWay.toNanos()));
        }
    }

    /** The most calls in any second that may begin and end at any time. */
    int mostInASecond() {
        return mostInASecond("");
    }

    /** The same for calls whose kind begins so. */
    int mostInASecond(String kind) {
        List<Long> times = new ArrayList<>(calls.stream()
                .filter(call -> call.kind().startsWith(kind))
                .map(Call::at)
                .sorted()
                .toList());
        int most = 0;
        for (int first = 0, last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= 1_000_000_000L) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
