package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** {@code /start}: a join link, an invitation, or the first contact. */
@Component
final class StartCommand implements Command {

    private static final String NAME = "start";
    private static final String INVITATION = "o_";

    private final Districts districts;
    private final Registration registration;
    private final Appointment appointment;

    StartCommand(Districts districts, Registration registration, Appointment appointment) {
        this.districts = districts;
        this.registration = registration;
        this.appointment = appointment;
    }

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    /** Whether it opens an invitation. */
    static boolean invited(Spoken spoken) {
        return spoken.name().equals(NAME) && spoken.rest().startsWith(INVITATION);
    }

    @Override
    public void run(Chat chat, String name, String payload) {
        if (payload.startsWith(INVITATION)) {
            appointment.accept(chat, payload.substring(INVITATION.length()));
        } else if (payload.startsWith("d_")) {
            Optional<DistrictCode> code = DistrictCode.parse(payload.substring(2));
            code.flatMap(districts::find)
                    .ifPresentOrElse(
                            district -> registration.register(chat, district),
                            () -> registration.offer(
                                    chat, Message.of(chat.text(Phrase.UNKNOWN_DISTRICT), Keyboard.none()), 0));
        } else {
            registration.offer(chat, registration.title(chat), 0);
        }
    }
}
