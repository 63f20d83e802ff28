package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferTest {

    @Test
    void eachIsFoundByEachOfItsNames() {
        Pressable one = new Button(Set.of("keep", "end"));
        Pressable other = new Button(Set.of("stay"));

        assertThat(Offer.byName(List.of(one, other), Pressable::verbs))
                .containsEntry("keep", one)
                .containsEntry("end", one)
                .containsEntry("stay", other)
                .hasSize(3);
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<Pressable> both = List.of(new Button(Set.of("keep")), new Button(Set.of("stay", "keep")));

        assertThatThrownBy(() -> Offer.byName(both, Pressable::verbs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keep");
    }

    private record Button(Set<String> verbs) implements Pressable {
        @Override
        public boolean press(Chat chat, String verb, String subject) {
            return true;
        }
    }
}
