package org.dabyl.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ChannelsTest {

    private static final Address HERE = TestFleet.person(7, 1);
    private static final Address THERE = TestFleet.person(8, 2);
    private static final DistrictCode ULZHAN = new DistrictCode("ulzhan-1");

    private final Vault vault = TestVault.create();
    private final Channels channels = TestChannels.of(TestFleet.of(7, 8), vault);
    private final PlaceOffers offers = new PlaceOffers(TestRedis.template(), vault);

    @Test
    void whatIsBoundIsFoundByItsDistrict() {
        Binding one =
                new Binding(new Place(HERE, false, "A|B"), ULZHAN, List.of(Language.KK, Language.RU), Optional.empty());
        Binding other = TestChannels.bound(THERE, "duman");
        channels.bind(one);
        channels.bind(other);

        assertThat(channels.find(HERE)).contains(one);
        assertThat(channels.all()).containsExactlyInAnyOrder(one, other);
        assertThat(channels.of(Set.of(ULZHAN))).containsExactly(one);
    }

    @Test
    void boundAgainItIsOfTheNewDistrictOnly() {
        channels.bind(TestChannels.bound(HERE, "duman"));
        channels.bind(TestChannels.bound(HERE, "ulzhan-1"));

        assertThat(channels.all()).extracting(Binding::district).containsExactly(ULZHAN);
    }

    @Test
    void unbindingAndErasingLeaveNothingBehind() {
        channels.bind(TestChannels.bound(HERE, "duman"));
        channels.bind(TestChannels.bound(THERE, "duman"));

        assertThat(channels.unbind(HERE)).isTrue();
        assertThat(channels.unbind(HERE)).isFalse();
        channels.erase(THERE);

        assertThat(Contents.read()).isEmpty();
    }

    @Test
    void aLossIsNewsOnceUntilItIsBoundAgain() {
        Binding binding = TestChannels.bound(HERE, "duman");
        channels.bind(binding);

        assertThat(channels.lose(binding)).isTrue();
        assertThat(channels.lose(binding)).isFalse();
        assertThat(channels.find(HERE)).isEmpty();
        channels.bind(binding);
        assertThat(channels.lose(binding)).isTrue();
    }

    @Test
    void aGroupThatMovedIsBoundWhereItIsNow() {
        Address now = TestFleet.person(7, 3);
        channels.bind(TestChannels.bound(HERE, "duman"));

        channels.on(new ChatMoved(HERE, now.chat()));

        assertThat(channels.all()).containsExactly(TestChannels.bound(now, "duman"));
    }

    @Test
    void whoBoundItIsKeptAndOneOfBeforeNamesNobody() {
        SealedId organiser = TestFleet.person(7, 4).chat();
        Binding before = TestChannels.bound(THERE, "duman");
        Binding binding = new Binding(new Place(HERE, true, "A"), ULZHAN, List.of(Language.KK), Optional.of(organiser));
        channels.bind(binding.speaking(List.of(Language.EN)));
        channels.bind(before);
        Address now = TestFleet.person(7, 3);

        channels.on(new ChatMoved(HERE, now.chat()));

        assertThat(channels.find(now).orElseThrow().by()).contains(organiser);
        assertThat(channels.find(THERE)).contains(before);
        assertThat(channels.boundBy(organiser))
                .extracting(known -> known.place().address())
                .containsExactly(now);
    }

    @Test
    void theTitleIsSealedAndCutBetweenCharacters() {
        Place place = new Place(HERE, true, "😀".repeat(100));
        channels.bind(new Binding(place, ULZHAN, List.of(Language.KK), Optional.empty()));
        String id = offers.add(place);

        assertThat(place.title()).isEqualTo("😀".repeat(59) + "…");
        assertThat(place).hasToString("Place");
        assertThat(Contents.read()).doesNotContain("😀");
        assertThat(channels.all().getFirst().place()).isEqualTo(place);
        assertThat(offers.find(HERE.bot(), id)).contains(place);
        assertThat(offers.find(THERE.bot(), id)).isEmpty();
    }

    @Test
    void anotherKeysetDoesNotReadIt() {
        channels.bind(TestChannels.bound(HERE, "duman"));
        Channels foreign = TestChannels.of(TestFleet.of(7), TestVault.create());

        assertThatThrownBy(foreign::all).isInstanceOf(RuntimeException.class);
    }
}
