package org.dabyl.supporter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;

/** Registers thousands at once, and leaves in Redis what registering them one by one would leave. */
public final class Enrolment {

    private Enrolment() {}

    /** None of them may be registered already. */
    public static void enrol(BotId bot, List<SealedId> chats, DistrictCode code, Language language, LocalDate day) {
        String form = SupporterForm.write(Supporter.fresh(language, day).with(code, day));
        Map<String, String> forms = new LinkedHashMap<>();
        chats.forEach(chat -> forms.put(chat.value(), form));
        TestRedis.template().opsForHash().putAll(bot.key("supporters"), forms);
        TestRedis.template()
                .opsForSet()
                .add(Supporters.key(bot, code), forms.keySet().toArray(String[]::new));
    }
}
