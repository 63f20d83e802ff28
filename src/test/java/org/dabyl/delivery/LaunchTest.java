package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class LaunchTest {

    private final TestBot bot = new TestBot();

    @Test
    void launchingTwiceLaunchesOnce() {
        bot.register("d:shanyrak", 1, 3);
        assertThat(bot.launch("d:shanyrak")).isEqualTo(3);
        bot.register("d:shanyrak", 4, 9);

        assertThat(bot.launch("d:shanyrak")).isEqualTo(3);

        assertThat(bot.claim()).hasSize(3);
        assertThat(bot.progress().recipients()).isEqualTo(3);
    }

    @Test
    void onePersonInThreeDistrictsIsOneDelivery() {
        bot.register("d:1", 1, 1);
        bot.register("d:2", 1, 1);
        bot.register("d:3", 1, 2);

        assertThat(bot.launch("d:1", "d:2", "d:3")).isEqualTo(2);

        assertThat(bot.claim()).hasSize(2);
    }

    @Test
    void whoIsInANearerClassIsNotInAFartherOne() {
        bot.register("near", 1, 2);
        bot.register("far", 1, 5);

        assertThat(launch(new Audience(List.of(List.of(key("near")), List.of(key("far"))), List.of(), "")))
                .isEqualTo(5);

        assertThat(bot.redis.opsForSet().size(key("dispatch:a1.call.1:waiting:2")))
                .isEqualTo(3);
    }

    @Test
    void thoseExceptedAndThoseCalledBeforeAreLeftOutAndTheNewOnesAreNoted() {
        bot.register("d:1", 1, 5);
        bot.register("silent", 1, 1);
        bot.register("called", 2, 2);

        assertThat(launch(new Audience(List.of(List.of(key("d:1"))), List.of(key("silent")), key("called"))))
                .isEqualTo(3);

        assertThat(bot.redis.opsForSet().members(key("called"))).isEqualTo(chats(2, 3, 4, 5));
    }

    @Test
    void whoIsNotInEverySetThatIsAskedForIsLeftOut() {
        bot.register("near", 1, 4);
        bot.register("far", 3, 9);
        bot.register("cars", 2, 6);
        bot.register("law", 4, 8);

        assertThat(launch(new Audience(
                        List.of(List.of(key("near")), List.of(key("far"))),
                        List.of(key("cars"), key("law")),
                        List.of(),
                        key("called"))))
                .isEqualTo(3);

        assertThat(bot.redis.opsForSet().members(key("called"))).isEqualTo(chats(4, 5, 6));
    }

    @Test
    void nobodyHasWhatNobodyBrings() {
        bot.register("near", 1, 4);

        assertThat(launch(new Audience(List.of(List.of(key("near"))), List.of(key("none")), List.of(), "")))
                .isZero();
    }

    @Test
    void whoMutedTheBotIsNotARecipient() {
        bot.register("d:1", 1, 3);
        bot.mute(2);

        assertThat(launch(new Audience(List.of(List.of(key("d:1"))), List.of(), key("called"))))
                .isEqualTo(2);

        assertThat(bot.redis.opsForSet().members(key("called"))).isEqualTo(chats(1, 3));
    }

    @Test
    void aMuteThatIsOverMutesNobody() {
        bot.register("d:1", 1, 3);
        bot.redis.opsForZSet().add(key("muted"), bot.chat(2).value(), 1000);

        assertThat(bot.launch("d:1")).isEqualTo(3);
    }

    @Test
    void aDispatchMayBreakMutes() {
        bot.register("d:1", 1, 3);
        bot.mute(2);
        var plain = TestBot.dispatch(TestBot.CALL, Priority.UPDATE);
        var breaking = new Dispatch(plain.id(), plain.priority(), true, plain.texts());

        assertThat(bot.dispatches.launch(TestBot.ID, breaking, TestBot.everyoneIn("d:1")))
                .isEqualTo(3);

        assertThat(bot.claim()).hasSize(3);
    }

    @Test
    void nobodyToSendToIsTheEndOfIt() {
        assertThat(bot.launch("nobody")).isZero();

        assertThat(bot.progress().ended()).isTrue();
        assertThat(book().get("endedAt")).isEqualTo(book().get("launchedAt"));
        assertThat(bot.redis.hasKey(key("running:call"))).isFalse();
    }

    @Test
    void allOfItIsForgottenInTwoDays() {
        bot.register("d:1", 1, 3);
        bot.launch("d:1");
        Lease lease = bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, "receipt", 0));
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofSeconds(1), 0));
        bot.claimOne();

        Set<String> keys = bot.redis.keys(key("*"));
        keys.removeAll(Set.of(key("d:1"), key("supporters")));
        assertThat(keys).contains(key("leases"), key("retries:call"), key("dispatch:a1.call.1:receipts"));
        assertThat(keys)
                .allSatisfy(each -> assertThat(bot.redis.getExpire(each)).isBetween(1L, 48 * 3600L));
    }

    @Test
    void noTextLiesOpenInTheStore() {
        bot.register("d:1", 1, 1);
        bot.launch("d:1");

        assertThat(bot.redis.opsForHash().entries(key("dispatch:a1.call.1:texts")))
                .containsOnlyKeys("kk", "ru", "en");
        assertThat(bot.redis.opsForHash().values(key("dispatch:a1.call.1:texts")))
                .allSatisfy(text -> assertThat((String) text).doesNotContain("body"));
    }

    private long launch(Audience audience) {
        return bot.dispatches.launch(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL), audience);
    }

    private Map<Object, Object> book() {
        return bot.redis.opsForHash().entries(key("dispatch:a1.call.1"));
    }

    private Set<String> chats(long... people) {
        Set<String> chats = new java.util.HashSet<>();
        for (long person : people) {
            chats.add(bot.chat(person).value());
        }
        return chats;
    }

    private static String key(String name) {
        return TestBot.key(name);
    }
}
