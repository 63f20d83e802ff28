package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.TestOrganisers;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class OfficePostTest {

    private static final Message NEWS = Message.of("news", Keyboard.none());

    private final StringRedisTemplate redis = TestRedis.template();
    private final Organisers organisers = TestOrganisers.create();
    private final Organiser dana =
            new Organiser(TestFleet.person(7, 1), Language.RU, false, Set.of(new DistrictCode("bakay")));
    private final String chat = dana.address().chat().value();
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private int sent;

    @BeforeEach
    void appoint() {
        redis.opsForHash().put("{dabyl}:organisers", chat, "7|ru||bakay");
    }

    @Test
    void whoIsInOfficeGetsIt() {
        assertThat(sends()).isTrue();
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void whoStepsDownWhileItWaitsDoesNot() {
        before = () -> redis.opsForHash().delete("{dabyl}:organisers", chat);

        assertThat(sends()).isFalse();
        assertThat(sent).isZero();
    }

    @Test
    void whoIsCutOffWhileItWaitsDoesNot() {
        before = () -> redis.opsForHash().put("{dabyl}:suspended", chat, "1");

        assertThat(sends()).isFalse();
        assertThat(sent).isZero();
    }

    @Test
    void whoStepsDownJustAfterwardsIsNotNoted() {
        after = () -> redis.opsForHash().delete("{dabyl}:organisers", chat);

        assertThat(sends()).isFalse();
        assertThat(sent).isEqualTo(1);
    }

    private boolean sends() {
        return new OfficePost(organisers, new Waiting(() -> true)).send(dana, NEWS);
    }

    /** Sends what is still wanted after something has happened. */
    private final class Waiting extends NoPost {

        private final BooleanSupplier wanted;

        private Waiting(BooleanSupplier wanted) {
            this.wanted = wanted;
        }

        @Override
        public Post onlyIf(BooleanSupplier asked) {
            return new Waiting(asked);
        }

        @Override
        public OptionalLong send(Address to, Message message) {
            before.run();
            if (!wanted.getAsBoolean()) {
                return OptionalLong.empty();
            }
            sent++;
            after.run();
            return OptionalLong.of(sent);
        }
    }
}
