package org.dabyl.rehearsal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The steps that a newcomer is offered, and which of them are done as far as the phones show it. */
final class Guide {
    static final String DISTRICT = "shanyrak-1";
    private final Phones phones;
    private final Crowd crowd;
    private final @Nullable OwnerLink ownerLink;
    private volatile boolean linkSeen;

    Guide(Phones phones, Crowd crowd, @Nullable OwnerLink ownerLink) {
        this.phones = phones;
        this.crowd = crowd;
        this.ownerLink = ownerLink;
    }

    Optional<String> ownerLink() {
        Optional<String> link = ownerLink == null ? Optional.empty() : ownerLink.current();
        linkSeen |= link.isPresent();
        return link;
    }

    void fill(Model model) {
        boolean open = ownerLink().isPresent();
        model.addAttribute("guided", phones.find(Phones.ORGANISER).isPresent());
        model.addAttribute("ownerStep", ownerLink != null);
        model.addAttribute("ownerDone", linkSeen && !open);
        model.addAttribute("ownerReady", open);
        model.addAttribute("registered", wrote(Phones.RESIDENT, "/start d_"));
        model.addAttribute("alerted", wrote(Phones.ORGANISER, "/alert"));
        model.addAttribute("answered", answered());
        model.addAttribute("over", wrote(Phones.ORGANISER, "/standdown"));
        model.addAttribute("crowd", crowd.view());
        model.addAttribute("district", DISTRICT);
        model.addAttribute("most", Crowd.MOST);
    }

    /** Whether a phone shows a text of its owner that begins so. */
    private boolean wrote(long id, String beginning) {
        return written(id, beginning).findAny().isPresent();
    }

    /** Whether the resident has a message that changed since an alert was written: a bot answers a press so. */
    private boolean answered() {
        OptionalLong alerted =
                written(Phones.ORGANISER, "/alert").mapToLong(Message::sent).max();
        return alerted.isPresent()
                && messages(Phones.RESIDENT)
                        .anyMatch(message -> message.edited() > 0 && message.sent() >= alerted.getAsLong());
    }

    private Stream<Message> written(long id, String beginning) {
        return messages(id)
                .filter(message ->
                        !message.fromBot() && message.content().text().startsWith(beginning));
    }

    private Stream<Message> messages(long id) {
        return phones.find(id).map(phones::chat).stream().flatMap(chat -> chat.messages().stream());
    }
}
