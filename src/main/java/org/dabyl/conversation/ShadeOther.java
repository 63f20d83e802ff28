package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.channel.PlaceOffers;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Whether a button that is not imitated for a suspended organiser means something: then it "did not work just now", and what is forged,
 * or out of date for anybody, is out of date for them too.
 */
@Component
final class ShadeOther {

    private final ShadeAlert onAlert;
    private final OpenAlerts alerts;
    private final EventRights events;
    private final PlaceOffers offers;
    private final Districts districts;
    private final Organisers organisers;
    private final Suspensions suspensions;

    ShadeOther(
            ShadeAlert onAlert,
            OpenAlerts alerts,
            EventRights events,
            PlaceOffers offers,
            Districts districts,
            Organisers organisers,
            Suspensions suspensions) {
        this.onAlert = onAlert;
        this.alerts = alerts;
        this.events = events;
        this.offers = offers;
        this.districts = districts;
        this.organisers = organisers;
        this.suspensions = suspensions;
    }

    boolean means(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        String second = parts.length > 1 ? parts[1] : "";
        return switch (verb) {
            case "channels" -> true;
            case "hand", "handto", "handyes" -> onAlert.named(chat, parts[0]).isPresent();
            case "recall" -> onAlert.named(chat, parts[0]).isPresent() && second.matches("\\d{1,6}");
            case "curve", "remarks" -> kept(chat, subject);
            case "remarkpage" -> kept(chat, parts[0]) && second.matches("\\d{1,4}");
            case "drillpage", "susps" -> subject.matches("\\d{1,4}");
            case "drill", "drillnow", "drillset" -> theirs(chat, parts[0]);
            case "susp", "suspyes", "back", "backyes" -> concerned(chat, verb.startsWith("back"), subject);
            case "bind" -> offered(chat, parts[0]) && theirs(chat, second);
            case "bindpage" -> offered(chat, parts[0]) && second.matches("\\d{1,4}");
            // what they bound themselves is unbound, and they are not to notice
            case "speak", "unbind", "unbindyes" -> parts[0].matches("[0-9a-f]{16}");
            case "ephoto" -> photo(chat, parts[0], second);
            default -> events.named(chat, subject).isPresent();
        };
    }

    private boolean kept(Chat chat, String id) {
        return onAlert.named(chat, id).or(() -> alerts.kept(chat, id)).isPresent();
    }

    private boolean theirs(Chat chat, String code) {
        return DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(known -> organisers.mayCall(self(chat), known.code()))
                .isPresent();
    }

    private boolean concerned(Chat chat, boolean back, String number) {
        return Optional.of(number)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .flatMap(digits -> suspensions.concerned(self(chat), back, Integer.parseInt(digits)))
                .isPresent();
    }

    private boolean offered(Chat chat, String offer) {
        return offers.find(chat.person().bot(), offer).isPresent();
    }

    private boolean photo(Chat chat, String event, String number) {
        return events.named(chat, event)
                .filter(known -> known.sightings().stream()
                        .filter(one -> Integer.toString(one.number()).equals(number))
                        .anyMatch(one -> one.photo().isPresent()))
                .isPresent();
    }

    private static Organiser self(Chat chat) {
        return chat.organiser().orElseThrow();
    }
}
