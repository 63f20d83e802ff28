package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Rings;
import org.dabyl.alert.Widening;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.springframework.stereotype.Component;

/** Which rings are called, and the buttons that call the next one or hold it. */
@Component
final class RingsOnBoard implements BoardAddition {

    private final Rings rings;
    private final Texts texts;

    RingsOnBoard(Rings rings, Texts texts) {
        this.rings = rings;
        this.texts = texts;
    }

    @Override
    public Message add(Message board, Alert alert, Language language) {
        Widening widening = rings.of(alert);
        String body = called(widening, language) + "\n" + board.body();
        Keyboard keyboard =
                alert.open() ? with(board.keyboard(), buttons(alert, widening, language)) : board.keyboard();
        return new Message(board.title(), body, keyboard, board.silent());
    }

    private String called(Widening widening, Language language) {
        String names = widening.called().keySet().stream()
                .map(ring -> texts.get(language, name(ring)))
                .collect(Collectors.joining(", "));
        String line = texts.get(language, Phrase.RING_CALLED, names);
        return widening.held() ? line + "\n" + texts.get(language, Phrase.RING_HELD) : line;
    }

    private List<List<Button>> buttons(Alert alert, Widening widening, Language language) {
        List<List<Button>> rows = new ArrayList<>();
        rings.next(alert, widening).ifPresent(next -> {
            String id = alert.id().value();
            String name = texts.get(language, name(next));
            String label = widening.people().isPresent()
                    ? texts.get(
                            language,
                            Phrase.RING_WIDEN_PEOPLE,
                            name,
                            texts.people(language, widening.people().getAsLong()))
                    : texts.get(language, Phrase.RING_WIDEN, name);
            rows.add(List.of(Button.press(label, "ring:" + id + ":" + next.number())));
            rows.add(List.of(
                    widening.held()
                            ? Button.press(texts.get(language, Phrase.RING_RELEASE), "unhold:" + id)
                            : Button.press(texts.get(language, Phrase.RING_HOLD), "hold:" + id)));
        });
        return rows;
    }

    private static Keyboard with(Keyboard keyboard, List<List<Button>> more) {
        List<List<Button>> rows =
                new ArrayList<>(keyboard instanceof Keyboard.Inline inline ? inline.rows() : List.of());
        rows.addAll(more);
        return rows.isEmpty() ? keyboard : Keyboard.inline(rows);
    }

    static Phrase name(Ring ring) {
        return switch (ring) {
            case OWN -> Phrase.RING_OWN;
            case NEIGHBOURS -> Phrase.RING_NEIGHBOURS;
            case PARENT -> Phrase.RING_PARENT;
            case CITY -> Phrase.RING_CITY;
        };
    }
}
