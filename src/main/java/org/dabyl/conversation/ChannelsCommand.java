package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dabyl.alert.Alerts;
import org.dabyl.channel.Binding;
import org.dabyl.channel.Channels;
import org.dabyl.channel.Place;
import org.dabyl.channel.PlaceOffers;
import org.dabyl.channel.Rights;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /channels}: the channels and groups that get the alerts of one's districts; binding and unbinding them. */
@Component
final class ChannelsCommand implements Command, Pressable {

    private static final int MOST_PAGES = 9_999;

    private final Channels channels;
    private final PlaceOffers offers;
    private final Rights rights;
    private final Organisers organisers;
    private final Districts districts;
    private final DistrictButtons buttons;
    private final ChannelViews views;
    private final Alerts alerts;
    private final Texts texts;
    private final Post post;
    private final Acts acts;

    ChannelsCommand(
            Channels channels,
            PlaceOffers offers,
            Rights rights,
            Organisers organisers,
            Districts districts,
            DistrictButtons buttons,
            ChannelViews views,
            Alerts alerts,
            Texts texts,
            Post post,
            Acts acts) {
        this.channels = channels;
        this.offers = offers;
        this.rights = rights;
        this.organisers = organisers;
        this.districts = districts;
        this.buttons = buttons;
        this.views = views;
        this.alerts = alerts;
        this.texts = texts;
        this.post = post;
        this.acts = acts;
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public Set<String> names() {
        return Set.of("channels", "bind");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        chat.send(views.list(own(chat), 0, chat.language()));
    }

    @Override
    public Set<String> verbs() {
        return Set.of("bind", "bindpage", "speak", "unbind", "unbindyes", "channels");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        String second = parts.length == 2 ? parts[1] : "";
        return switch (verb) {
            case "bind" -> choose(chat, parts[0], second);
            case "bindpage" -> turn(chat, parts[0], second);
            case "channels" -> {
                chat.show(views.list(
                        own(chat), Numbers.read(parts[0], 0, MOST_PAGES).orElse(0), chat.language()));
                yield true;
            }
            default -> {
                Optional<Binding> binding = own(chat).stream()
                        .filter(known -> known.tag().equals(parts[0]))
                        .findFirst();
                binding.ifPresent(known -> change(chat, verb, known, second));
                yield binding.isPresent();
            }
        };
    }

    /** Asks the organiser which of their districts the place is for. */
    void offer(Organiser organiser, Place place) {
        post.send(organiser.address(), offer(organiser, place, offers.add(place), 0));
    }

    /** Binds the place, where the organiser and the bot may; says so, or why not. */
    void bind(Organiser organiser, Place place, DistrictCode district) {
        post.send(organiser.address(), bound(organiser, place, district));
    }

    private boolean choose(Chat chat, String offer, String code) {
        Organiser organiser = chat.organiser().orElseThrow();
        Optional<Place> place = offers.find(chat.person().bot(), offer);
        Optional<District> district = DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(known -> organisers.mayCall(organiser, known.code()));
        if (place.isEmpty() || district.isEmpty()) {
            return false;
        }
        chat.show(bound(organiser, place.get(), district.get().code()));
        return true;
    }

    private boolean turn(Chat chat, String offer, String page) {
        Optional<Place> place = offers.find(chat.person().bot(), offer);
        boolean valid = place.isPresent() && page.matches("\\d{1,4}");
        if (valid) {
            chat.show(offer(chat.organiser().orElseThrow(), place.get(), offer, Integer.parseInt(page)));
        }
        return valid;
    }

    private Message offer(Organiser organiser, Place place, String id, int page) {
        Language language = organiser.language();
        List<District> own = buttons.ordered().stream()
                .filter(district -> organisers.mayCall(organiser, district.code()))
                .toList();
        return Message.of(
                texts.get(language, Phrase.CHANNEL_WHICH, Outdoors.name(place)),
                Keyboard.inline(buttons.page(
                        own,
                        page,
                        district -> Button.press(
                                district.name(language.tag()),
                                "bind:" + id + ":" + district.code().value()),
                        next -> Button.press(texts.get(language, Phrase.MORE_PAGES), "bindpage:" + id + ":" + next))));
    }

    private Message bound(Organiser organiser, Place place, DistrictCode district) {
        Language language = organiser.language();
        String name = Outdoors.name(place);
        return switch (rights.check(place.address(), organiser.address().chat())) {
            case GRANTED -> {
                Binding binding = new Binding(
                        place,
                        district,
                        ChannelViews.USUAL,
                        Optional.of(organiser.address().chat()));
                note(organiser, Act.CHANNEL_BOUND, binding);
                channels.bind(binding);
                // an alert that runs goes there at once
                alerts.open().stream()
                        .filter(alert -> districts.calledFor(alert.district()).contains(district))
                        .forEach(alert -> alerts.postAgain(alert.id()));

                yield views.bound(binding, language);
            }
            case NOT_THEIRS -> Message.of(texts.get(language, Phrase.CHANNEL_NOT_YOURS, name), Keyboard.none());
            case BOT_MAY_NOT -> Message.of(texts.get(language, Phrase.CHANNEL_NEEDS_RIGHT, name), Keyboard.none());
            case UNKNOWN -> Message.of(texts.get(language, Phrase.TRY_AGAIN), Keyboard.none());
        };
    }

    private void change(Chat chat, String verb, Binding binding, String second) {
        switch (verb) {
            case "speak" ->
                ChannelViews.languages(second).ifPresent(languages -> {
                    Binding changed = binding.speaking(languages);
                    note(chat.organiser().orElseThrow(), Act.CHANNEL_LANGUAGES, changed);
                    channels.bind(changed);
                    chat.show(views.bound(changed, chat.language()));
                });
            case "unbind" -> chat.show(views.sure(binding, chat.language()));
            default -> {
                note(chat.organiser().orElseThrow(), Act.CHANNEL_UNBOUND, binding);
                channels.unbind(binding.place().address());
                chat.show(views.list(own(chat), 0, chat.language()));
            }
        }
    }

    private List<Binding> own(Chat chat) {
        Organiser organiser = chat.organiser().orElseThrow();
        List<Binding> own = new ArrayList<>(channels.all());
        own.removeIf(binding -> !organisers.mayCall(organiser, binding.district()));
        return own;
    }

    private void note(Organiser organiser, Act act, Binding binding) {
        acts.note(
                organiser,
                act,
                Set.of(binding.district()),
                "",
                Outdoors.name(binding.place()),
                UUID.randomUUID().toString());
    }
}
