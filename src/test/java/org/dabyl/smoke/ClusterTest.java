package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.dabyl.store.TestCluster;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;

/** The whole conversation on a Redis Cluster, by nothing but its setting. */
class ClusterTest {

    @Test
    void theMainJobIsDoneOnAClusterOfThreeMastersAndAWipeEmptiesThemAll() throws IOException {
        try (TestCluster cluster = TestCluster.start();
                Crew crew = new Crew(cluster.settings())) {
            Phone owner = crew.owner(1_001);
            Instance program = crew.startReady();
            Phone aigul = crew.phone(1_002, "kk").writes("/start d_karasu").expect("Қарасу");
            // the last poll of the process that made the owner may hang at Telegram for some more seconds
            long conflicts = crew.statistic("conflicts");
            Phone sergey = crew.phone(1_003, "ru").writes("/start d_karasu").expect("вы записаны");

            owner.writes("/alert karasu they are here").expect("they are here");
            owner.press(
                    owner.last().id(), owner.last().rows().getFirst().getFirst().data());
            owner.waitFor("Sent: under 5");
            aigul.waitFor("they are here");
            aigul.presses("10").expect("10");
            owner.waitFor("Coming: 1");
            sergey.waitFor("they are here");
            sergey.presses("Не могу").expect("не могу");
            owner.waitFor("come: 1");
            owner.writes("/update the north gate").waitFor("News on its way");
            sergey.waitFor("the north gate");
            owner.writes("/standdown").waitFor("· over");
            aigul.waitFor("Аяқталды");
            sergey.waitFor("Отбой");
            sergey.writes("/leave").waitFor("стёрто");
            assertThat(crew.statistic("conflicts")).isEqualTo(conflicts);

            String needle =
                    TestVault.open(crew.keyset()).seal(new ChatId(1_002)).value();
            assertThat(cluster.mentions(needle)).isNotEmpty();
            owner.writes("/panic word nightingale").waitFor("The word is set");
            owner.writes("/panic wipe nightingale");
            assertThat(crew.end(program)).isZero();
            assertThat(cluster.keys()).containsExactly("{dabyl}:wiped");
            assertThat(cluster.mentions(needle)).isEmpty();
        }
    }
}
