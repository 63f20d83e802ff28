package org.dabyl.conversation;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Which buttons and commands the program has, and which of them are for organisers alone. */
public record Rights(Set<String> verbs, Set<String> organisersVerbs, Set<String> commands) {

    public static Rights of(ApplicationContext program) {
        Collection<Pressable> buttons = program.getBeansOfType(Pressable.class).values();
        Collection<Command> commands = program.getBeansOfType(Command.class).values();
        return new Rights(
                names(buttons, button -> true, Pressable::verbs),
                names(buttons, button -> button.who() == Who.ORGANISER, Pressable::verbs),
                names(commands, command -> true, Command::names));
    }

    private static <T> Set<String> names(Collection<T> offers, Predicate<T> which, Function<T, Set<String>> names) {
        return offers.stream()
                .filter(which)
                .flatMap(offer -> names.apply(offer).stream())
                .collect(Collectors.toSet());
    }
}
