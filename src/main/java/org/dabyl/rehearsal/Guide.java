package org.dabyl.rehearsal;

import java.util.Optional;
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
        model.addAttribute("crowd", crowd.view());
        model.addAttribute("district", DISTRICT);
        model.addAttribute("most", Crowd.MOST);
    }

    /** Whether a phone shows a text of its owner that begins so. */
    private boolean wrote(long id, String beginning) {
        return phones.find(id).map(phones::chat).stream()
                .flatMap(chat -> chat.messages().stream())
                .anyMatch(message ->
                        !message.fromBot() && message.content().text().startsWith(beginning));
    }
}
