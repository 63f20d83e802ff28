package org.dabyl.conversation;

import org.dabyl.delivery.Address;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** Post to organisers unasked: who steps down, or is cut off, while it waits for its turn does not get it any more. */
@Component
final class OfficePost {

    private final Organisers organisers;
    private final Post post;

    OfficePost(Organisers organisers, Post post) {
        this.organisers = organisers;
        this.post = post;
    }

    /** Whether it arrived, and may be noted: who left in that very moment was erased already. */
    boolean send(Organiser to, Message message) {
        Address address = to.address();
        return post.onlyIf(() -> organisers.inOffice(address))
                        .send(address, message)
                        .isPresent()
                && organisers.inOffice(address);
    }

    /** The same for what goes after answers, and before every call. */
    OfficePost boards() {
        return new OfficePost(organisers, post.boards());
    }

    /** The same for what goes out also while everything is locked. */
    OfficePost vital() {
        return new OfficePost(organisers, post.vital());
    }
}
