package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Seconds;
import org.springframework.stereotype.Component;

/** The drafts of the organiser who speaks. */
@Component
final class OwnDrafts {

    private final Drafts drafts;
    private final Organisers organisers;
    private final Seconds seconds;

    OwnDrafts(Drafts drafts, Organisers organisers, Seconds seconds) {
        this.drafts = drafts;
        this.organisers = organisers;
        this.seconds = seconds;
    }

    /** The draft, where it is this organiser's and the right to call is still theirs. */
    Optional<Draft> find(Chat chat, AlertId id) {
        return drafts.find(id)
                .filter(draft -> draft.author().equals(chat.person().chat()))
                .filter(draft -> organisers.mayCall(chat.organiser().orElseThrow(), draft.district()));
    }

    /** The same, where it can be changed: others who were asked to agree must send what they saw. */
    Optional<Draft> open(Chat chat, AlertId id) {
        return find(chat, id).filter(draft -> seconds.author(id.value()).isEmpty());
    }

    Draft revise(Draft draft, Plan plan) {
        return drafts.revise(draft, plan);
    }
}
