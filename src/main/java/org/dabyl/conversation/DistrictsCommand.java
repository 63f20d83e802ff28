package org.dabyl.conversation;

import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /districts}: where one is called, to add and to remove. */
@Component
final class DistrictsCommand implements Command {

    private final Registration registration;

    DistrictsCommand(Registration registration) {
        this.registration = registration;
    }

    @Override
    public Set<String> names() {
        return Set.of("districts");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        registration.offer(chat, registration.title(chat), 0);
    }
}
