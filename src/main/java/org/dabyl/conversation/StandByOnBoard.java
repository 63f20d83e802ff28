package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Level;
import org.dabyl.alert.StandBys;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the rest stands by, and the button that changes it; of an alert to be ready, the one that makes it a call. */
@Component
@Order(1)
final class StandByOnBoard implements BoardAddition {

    /** Not where a thumb lands first: it sends people to wait. */
    private static final int BELOW_THE_NUMBERS = 1;

    private final StandBys standBys;
    private final Texts texts;

    StandByOnBoard(StandBys standBys, Texts texts) {
        this.standBys = standBys;
        this.texts = texts;
    }

    @Override
    public Message add(Message board, Alert alert, Language language) {
        if (!alert.open() || alert.plan().level() == Level.NOTICE) {
            return board;
        }
        String id = alert.id().value();
        if (alert.plan().level() == Level.STAND_BY) {
            return with(board, board.body(), 0, Phrase.BOARD_CALL_NOW, "callnow:" + id, language);
        }
        StandBys.State state = standBys.of(alert.id());
        return state.told()
                ? with(
                        board,
                        texts.get(language, Phrase.BOARD_STANDING_BY) + "\n" + board.body(),
                        0,
                        Phrase.BOARD_RECALL,
                        "recall:" + id + ":" + state.recalls(),
                        language)
                : with(board, board.body(), BELOW_THE_NUMBERS, Phrase.BOARD_ENOUGH, "enough:" + id, language);
    }

    private Message with(Message board, String body, int row, Phrase label, String data, Language language) {
        List<List<Button>> rows =
                new ArrayList<>(board.keyboard() instanceof Keyboard.Inline inline ? inline.rows() : List.of());
        rows.add(Math.min(row, rows.size()), List.of(Button.press(texts.get(language, label), data)));
        return new Message(board.title(), body, Keyboard.inline(rows), board.silent());
    }
}
