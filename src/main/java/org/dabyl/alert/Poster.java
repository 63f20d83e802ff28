package org.dabyl.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dabyl.channel.Binding;
import org.dabyl.channel.ChannelLost;
import org.dabyl.channel.Channels;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Announcer;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outcome;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Posts an alert in the channels and groups of its district. Each method may run again, and posts only what is not posted yet; its
 * answer is whether there is nothing left to post.
 *
 * <p>Accepted risk: a crash between a post and its note doubles that one post.
 */
@Component
class Poster {

    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int LOOKS = 40;

    private final Channels channels;
    private final Districts districts;
    private final Posts posts;
    private final Announcer announcer;
    private final PublicWording wording;
    private final ApplicationEventPublisher events;

    Poster(
            Channels channels,
            Districts districts,
            Posts posts,
            Announcer announcer,
            PublicWording wording,
            ApplicationEventPublisher events) {
        this.channels = channels;
        this.districts = districts;
        this.posts = posts;
        this.announcer = announcer;
        this.wording = wording;
        this.events = events;
    }

    boolean card(Alert alert) {
        return each(missing(alert), binding -> card(alert, binding));
    }

    /** Tells that it is a call now, and makes the cards say so. */
    boolean call(Alert alert) {
        return each(told(alert), card -> call(alert, card));
    }

    /** Only what is for everyone: whoever reads there may not be one of those who come. */
    boolean update(Alert alert, String order, News news) {
        return news.to() != Part.ALL
                || each(
                        told(alert),
                        card -> below(alert, card, "news-" + order, wording.update(alert, news, card.languages())));
    }

    /** Tells the end, and takes the buttons off the cards. */
    boolean standDown(Alert alert) {
        boolean done = each(told(alert), card -> standDown(alert, card));
        posts.expire(alert.id());
        return done;
    }

    /** Waits until the card stands everywhere: one call there reaches more than a thousand single ones. At most a second. */
    void await(Alert alert) {
        try {
            for (int look = 0; look < LOOKS && !missing(alert).isEmpty(); look++) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the card does not stand yet: the district's own first, then those of a district around it. */
    private List<Binding> missing(Alert alert) {
        Set<DistrictCode> near = districts.withDescendants(alert.district());
        Set<DistrictCode> around = new TreeSet<>(districts.calledFor(alert.district()));
        around.removeAll(near);
        List<Binding> missing = new ArrayList<>(channels.of(near));
        missing.addAll(channels.of(around));
        missing.removeIf(binding -> posts.cardIn(binding.place().address(), alert.id()));
        return missing;
    }

    /** The cards but those in places that were cut off and not bound again. */
    private List<Posts.Card> told(Alert alert) {
        return posts.cards(alert.id()).stream()
                .filter(card -> !posts.cut(card, alert.id())
                        || channels.find(card.place()).isPresent())
                .toList();
    }

    private boolean card(Alert alert, Binding binding) {
        Address place = binding.place().address();
        Outcome outcome = announce(alert, place, "card", wording.card(alert, place.bot(), binding.languages()));
        if (outcome instanceof Outcome.Delivered delivered) {
            posts.keep(alert.id(), binding, delivered.messageId());
        } else if (outcome instanceof Outcome.Gone) {
            lose(binding);
        }
        return settled(outcome);
    }

    private boolean call(Alert alert, Posts.Card card) {
        Message now = wording.card(alert, card.place().bot(), card.languages());
        boolean amended = amend(alert, card, "turned", now);
        return below(alert, card, "call", wording.call(alert, card.languages())) && amended;
    }

    private boolean standDown(Alert alert, Posts.Card card) {
        Message end = wording.standDown(alert, card.languages());
        boolean amended = amend(alert, card, "amended", end);
        return below(alert, card, "over", end) && amended;
    }

    private boolean below(Alert alert, Posts.Card card, String what, Message message) {
        return once(
                alert,
                card,
                what,
                () -> announce(alert, card.place(), what, message),
                sent -> posts.mark(card, alert.id(), what, sent.messageId()));
    }

    /** What may stand there already is posted again only after a while, which grows. */
    private Outcome announce(Alert alert, Address place, String what, Message message) {
        if (posts.inDoubt(place, alert.id(), what)) {
            return new Outcome.Unknown();
        }
        Outcome outcome = announcer.announce(place, message);
        if (outcome instanceof Outcome.Unknown) {
            posts.doubt(place, alert.id(), what);
        }
        return outcome;
    }

    private boolean amend(Alert alert, Posts.Card card, String what, Message message) {
        return card.message() == 0
                || once(
                        alert,
                        card,
                        what,
                        () -> announcer.amend(card.place(), card.message(), message),
                        sent -> posts.mark(card, alert.id(), what));
    }

    private boolean once(
            Alert alert, Posts.Card card, String what, Supplier<Outcome> call, Consumer<Outcome.Delivered> mark) {
        if (posts.posted(card, alert.id(), what)) {
            return true;
        }
        // looked up before, for what the bot is thrown out of is let go of by the call
        Optional<Binding> binding = channels.find(card.place());
        Outcome outcome = call.get();
        if (outcome instanceof Outcome.Delivered delivered) {
            mark.accept(delivered);
        } else if (outcome instanceof Outcome.Gone) {
            binding.ifPresent(this::lose);
        }
        return settled(outcome);
    }

    private void lose(Binding binding) {
        if (channels.lose(binding)) {
            events.publishEvent(new ChannelLost(binding));
        }
    }

    private static boolean settled(Outcome outcome) {
        return !(outcome instanceof Outcome.Wait
                || outcome instanceof Outcome.Unknown
                || outcome instanceof Outcome.Revoked);
    }

    /** All at once: a group that has to wait for its pace holds up no other. */
    private static <T> boolean each(List<T> all, Predicate<T> post) {
        List<Callable<Boolean>> tasks =
                all.stream().<Callable<Boolean>>map(one -> () -> post.test(one)).toList();
        boolean done = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                done &= task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return done;
    }
}
