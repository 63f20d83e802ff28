package org.dabyl.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Up to ten thousand simulated supporters, who know only what is on their screens: they open a join link, and then behave
 * ({@link Behaviour}) when the bot writes to them of its own accord. Their time passes at a speed of its own, moved by
 * {@link #tick}.
 */
final class Crowd {
    static final long FIRST = 8_000_000_000L;
    static final int MOST = 10_000;

    /** Persons a second who open their link at speed 1; each costs the bot a message of its 30 a second. */
    private static final double STARTS = 20;

    /** How many may wait for their first answer, so that a crowd in a hurry does not bury the bot. */
    private static final int UNANSWERED = 60;

    /** An answer that has not come by now, in microseconds, keeps nobody else waiting. */
    private static final long PATIENCE = 10_000_000;

    /** What the bot says this soon after its first answer, in microseconds, still belongs to the registration. */
    private static final long WELCOME = 1_500_000;

    private static final int MEMORY = 10;

    private final SimulatedTelegram telegram;
    private final Clock clock;
    private final Temper temper;
    private final Behaviour behaviour;
    private final Queue<Change> seen = new ConcurrentLinkedQueue<>();
    private final Map<Long, Member> members = new HashMap<>();
    private final Queue<Member> toStart = new ArrayDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile int speed = 1;
    private long lastTick;
    private long lastStart;
    private double due;
    private int started;
    private int registered;
    private long received;

    Crowd(SimulatedTelegram telegram, Clock clock, long seed) {
        this.telegram = telegram;
        this.clock = clock;
        this.temper = new Temper(seed);
        this.behaviour = new Behaviour(telegram, temper);
        this.lastTick = micros();
    }

    /** Brings more persons, who will open the links of these districts in turn; returns how many there was room for. */
    synchronized int bring(List<String> codes, int count) {
        int room = Math.clamp(count, 0, MOST - members.size());
        List<Account> bots = telegram.bots();
        for (int i = 0; i < room; i++) {
            int number = members.size();
            Person person = new Person(FIRST + number, "Crowd " + (number + 1), temper.language(), MEMORY);
            telegram.add(person);
            String username = bots.get(number % bots.size()).username;
            Member member = new Member(person, username, "/start d_" + codes.get(i % codes.size()));
            members.put(person.id, member);
            toStart.add(member);
        }
        size.set(members.size());
        return room;
    }

    /** How fast the crowd's time passes, 1 to 60; 0 lets it stand still. */
    void speed(int newSpeed) {
        speed = Math.clamp(newSpeed, 0, 60);
    }

    /** Does all that is due by now: looks at what came, opens links, and carries out what members had planned. */
    synchronized void tick() {
        long now = micros();
        long passed = Math.max(0, now - lastTick) * speed;
        lastTick = now;
        look(now);
        start(now, passed);
        behaviour.pass(passed);
    }

    /** Forgets everybody. */
    synchronized void disperse() {
        size.set(0);
        members.clear();
        toStart.clear();
        seen.clear();
        behaviour.forget();
        started = 0;
        registered = 0;
        received = 0;
    }

    synchronized CrowdView view() {
        JsonNode statistics = telegram.statistics();
        return new CrowdView(
                members.size(),
                started,
                registered,
                received,
                behaviour.answered,
                behaviour.arrived,
                behaviour.blocked,
                statistics.path("in_the_last_second").asInt(),
                statistics.path("largest_in_a_second").asInt(),
                statistics.path("too_many_requests").asLong(),
                speed);
    }

    /** Called while the bot is served: notes what came to the crowd and leaves the rest to the next tick. */
    void notice(Change change) {
        boolean ours = change.chat() >= FIRST && change.chat() < FIRST + size.get();
        @Nullable Message message = change.message();
        if (ours && message != null && message.fromBot()) {
            seen.add(change);
        }
    }

    private void look(long now) {
        for (@Nullable Change change = seen.poll(); change != null; change = seen.poll()) {
            @Nullable Member member = members.get(change.chat());
            @Nullable Message message = change.message();
            if (member != null && message != null) {
                look(member, message, change.kind(), now);
            }
        }
    }

    private void look(Member member, Message message, Change.Kind kind, long now) {
        if (member.welcomed == 0) {
            member.welcomed = now;
            registered++;
        }
        if (kind == Change.Kind.EDIT) {
            behaviour.lookAgain(member, message);
        } else if (now - member.welcomed > WELCOME) {
            received++;
            behaviour.consider(member, message);
        }
    }

    private void start(long now, long passed) {
        due = Math.min(due + STARTS * passed / 1e6, UNANSWERED);
        int room = now - lastStart > PATIENCE ? 1 : UNANSWERED - (started - registered);
        while (speed > 0 && due >= 1 && room > 0 && !toStart.isEmpty()) {
            Member member = toStart.remove();
            telegram.people().write(telegram.bot(member.username), member.person, member.link);
            started++;
            room--;
            due--;
            lastStart = now;
        }
    }

    private long micros() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
