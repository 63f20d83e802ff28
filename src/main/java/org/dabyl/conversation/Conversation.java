package org.dabyl.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dabyl.conversation.Admission.Verdict;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Menus;
import org.dabyl.delivery.Post;
import org.dabyl.fleet.Moves;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Presence;
import org.dabyl.panic.Lockdown;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.SealedId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Hears what people say and hands it to whom it concerns. */
@Component
final class Conversation implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Set<String> LEAVING = Set.of("leave", "forget");

    private final Map<String, Command> commands;
    private final Map<String, Pressable> buttons;
    private final Supporters supporters;
    private final Organisers organisers;
    private final Departures departures;
    private final Questions questions;
    private final FreeText freeText;
    private final ReportDetails details;
    private final Texts texts;
    private final Post post;
    private final Admission admission;
    private final Brake brake;
    private final Outdoors outdoors;
    private final Moves moves;
    private final Menus menus;
    private final Presence presence;
    private final Lockdown lockdown;
    private final Shade shade;

    Conversation(
            List<Command> commands,
            List<Pressable> buttons,
            Supporters supporters,
            Organisers organisers,
            Departures departures,
            Questions questions,
            FreeText freeText,
            ReportDetails details,
            Texts texts,
            Post post,
            Admission admission,
            Brake brake,
            Outdoors outdoors,
            Moves moves,
            Menus menus,
            Presence presence,
            Lockdown lockdown,
            Shade shade) {
        this.commands = Offer.byName(commands, Command::names);
        this.buttons = Offer.byName(buttons, Pressable::verbs);
        this.supporters = supporters;
        this.organisers = organisers;
        this.departures = departures;
        this.questions = questions;
        this.freeText = freeText;
        this.details = details;
        this.texts = texts;
        this.post = post;
        this.admission = admission;
        this.brake = brake;
        this.outdoors = outdoors;
        this.moves = moves;
        this.menus = menus;
        this.presence = presence;
        this.lockdown = lockdown;
        this.shade = shade;
    }

    @Override
    public void hear(Incoming incoming) {
        hear(incoming, Runnable::run);
    }

    @Override
    public void hear(Incoming incoming, Consumer<Runnable> later) {
        if (incoming.said() instanceof Said.Blocked said) {
            if (said.blocked()) {
                departures.departed(incoming.from());
            }
            return;
        }
        boolean moved = moves.speaks(incoming.from(), starts(incoming.said()));
        Optional<Organiser> appointed = organisers.appointed(incoming.from());
        Optional<Organiser> suspended = appointed.filter(organisers::isSuspended);
        Optional<Organiser> organiser = suspended.isPresent() ? Optional.empty() : appointed;
        if (moved) {
            appointed.ifPresent(known -> menus.organiserMenu(known.address(), known.language()));
        }
        organiser.ifPresent(presence::heard);
        Optional<Supporter> supporter = supporters.find(incoming.from());
        supporter.ifPresent(known -> supporters.heard(incoming.from(), known));
        Said said = incoming.said();
        Verdict verdict = admission.of(incoming.from(), supporter, appointed, matters(said), registers(said));
        boolean locked = lockdown.locked();
        Post answers = (locked ? post.vital() : post).answering(incoming.message());
        Language language = language(incoming, supporter, appointed);
        // what goes on while everything is locked goes on for them too, as far as they can tell
        if (suspended.isPresent()
                && (!locked || unlocked(said, true))
                && verdict != Verdict.REFUSED
                && shade.hears(
                        new Chat(incoming, language, suspended, texts, voice(verdict, answers), true, later), said)) {
            return;
        }
        Chat chat = new Chat(incoming, language, organiser, texts, voice(verdict, answers), false, later);
        if (locked && !unlocked(said, organiser.isPresent())) {
            paused(chat, said);
        } else if (verdict != Verdict.REFUSED) {
            hear(chat, said);
            if (registers(said)) {
                stayAtOne(incoming.from());
            }
        }
        if (verdict == Verdict.REFUSED || verdict == Verdict.COUNTED) {
            chat.toast(Phrase.SLOW_DOWN);
        }
    }

    /** Whoever registers at two bots in the same moment is at home at neither yet when each of them looks: so it is looked once more. */
    private void stayAtOne(Address person) {
        try {
            moves.speaks(person, true);
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Who has just registered is being moved by who heard them at another bot");
        }
    }

    /** Who it is makes no difference to what they are told. */
    private static void paused(Chat chat, Said said) {
        chat.toast(Phrase.PAUSED);
        if (!(said instanceof Said.Press)) {
            chat.say(Phrase.PAUSED);
        }
    }

    private Post voice(Verdict verdict, Post answers) {
        return switch (verdict) {
            case ANSWERED -> answers;
            // while everything is locked, newcomers' answers would not go out at all
            case ANSWERED_LAST -> lockdown.locked() ? answers : answers.newcomers();
            case COUNTED, REFUSED -> new ToastsOnly(post);
        };
    }

    @Override
    public Map<Address, Rank> ranks(Set<Address> people) {
        Map<Address, Rank> ranks = new HashMap<>();
        people.stream().collect(Collectors.groupingBy(Address::bot)).forEach((bot, some) -> {
            List<SealedId> chats = some.stream().map(Address::chat).toList();
            supporters
                    .among(bot, chats)
                    .forEach((chat, supporter) -> ranks.put(new Address(bot, chat), admission.rank(supporter)));
            organisers.among(chats).forEach(chat -> ranks.put(new Address(bot, chat), Rank.ORGANISER));
        });
        return ranks;
    }

    @Override
    public boolean hasty(Incoming incoming, boolean patience) {
        // who wants to be gone is not told to wait
        return !(incoming.said() instanceof Said.Blocked)
                && !leaves(incoming.said())
                && admission.hasty(incoming.from(), incoming.order(), patience);
    }

    @Override
    public boolean hasty(InPublic.Pressed press, boolean patience) {
        return admission.hasty(press.who(), press.order(), patience);
    }

    @Override
    public void holdOff(Incoming incoming) {
        brake.holdOff(incoming);
    }

    @Override
    public void holdOff(InPublic.Pressed press) {
        brake.holdOff(press);
    }

    @Override
    public boolean deafToSome() {
        return admission.deafToSome();
    }

    @Override
    public boolean deaf(Incoming incoming) {
        return !(incoming.said() instanceof Said.Blocked) && admission.deaf(incoming.from(), matters(incoming.said()));
    }

    @Override
    public boolean counts(Incoming incoming, Rank rank) {
        return incoming.said() instanceof Said.Blocked
                || registers(incoming.said())
                || (rank != Rank.STRANGER && matters(incoming.said()));
    }

    @Override
    public void passedOver(Address stranger) {
        admission.passedOver(stranger);
    }

    @Override
    public boolean deaf(InPublic.Pressed press) {
        return admission.deaf(press.who(), true);
    }

    @Override
    public void hear(InPublic event) {
        if (event instanceof InPublic.Pressed press && lockdown.locked()) {
            post.toast(press.who(), press.pressId(), texts.get(press.language(), Phrase.PAUSED));
            return;
        }
        outdoors.hear(event);
    }

    @Override
    public void refuse(InPublic.Pressed press) {
        post.toast(press.who(), press.pressId(), texts.get(press.language(), Phrase.TRY_AGAIN));
    }

    /** Whether it is done also while everything is locked. */
    private boolean unlocked(Said said, boolean organiser) {
        Offer offer = offer(said);
        return offer != null && offer.whileLocked() && (organiser || offer.who() == Who.EVERYONE);
    }

    private static boolean starts(Said said) {
        return spoken(said).filter(command -> command.name().equals("start")).isPresent();
    }

    private static boolean leaves(Said said) {
        return spoken(said).map(Spoken::name).filter(LEAVING::contains).isPresent();
    }

    private void hear(Chat chat, Said said) {
        switch (said) {
            case Said.Text text -> text(chat, text.text().strip());
            case Said.Press press -> press(chat, press.data());
            case Said.Place place -> freeText.hear(chat, place);
            case Said.Photo photo -> {
                if (!details.picture(chat, photo)) {
                    chat.say(Phrase.NOT_UNDERSTOOD);
                }
            }
            case Said.Blocked blocked -> {}
            case Said.Other other -> chat.say(Phrase.NOT_UNDERSTOOD);
        }
    }

    /** Whether this registers whoever is not registered; how many do so in all has a limit of its own. */
    private static boolean registers(Said said) {
        return said instanceof Said.Press press
                ? press.data().startsWith("reg:")
                : spoken(said)
                        .filter(command ->
                                command.name().equals("start") && command.rest().startsWith("d_"))
                        .isPresent();
    }

    /** Whether it is taken also from who said too much lately: an answer to a call, and the wish to be erased. */
    private boolean matters(Said said) {
        Offer offer = offer(said);
        return offer != null && offer.alwaysHeard();
    }

    /** What is asked for; null where it is nothing known. */
    private @Nullable Offer offer(Said said) {
        if (said instanceof Said.Press press) {
            return buttons.get(press.data().split(":", 2)[0]);
        }
        return spoken(said).map(command -> commands.get(command.name())).orElse(null);
    }

    private static Optional<Spoken> spoken(Said said) {
        return said instanceof Said.Text text ? Spoken.of(text.text()) : Optional.empty();
    }

    /**
     * An organiser's press is refused for good: an alert that fires minutes after they were told to try again is worse than none.
     * A supporter's answer counts all the same once Redis is back.
     */
    @Override
    public boolean refuse(Incoming incoming) {
        if (!(incoming.said() instanceof Said.Press press)) {
            return false;
        }
        // who they are cannot be looked up, so it is their client's language
        post.toast(incoming.from(), press.pressId(), texts.get(incoming.language(), Phrase.TRY_AGAIN));
        Pressable button = buttons.get(press.data().split(":", 2)[0]);
        return button != null && button.who() == Who.ORGANISER;
    }

    /**
     * What an organiser wrote for others is not done minutes later, when it may be wrong; they are told, and write it again. Everything
     * else counts as if it had come in time.
     */
    @Override
    public void hearLate(Incoming incoming) {
        Optional<Organiser> organiser = organisers.find(incoming.from());
        if (organiser.isPresent()
                && incoming.said() instanceof Said.Text text
                && forOrganisers(text.text().strip())) {
            Language language = language(incoming, supporters.find(incoming.from()), organiser);
            new Chat(incoming, language, organiser, texts, post).say(Phrase.TOO_LATE);
        } else {
            hear(incoming);
        }
    }

    /**
     * A command of organisers, or a text that may answer what they were asked. What they lock or wipe is meant also later, and a word for
     * it must not stay in the chat.
     */
    private boolean forOrganisers(String text) {
        Optional<Spoken> spoken = Spoken.of(text);
        if (spoken.isEmpty()) {
            return true;
        }
        String name = spoken.get().name();
        Command command = commands.get(name);
        return command != null && command.who() == Who.ORGANISER && !name.equals(PanicCommand.NAME);
    }

    private static Language language(Incoming incoming, Optional<Supporter> supporter, Optional<Organiser> organiser) {
        return supporter
                .map(Supporter::language)
                .or(() -> organiser.map(Organiser::language))
                .orElse(incoming.language());
    }

    private void text(Chat chat, String text) {
        Optional<Spoken> said = Spoken.of(text);
        if (said.isEmpty()) {
            freeText.hear(chat, text);
            return;
        }
        Spoken spoken = said.get();
        Command command = commands.get(spoken.name());
        if (command == null || !may(chat, command.who())) {
            chat.say(Phrase.UNKNOWN_COMMAND);
        } else {
            forgetQuestion(chat);
            command.run(chat, spoken.name(), spoken.rest());
        }
    }

    private void press(Chat chat, String data) {
        forgetQuestion(chat);
        String[] parts = data.split(":", 2);
        Pressable button = buttons.get(parts[0]);
        boolean known = button != null
                && parts.length == 2
                && may(chat, button.who())
                && button.press(chat, parts[0], parts[1]);
        chat.toast(known ? "" : chat.text(Phrase.STALE_BUTTON));
    }

    /** What an organiser was asked to write lapses when they do something else: news must not go out by mistake. */
    private void forgetQuestion(Chat chat) {
        if (chat.organiser().isPresent()) {
            questions.erase(chat.person());
        }
    }

    private static boolean may(Chat chat, Who who) {
        return who == Who.EVERYONE || chat.organiser().isPresent();
    }
}
