package org.dabyl.conversation;

import java.util.Set;
import org.dabyl.alert.Drafts;
import org.dabyl.channel.Channels;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Menus;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Seconds;
import org.dabyl.organiser.SteppingDown;
import org.springframework.stereotype.Component;

/** Makes an organiser who said {@code /leave} one no longer, and erases what is kept of them; the others are told of it as of any act. */
@Component
final class StepDown implements Pressable {

    static final String VERB = "stepdown";
    static final String YES = "yes";

    private final SteppingDown steppingDown;
    private final Departures departures;
    private final Drafts drafts;
    private final Seconds seconds;
    private final Boards boards;
    private final Shown shown;
    private final Channels channels;
    private final Noting noting;
    private final Menus menus;

    StepDown(
            SteppingDown steppingDown,
            Departures departures,
            Drafts drafts,
            Seconds seconds,
            Boards boards,
            Shown shown,
            Channels channels,
            Noting noting,
            Menus menus) {
        this.steppingDown = steppingDown;
        this.departures = departures;
        this.drafts = drafts;
        this.seconds = seconds;
        this.boards = boards;
        this.shown = shown;
        this.channels = channels;
        this.noting = noting;
        this.menus = menus;
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
    public boolean whileLocked() {
        return true;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Organiser self = chat.organiser().orElseThrow();
        if (self.owner() || !subject.equals(YES)) {
            return false;
        }
        noting.steppedDown(chat);
        // cut off before they are no organiser any more, the press comes again
        forget(self);
        steppingDown.end(self);
        // again: until then they could be given a board, and write a draft
        forget(self);
        menus.plainMenu(self.address());
        chat.sendLast(Message.of(chat.text(Phrase.STEPPED_DOWN), ReportKeyboard.none()));
        return true;
    }

    private void forget(Organiser gone) {
        drafts.dropAll(gone.address().chat()).forEach(id -> seconds.end(id.value()));
        boards.forget(gone.address());
        shown.forget(gone);
        // what they bound goes on: it is the district's
        channels.boundBy(gone.address().chat()).forEach(binding -> channels.bind(binding.byNobody()));
        departures.departed(gone.address());
    }
}
