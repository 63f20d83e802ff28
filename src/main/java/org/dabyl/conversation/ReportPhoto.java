package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Post;
import org.dabyl.report.Event;
import org.dabyl.report.Sighting;
import org.springframework.stereotype.Component;

/** Shows an organiser the photo of a report: its file id means something to the bot alone that received it. */
@Component
final class ReportPhoto implements Pressable {

    private final EventRights rights;
    private final EventRenderer renderer;
    private final Post post;

    ReportPhoto(EventRights rights, EventRenderer renderer, Post post) {
        this.rights = rights;
        this.renderer = renderer;
        this.post = post;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("ephoto");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Event> event = parts.length == 2 ? rights.named(chat, parts[0]) : Optional.empty();
        Optional<Sighting> sighting = event.flatMap(known -> known.sightings().stream()
                .filter(one -> Integer.toString(one.number()).equals(parts[1]))
                .filter(one -> one.photo().isPresent())
                .findFirst());
        sighting.ifPresent(one -> show(chat, event.orElseThrow(), one));
        return sighting.isPresent();
    }

    private void show(Chat chat, Event event, Sighting sighting) {
        if (!sighting.reporter().bot().equals(chat.person().bot())) {
            chat.toast(Phrase.EVENT_PHOTO_ELSEWHERE);
            return;
        }
        String caption =
                chat.text(Phrase.EVENT_REPORTER, sighting.number()) + " · " + renderer.what(event, chat.language());
        post.photo(chat.person(), sighting.photo().orElseThrow(), caption);
    }
}
