package org.dabyl.smoke;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.dabyl.organiser.OwnerLink;
import org.springframework.context.ApplicationContext;

/** What the operator reads when the program starts. */
final class Log {

    private Log() {}

    static String ownerLink(ApplicationContext program) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> program.getBean(OwnerLink.class).current(), Optional::isPresent)
                .orElseThrow();
    }
}
