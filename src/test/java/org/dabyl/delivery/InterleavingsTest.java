package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.dabyl.store.TestRedis;

/** Whatever happens in whatever order: everyone is accounted for, and who has it does not get it again. */
class InterleavingsTest {

    enum Act {
        LAUNCH,
        LAUNCH_UPDATE,
        LAUNCH_REMINDER,
        CLAIM,
        CLAIM_MANY,
        DELIVERED,
        DELIVERED_LATE,
        GONE,
        UNKNOWN,
        LATER,
        REFUSED,
        DECLINED,
        FAILED,
        PROLONG,
        EXPIRE,
        DUE,
        HASTEN,
        PURGE,
        CLOCK_BACK,
        WITHDRAW,
        WITHDRAW_REMINDER,
        ERASE,
        LEAVE,
        MUTE
    }

    private static final DispatchId UPDATE = new DispatchId("a1.news.1");
    private static final DispatchId REMINDER = new DispatchId("a2.silent.1");

    private final TestBot bot = new TestBot();
    private final List<Lease> leases = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private long next;

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void keepTheBooks(@ForAll @Size(max = 60) List<Act> acts) {
        TestRedis.flush();
        leases.clear();
        settled.clear();
        next = 1;
        bot.register("near", 1, 4);
        bot.register("far", 3, 9);

        for (Act act : acts) {
            perform(act);
            assertThat(bot.count()).allMatch(Count.Counted::balanced, act.name());
            assertThat(bot.progress().balanced()).isTrue();
        }
    }

    private void perform(Act act) {
        switch (act) {
            case LAUNCH -> launch(TestBot.CALL, Priority.CALL);
            case LAUNCH_UPDATE -> launch(UPDATE, Priority.UPDATE);
            case LAUNCH_REMINDER -> launch(REMINDER, Priority.REMINDER);
            case CLAIM -> claim(1);
            case CLAIM_MANY -> claim(5);
            case DELIVERED -> deliver(0);
            case DELIVERED_LATE -> deliver(leases.size() / 2);
            case GONE -> settle(lease -> Settle.Booking.gone(lease, 0));
            case UNKNOWN -> settle(lease -> Settle.Booking.unknown(lease, Duration.ZERO, 0));
            case LATER -> settle(lease -> Settle.Booking.later(lease, Duration.ofMillis(1), 0));
            case REFUSED -> settle(lease -> Settle.Booking.refused(lease, "long", 0));
            case DECLINED -> settle(lease -> Settle.Booking.declined(lease, "odd", 0));
            case FAILED -> settle(lease -> Settle.Booking.failed(lease, 0));
            case PROLONG -> some().ifPresent(this::prolong);
            case EXPIRE -> bot.makeDue("leases");
            case DUE -> {
                for (Priority priority : Priority.values()) {
                    bot.makeDue("retries:" + priority.tag());
                }
            }
            case HASTEN -> bot.hasten();
            case PURGE -> new Leftovers(bot.redis, bot).purge(Instant.EPOCH);
            case CLOCK_BACK -> bot.redis.opsForHash().put(TestBot.key("pace"), "clock", "4e15");
            case WITHDRAW -> bot.dispatches.withdraw(TestBot.CALL);
            case WITHDRAW_REMINDER -> bot.dispatches.withdraw(REMINDER);
            case ERASE -> bot.erase.run(bot.address(person()));
            case LEAVE ->
                bot.redis
                        .opsForHash()
                        .delete(TestBot.key("supporters"), bot.chat(person()).value());
            case MUTE -> bot.mute(person());
        }
    }

    private long person() {
        return 1 + next++ % 9;
    }

    /** One that was leased, by turns an early and a late one; it may be stale by now. */
    private Optional<Lease> some() {
        return leases.isEmpty() ? Optional.empty() : Optional.of(leases.get((int) (next++ % leases.size())));
    }

    private void settle(Function<Lease, Settle.Booking> booking) {
        some().ifPresent(lease -> bot.settle.run(TestBot.ID, booking.apply(lease)));
    }

    /** What is prolonged is held, and what is held is not leased to anybody else when the others run out. */
    private void prolong(Lease lease) {
        boolean held = new Prolong(bot.redis, bot.settings).run(TestBot.ID, List.of(lease)) == 1;
        String name = lease.dispatch().value() + "|" + lease.chat().value() + "|" + lease.attempt();
        Double ends = bot.redis.opsForZSet().score(TestBot.key("leases"), name);
        assertThat(ends != null).isEqualTo(held);
        if (ends != null) {
            assertThat(ends).isGreaterThan(1);
        }
    }

    private void launch(DispatchId id, Priority priority) {
        var audience = new Audience(
                List.of(List.of(TestBot.key("near")), List.of(TestBot.key("far"))),
                List.of(),
                TestBot.key("called." + id.value()));
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(id, priority), audience);
    }

    private void claim(int most) {
        bot.redis.delete(TestBot.key("pause"));
        List<Lease> claimed = bot.claim.run(TestBot.ID, most).leases();
        assertThat(claimed).noneMatch(lease -> settled.contains(name(lease)));
        assertThat(claimed.stream().map(InterleavingsTest::name)).doesNotHaveDuplicates();
        leases.addAll(claimed);
    }

    private void deliver(int index) {
        if (leases.isEmpty()) {
            return;
        }
        Lease lease = leases.remove(index);
        if (bot.settle
                .run(TestBot.ID, Settle.Booking.delivered(lease, "receipt", 0))
                .held()) {
            assertThat(settled.add(name(lease))).isTrue();
        }
    }

    private static String name(Lease lease) {
        return lease.dispatch().value() + lease.chat().value();
    }
}
