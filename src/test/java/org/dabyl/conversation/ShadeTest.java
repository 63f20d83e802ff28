package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Post;
import org.dabyl.district.DistrictCode;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.smoke.Town;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A button that is forged or out of date tells a suspended organiser what it tells any other. */
class ShadeTest {

    private static final List<String> SUBJECTS =
            List.of("", "x", "0", "99999", "aaaaaaaaaa", "aaaaaaaaaa:1", "nowhere:x", "0123456789:nowhere");

    private final Town town = Town.town();
    private final ApplicationContext program = town.program();
    private final Texts texts = program.getBean(Texts.class);
    private final String stale = texts.get(Language.EN, Phrase.STALE_BUTTON);
    private final String failed = texts.get(Language.EN, Phrase.TRY_AGAIN);

    @Test
    void whatMeansNothingToAnOrganiserMeansNothingToThem() {
        town.organiser("en", "akbulak");
        Organiser organiser = program.getBean(Organisers.class).everyone().stream()
                .filter(one -> one.districts().contains(new DistrictCode("akbulak")))
                .findFirst()
                .orElseThrow();
        List<Pressable> buttons = program.getBeansOfType(Pressable.class).values().stream()
                .filter(button -> button.who() == Who.ORGANISER)
                .toList();

        int forged = 0;
        for (Pressable button : buttons) {
            for (String verb : button.verbs()) {
                for (String subject : SUBJECTS) {
                    forged += outOfDate(organiser, button, verb, subject) ? 1 : 0;
                }
            }
        }
        assertThat(forged).isGreaterThan(300);
    }

    /** Whether it is for an organiser, and then it is for a suspended one; else they are told the same, or that it did not work. */
    private boolean outOfDate(Organiser organiser, Pressable button, String verb, String subject) {
        Ear real = new Ear();
        boolean known = button.press(chat(organiser, real, verb, subject, false), verb, subject);
        Ear shade = new Ear();
        Said press = new Said.Press("1", 0, verb + ":" + subject);
        assertThat(program.getBean(Shade.class).hears(chat(organiser, shade, verb, subject, true), press))
                .isTrue();
        assertThat(shade.toast())
                .as("%s:%s", verb, subject)
                .isIn(known ? List.of(real.toast(), failed) : List.of(stale));
        return !known;
    }

    private Chat chat(Organiser organiser, Post post, String verb, String subject, boolean suspended) {
        Incoming press =
                new Incoming(organiser.address(), Language.EN, 1, new Said.Press("1", 0, verb + ":" + subject));
        return new Chat(press, Language.EN, Optional.of(organiser), texts, post, suspended, Runnable::run);
    }

    /** Hears what ends the waiting of a press. */
    private static final class Ear extends NoPost {

        private final List<String> toasts = new ArrayList<>();

        String toast() {
            return toasts.isEmpty() ? "" : toasts.getFirst();
        }

        @Override
        public void toast(Address to, String pressId, String text) {
            toasts.add(text);
        }
    }
}
