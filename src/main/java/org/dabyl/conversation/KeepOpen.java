package org.dabyl.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Activity;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Warnings;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/** The announcement that an alert is about to end by itself, and the button that keeps it open. */
@Component
final class KeepOpen implements Warnings, Pressable {

    private static final String VERB = "keep";

    private final Notices notices;
    private final Activity activity;
    private final OpenAlerts open;
    private final Texts texts;
    private final Districts districts;
    private final Noting noting;

    KeepOpen(Notices notices, Activity activity, OpenAlerts open, Texts texts, Districts districts, Noting noting) {
        this.notices = notices;
        this.activity = activity;
        this.open = open;
        this.texts = texts;
        this.districts = districts;
        this.noting = noting;
    }

    @Override
    public void endsSoon(Alert alert, Duration left, String occasion) {
        notices.tell(
                alert,
                occasion,
                language -> Message.titled(
                        texts.get(
                                language,
                                Phrase.FORGOTTEN_SOON,
                                districts.nameOf(alert.district(), language.tag()),
                                alert.number()),
                        texts.get(language, Phrase.FORGOTTEN_SOON_BODY, left.toMinutes()),
                        Keyboard.inline(List.of(List.of(Button.press(
                                texts.get(language, Phrase.KEEP_OPEN),
                                VERB + ":" + alert.id().value()))))));
    }

    @Override
    public Set<String> verbs() {
        return Set.of(VERB);
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Alert> alert = open.named(chat, subject);
        alert.ifPresent(known -> {
            noting.note(chat, Act.KEPT_OPEN, known, "");
            activity.saw(known.id());
            chat.toast(Phrase.KEPT_OPEN, known.number());
            chat.show(Message.of(chat.text(Phrase.KEPT_OPEN, known.number()), Keyboard.none()));
        });
        return alert.isPresent();
    }
}
