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
        return Set.of("start");
    }

    @Override
    public void run(Chat chat, String name, String payload) {
        if (payload.startsWith("o_")) {
            appointment.accept(chat, payload.substring(2));
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
