package org.dabyl.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Posts;
import org.dabyl.channel.Binding;
import org.dabyl.channel.Channels;
import org.dabyl.delivery.Language;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Invitations;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Suspensions;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/**
 * Ends what a suspended organiser had begun: drafts, invitations, questions, and the posts in channels and groups that they bound. Their
 * wishes and their right end with the script.
 */
@Component
final class CutStep implements Step {

    private final Organisers organisers;
    private final OrganiserNumbers numbers;
    private final Invitations invitations;
    private final Drafts drafts;
    private final Questions questions;
    private final Channels channels;
    private final Posts posts;
    private final Acts acts;
    private final Shown shown;
    private final OrganisersCommand counts;
    private final WatchCover cover;

    CutStep(
            Organisers organisers,
            OrganiserNumbers numbers,
            Invitations invitations,
            Drafts drafts,
            Questions questions,
            Channels channels,
            Posts posts,
            Acts acts,
            Shown shown,
            OrganisersCommand counts,
            WatchCover cover) {
        this.organisers = organisers;
        this.numbers = numbers;
        this.invitations = invitations;
        this.drafts = drafts;
        this.questions = questions;
        this.channels = channels;
        this.posts = posts;
        this.acts = acts;
        this.shown = shown;
        this.counts = counts;
        this.cover = cover;
    }

    @Override
    public String kind() {
        return Suspensions.CUT;
    }

    /** After a crash: where they were had back meanwhile there is nothing to end, and what they began since is left alone. */
    @Override
    public void run(String subject) {
        numbers.find(Integer.parseInt(subject))
                .filter(organiser -> organisers.suspended(organiser.address()).isPresent())
                .filter(organiser -> !shown.isSettled(organiser))
                .ifPresent(this::end);
    }

    /** What they see from the moment on in which the second wish counts. */
    void prepare(Organiser organiser) {
        Map<String, String> answers = new HashMap<>();
        for (Language language : Language.values()) {
            answers.put("organisers:" + language.tag(), counts.text(organiser, language));
            answers.put("watch:" + language.tag(), cover.lines(organiser, language));
        }
        shown.freeze(organiser, answers);
    }

    /** At once, not when the step is due. */
    void settle(Organiser organiser, boolean back) {
        if (back) {
            shown.forget(organiser);
        } else {
            end(organiser);
        }
    }

    private void end(Organiser organiser) {
        shown.keep(organiser);
        invitations.revoke(organiser);
        drafts.dropAll(organiser.address().chat());
        questions.erase(organiser.address());
        channels.boundBy(organiser.address().chat()).forEach(binding -> unbind(organiser, binding));
        shown.settled(organiser);
    }

    /** Nothing is said there: who bound it reads there too. */
    private void unbind(Organiser organiser, Binding binding) {
        acts.note(
                organiser,
                Act.CHANNEL_CUT,
                Set.of(binding.district()),
                "",
                Outdoors.name(binding.place()),
                // at once and by the step: the others are told once
                Act.CHANNEL_CUT + "." + binding.tag() + "."
                        + organisers.suspendedSince(organiser).orElse(""));
        channels.unbind(binding.place().address());
        posts.cut(binding.place().address());
    }
}
