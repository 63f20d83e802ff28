package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.channel.Binding;
import org.dabyl.channel.ChannelLost;
import org.dabyl.channel.Channels;
import org.dabyl.channel.Place;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what happens in channels and groups. Whatever has to be said is said to organisers in their own chats; who is none is met with
 * silence, as if nothing had been there.
 */
@Component
final class Outdoors {

    private final PublicAnswering answering;
    private final ChannelsCommand binding;
    private final Channels channels;
    private final Organisers organisers;
    private final Districts districts;
    private final Fleet fleet;
    private final Quota quota;
    private final Texts texts;
    private final Post post;
    private final OfficePost office;
    private final ApplicationEventPublisher events;

    Outdoors(
            PublicAnswering answering,
            ChannelsCommand binding,
            Channels channels,
            Organisers organisers,
            Districts districts,
            Fleet fleet,
            Quota quota,
            Texts texts,
            Post post,
            OfficePost office,
            ApplicationEventPublisher events) {
        this.answering = answering;
        this.binding = binding;
        this.channels = channels;
        this.organisers = organisers;
        this.districts = districts;
        this.fleet = fleet;
        this.quota = quota;
        this.texts = texts;
        this.post = post;
        this.office = office;
        this.events = events;
    }

    void hear(InPublic event) {
        switch (event) {
            case InPublic.Pressed pressed -> answering.press(pressed);
            case InPublic.Placed placed -> placed(placed);
            case InPublic.Asked asked -> asked(asked);
            case InPublic.Moved moved ->
                events.publishEvent(new ChatMoved(moved.where(), moved.to().chat()));
        }
    }

    private void placed(InPublic.Placed placed) {
        Optional<Binding> bound = channels.find(placed.where());
        if (bound.isPresent()) {
            if (placed.standing() != InPublic.Standing.WRITES && channels.lose(bound.get())) {
                events.publishEvent(new ChannelLost(bound.get()));
            }
            return;
        }
        if (placed.standing() != InPublic.Standing.OUT) {
            // whoever is cut off is asked as ever: it is their tap that "did not work just now"
            organiser(placed.who()).ifPresent(organiser -> {
                if (placed.standing() == InPublic.Standing.WRITES) {
                    binding.offer(organiser, placed.place());
                } else {
                    say(organiser, Phrase.CHANNEL_NEEDS_RIGHT, name(placed.place()));
                }
            });
        }
    }

    private void asked(InPublic.Asked asked) {
        String own = fleet.username(asked.where().bot()).orElse("");
        if (!asked.bot().isEmpty() && !asked.bot().equalsIgnoreCase(own)) {
            return;
        }
        organiser(asked.who()).ifPresent(organiser -> {
            Optional<District> district = DistrictCode.parse(asked.rest())
                    .flatMap(districts::find)
                    .filter(known -> organisers.mayCall(organiser, known.code()));
            district.ifPresentOrElse(
                    known -> {
                        if (organisers.isSuspended(organiser)) {
                            say(organiser, Phrase.TRY_AGAIN);
                        } else {
                            binding.bind(organiser, asked.place(), known.code());
                        }
                    },
                    () -> binding.offer(organiser, asked.place()));
        });
    }

    /** The organiser who did it, cut off or not; nobody where it is none of this bot, or one who did too much lately. */
    private Optional<Organiser> organiser(Address who) {
        return organisers.appointed(who).filter(known -> quota.allows(who, false, true));
    }

    @EventListener
    void on(ChannelLost lost) {
        Binding known = lost.binding();
        organisers
                .responsible(known.district())
                .forEach(organiser -> office.send(
                        organiser,
                        words(
                                organiser,
                                Phrase.CHANNEL_LOST,
                                name(known.place()),
                                districts.nameOf(
                                        known.district(), organiser.language().tag()))));
    }

    static String name(Place place) {
        return place.title().isBlank() ? "…" : place.title();
    }

    private void say(Organiser organiser, Phrase phrase, Object... filling) {
        post.send(organiser.address(), words(organiser, phrase, filling));
    }

    private Message words(Organiser organiser, Phrase phrase, Object... filling) {
        return Message.of(texts.get(organiser.language(), phrase, filling), Keyboard.none());
    }
}
