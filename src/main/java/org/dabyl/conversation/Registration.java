package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Calls;
import org.dabyl.conversation.Quota.All;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.district.Point;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.turnout.Answers;
import org.springframework.stereotype.Component;

/** Choosing districts: by link, by button, by location, by name. */
@Component
final class Registration implements Pressable {

    private static final int NEAREST = 6;

    private final Supporters supporters;
    private final Districts districts;
    private final Calls calls;
    private final Answers answers;
    private final DistrictButtons buttons;
    private final ReportKeyboard keyboard;
    private final Departures departures;
    private final Quota quota;
    private final Influx influx;

    Registration(
            Supporters supporters,
            Districts districts,
            Calls calls,
            Answers answers,
            DistrictButtons buttons,
            ReportKeyboard keyboard,
            Departures departures,
            Quota quota,
            Influx influx) {
        this.answers = answers;
        this.supporters = supporters;
        this.districts = districts;
        this.calls = calls;
        this.buttons = buttons;
        this.keyboard = keyboard;
        this.departures = departures;
        this.quota = quota;
        this.influx = influx;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("reg", "unreg", "page", "near");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        return switch (verb) {
            case "page" -> turn(chat, subject);
            case "near" -> askLocation(chat);
            default -> {
                Optional<District> district = DistrictCode.parse(subject).flatMap(districts::find);
                district.ifPresent(known -> toggle(chat, verb, known));
                yield district.isPresent();
            }
        };
    }

    private boolean turn(Chat chat, String page) {
        boolean number = page.matches("\\d{1,4}");
        if (number) {
            offer(chat, title(chat), Integer.parseInt(page));
        }
        return number;
    }

    private static boolean askLocation(Chat chat) {
        Keyboard button = new Keyboard.AskLocation(chat.text(Phrase.SHARE_LOCATION));
        chat.send(Message.of(chat.text(Phrase.ASK_LOCATION), button));
        return true;
    }

    private void toggle(Chat chat, String verb, District district) {
        if (verb.equals("reg")) {
            register(chat, district);
        } else {
            unregister(chat, district);
        }
    }

    /** Registers and says so; whoever registers while an alert runs there is called at once. */
    void register(Chat chat, District district) {
        Optional<Supporter> before = supporters.find(chat.person());
        boolean first = before.isEmpty();
        if (first && !quota.allows(All.REGISTRATIONS, chat.person().bot())) {
            refuse(chat);
            return;
        }
        Supporter supporter = supporters.register(chat.person(), district.code(), chat.language());
        if (before.filter(known -> known.districts().contains(district.code())).isEmpty()) {
            influx.joined(district.code());
        }
        String name = district.name(chat.language().tag());
        chat.toast(Phrase.REGISTERED, name);
        Message welcome = Message.titled(
                chat.text(Phrase.REGISTERED, name),
                chat.text(Phrase.REGISTERED_BODY),
                Keyboard.inline(Profile.minutes(chat, supporter)));
        // a message has either buttons or a keyboard
        Message hint = Message.of(chat.text(Phrase.REPORT_HINT, name), keyboard.home(chat.language()));
        if (first) {
            chat.later(() -> stayed(chat), then -> then.show(welcome));
        } else {
            chat.show(welcome);
        }
        answers.welcome(chat.person());
        calls.joined(chat.person(), district.code(), chat.order());
        if (first) {
            chat.later(() -> stayed(chat), then -> then.send(hint));
        }
    }

    /** Until its turn comes they may have left, and then nothing of them may be noted any more. */
    private boolean stayed(Chat chat) {
        return supporters.find(chat.person()).isPresent();
    }

    /** Tells them to come again, as long as strangers may be told anything. */
    private void refuse(Chat chat) {
        chat.toast(Phrase.REGISTRATIONS_FULL);
        if (quota.allows(All.STRANGERS, chat.person().bot())) {
            chat.say(Phrase.REGISTRATIONS_FULL);
        }
    }

    /** Shows what one can register for, on one page of several. */
    void offer(Chat chat, Message title, int page) {
        Set<DistrictCode> registered =
                supporters.find(chat.person()).map(Supporter::districts).orElse(Set.of());
        List<List<Button>> rows = buttons.page(
                buttons.ordered(),
                page,
                district -> DistrictButtons.toggle(district, registered, chat.language()),
                next -> chat.button(Phrase.MORE_PAGES, "page:" + next));
        rows.add(List.of(chat.button(Phrase.NEAREST, "near:me")));
        chat.show(Message.titled(title.title(), title.body(), Keyboard.inline(rows)));
    }

    void offerNearest(Chat chat, Said.Place place) {
        offerSome(chat, Phrase.NEAREST_ARE, districts.nearest(new Point(place.latitude(), place.longitude()), NEAREST));
    }

    void offerSome(Chat chat, Phrase question, List<District> some) {
        Set<DistrictCode> registered =
                supporters.find(chat.person()).map(Supporter::districts).orElse(Set.of());
        chat.ask(
                question,
                buttons.rows(some, district -> DistrictButtons.toggle(district, registered, chat.language())));
    }

    /** What stands above the districts: an invitation for who is new, their list for who is registered. */
    Message title(Chat chat) {
        boolean registered = supporters.find(chat.person()).isPresent();
        return Message.titled(
                chat.text(registered ? Phrase.DISTRICTS : Phrase.CHOOSE_DISTRICT),
                chat.text(registered ? Phrase.DISTRICTS_BODY : Phrase.CHOOSE_DISTRICT_BODY),
                Keyboard.none());
    }

    private void unregister(Chat chat, District district) {
        if (supporters.unregister(chat.person(), district.code()).isEmpty()) {
            // who is registered for nothing has left
            departures.departed(chat.person());
        }
        chat.toast(Phrase.UNREGISTERED, district.name(chat.language().tag()));
        offer(chat, title(chat), 0);
    }
}
