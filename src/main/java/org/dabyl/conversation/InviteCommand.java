package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Links;
import org.dabyl.delivery.Message;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Invitations;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /invite}: a link that makes one more organiser. */
@Component
final class InviteCommand implements Command, Pressable {

    private final Organisers organisers;
    private final Invitations invitations;
    private final Districts districts;
    private final DistrictButtons buttons;
    private final Links links;
    private final Noting noting;

    InviteCommand(
            Organisers organisers,
            Invitations invitations,
            Districts districts,
            DistrictButtons buttons,
            Links links,
            Noting noting) {
        this.organisers = organisers;
        this.invitations = invitations;
        this.districts = districts;
        this.buttons = buttons;
        this.links = links;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of("invite");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("invite", "invitees");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (rest.isEmpty() || !press(chat, "invite", rest)) {
            choose(chat, 0);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("invitees")) {
            boolean page = subject.matches("\\d{1,4}");
            if (page) {
                choose(chat, Integer.parseInt(subject));
            }
            return page;
        }
        Optional<District> district =
                DistrictCode.parse(subject).flatMap(districts::find).filter(known -> mayInvite(chat, known));
        district.ifPresent(known -> invite(chat, known));
        return district.isPresent();
    }

    private void invite(Chat chat, District district) {
        noting.note(chat, Act.INVITED, district.code(), "");
        links.start("o_"
                        + invitations.forDistrict(
                                district.code(), chat.organiser().orElseThrow()))
                .ifPresentOrElse(
                        link -> chat.send(Message.titled(
                                chat.text(
                                        Phrase.INVITE_LINK,
                                        district.name(chat.language().tag())),
                                chat.text(Phrase.INVITE_LINK_BODY, link),
                                Keyboard.none())),
                        () -> chat.say(Phrase.TRY_AGAIN));
    }

    private void choose(Chat chat, int page) {
        List<District> own = buttons.ordered().stream()
                .filter(district -> mayInvite(chat, district))
                .toList();
        chat.ask(
                Phrase.INVITE_CHOOSE,
                buttons.page(
                        own,
                        page,
                        district -> Button.press(
                                district.name(chat.language().tag()),
                                "invite:" + district.code().value()),
                        next -> chat.button(Phrase.MORE_PAGES, "invitees:" + next)));
    }

    private boolean mayInvite(Chat chat, District district) {
        return organisers.mayCall(chat.organiser().orElseThrow(), district.code());
    }
}
