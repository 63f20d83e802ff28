package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.dabyl.store.TestRedis;

/** Whatever happens in whatever order: everyone is accounted for, and who has it does not get it again. */
class InterleavingsTest {

    enum Act {
        LAUNCH,
        LAUNCH_OTHER,
        CLAIM,
        CLAIM_MANY,
        DELIVERED,
        DELIVERED_LATE,
        GONE,
        UNKNOWN,
        LATER,
        REFUSED,
        EXPIRE,
        WITHDRAW,
        ERASE,
        LEAVE,
        MUTE
    }

    private static final DispatchId OTHER = new DispatchId("a2.call.1");

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
            case LAUNCH -> launch(TestBot.CALL);
            case LAUNCH_OTHER -> launch(OTHER);
            case CLAIM -> claim(1);
            case CLAIM_MANY -> claim(5);
            case DELIVERED -> deliver(0);
            case DELIVERED_LATE -> deliver(leases.size() / 2);
            case GONE ->
                leases.stream()
                        .findFirst()
                        .ifPresent(lease -> bot.settle.run(TestBot.ID, Settle.Booking.gone(lease, 0)));
            case UNKNOWN ->
                leases.stream()
                        .findFirst()
                        .ifPresent(
                                lease -> bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ZERO, 0)));
            case LATER ->
                leases.stream()
                        .findFirst()
                        .ifPresent(lease ->
                                bot.settle.run(TestBot.ID, Settle.Booking.later(lease, Duration.ofMillis(1), 0)));
            case REFUSED ->
                leases.stream()
                        .findFirst()
                        .ifPresent(lease -> bot.settle.run(TestBot.ID, Settle.Booking.refused(lease, "long", 0)));
            case EXPIRE -> {
                bot.makeDue("leases");
                bot.makeDue("retries:call");
            }
            case WITHDRAW -> bot.dispatches.withdraw(TestBot.CALL);
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

    private void launch(DispatchId id) {
        var audience = new Audience(
                List.of(List.of(TestBot.key("near")), List.of(TestBot.key("far"))),
                List.of(),
                TestBot.key("called." + id.value()));
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(id, Priority.CALL), audience);
    }

    private void claim(int most) {
        bot.redis.delete(TestBot.key("pause"));
        List<Lease> claimed = bot.claim.run(TestBot.ID, most).leases();
        assertThat(claimed).noneMatch(lease -> settled.contains(name(lease)));
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
