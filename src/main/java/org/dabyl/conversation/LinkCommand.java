package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Links;
import org.dabyl.delivery.Message;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** {@code /link}: the link by which residents register for a district, to send on or to print. */
@Component
final class LinkCommand implements Command, Pressable {

    private final Districts districts;
    private final DistrictButtons buttons;
    private final Links links;

    LinkCommand(Districts districts, DistrictButtons buttons, Links links) {
        this.districts = districts;
        this.buttons = buttons;
        this.links = links;
    }

    @Override
    public Set<String> names() {
        return Set.of("link");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("link", "links");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (rest.isEmpty() || !press(chat, "link", rest)) {
            choose(chat, 0);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("links")) {
            boolean page = subject.matches("\\d{1,4}");
            if (page) {
                choose(chat, Integer.parseInt(subject));
            }
            return page;
        }
        Optional<District> district = DistrictCode.parse(subject).flatMap(districts::find);
        district.ifPresent(known -> show(chat, known));
        return district.isPresent();
    }

    private void show(Chat chat, District district) {
        links.start("d_" + district.code().value())
                .ifPresentOrElse(
                        link -> chat.send(Message.titled(
                                chat.text(
                                        Phrase.JOIN_LINK,
                                        district.name(chat.language().tag())),
                                chat.text(Phrase.JOIN_LINK_BODY, link),
                                Keyboard.none())),
                        () -> chat.say(Phrase.TRY_AGAIN));
    }

    private void choose(Chat chat, int page) {
        chat.ask(
                Phrase.JOIN_LINK_CHOOSE,
                buttons.page(
                        buttons.ordered(),
                        page,
                        district -> Button.press(
                                district.name(chat.language().tag()),
                                "link:" + district.code().value()),
                        next -> chat.button(Phrase.MORE_PAGES, "links:" + next)));
    }
}
