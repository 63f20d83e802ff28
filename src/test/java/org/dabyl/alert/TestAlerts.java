package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;

/** Makes and opens the alerts of a test. */
public final class TestAlerts {

    public static final SealedId AUTHOR = TestFleet.person(7, 999).chat();

    /** An alert is warned of after 11 h and over after 12; who came is asked after 1 h, and again after another. */
    public static final AlertSettings SETTINGS = new AlertSettings(
            Duration.ofHours(12), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), ClearAfter.of("24h"));

    private final Drafts drafts;
    private final Alerts alerts;

    public TestAlerts(Vault vault, Clock clock) {
        drafts = new Drafts(TestRedis.template(), vault);
        alerts = new Alerts(TestRedis.template(), vault, SETTINGS, clock);
    }

    /** News to everyone. */
    static News news(String text) {
        return new News(Topic.NEWS, Part.ALL, text);
    }

    public Drafts drafts() {
        return drafts;
    }

    public Alerts alerts() {
        return alerts;
    }

    public Draft draft(String district, String text) {
        return drafts.write(AUTHOR, new DistrictCode(district), Plan.call(text));
    }

    /** An alert that is open. */
    public Alert raise(String district) {
        return alerts.raise(draft(district, "bulldozers at the school").id()).orElseThrow();
    }
}
