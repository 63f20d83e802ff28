package org.dabyl.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.SealBroken;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(TestRedis.class)
class DraftsTest {

    private final TestAlerts alerts = new TestAlerts(TestVault.create(), new SettableClock());
    private final Drafts drafts = alerts.drafts();

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a|b||c", "two\nlines", "<b>&amp;</b> *_` $1 \\ {0}", "🚜 Шаңырақ"})
    void whatIsWrittenIsFound(String text) {
        Draft draft = alerts.draft("shanyrak-1", text);

        assertThat(drafts.find(draft.id())).contains(draft);
    }

    @Test
    void itsTextIsNotReadableInRedis() {
        String text = "bulldozers at the school";
        alerts.draft("shanyrak-1", text);

        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Contents.read()).isNotEmpty().doesNotContain(text, "bulldozers", encoded);
    }

    @Test
    void aTextMovedToAnotherDraftIsRefused(StringRedisTemplate redis) {
        Draft one = alerts.draft("shanyrak-1", "one");
        Draft other = alerts.draft("shanyrak-1", "other");
        redis.rename(Drafts.key(one.id()), Drafts.key(other.id()));

        assertThatThrownBy(() -> drafts.find(other.id())).isInstanceOf(SealBroken.class);
    }

    @Test
    void anotherTextKeepsTheRest() {
        Draft draft = alerts.draft("shanyrak-1", "one");

        drafts.revise(draft, Plan.call("other"));

        assertThat(drafts.find(draft.id()))
                .contains(new Draft(draft.id(), TestAlerts.AUTHOR, draft.district(), Plan.call("other")));
    }

    @Test
    void oneThatIsDroppedOrUnknownIsNotFound() {
        Draft draft = alerts.draft("shanyrak-1", "one");

        drafts.drop(draft.id());

        assertThat(drafts.find(draft.id())).isEmpty();
        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void itLivesAnHourAtMost(StringRedisTemplate redis) {
        Draft draft = alerts.draft("shanyrak-1", "one");

        assertThat(redis.getExpire(Drafts.key(draft.id()))).isBetween(1L, 3600L);
    }
}
