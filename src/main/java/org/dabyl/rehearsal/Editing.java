package org.dabyl.rehearsal;

import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The methods that change or take back a message. */
final class Editing {
    private static final long DELETABLE = 48 * 3600;
    private static final String SAME =
            "message is not modified: specified new message content and reply markup are exactly "
                    + "the same as a current content and reply markup of the message";

    private final Desk desk;

    Editing(Desk desk) {
        this.desk = desk;
    }

    void addTo(BotMethods methods) {
        methods.add("editMessageText", this::text);
        methods.add("editMessageCaption", this::caption);
        methods.add("editMessageReplyMarkup", (bot, p) -> edit(bot, p, content -> content));
        methods.add("deleteMessage", this::delete);
        methods.add("deleteMessages", this::deleteMany);
        for (String pin : new String[] {"pinChatMessage", "unpinChatMessage", "unpinAllChatMessages"}) {
            methods.add(pin, (bot, p) -> {
                desk.chat(bot, p);
                return Shapes.yes();
            });
        }
    }

    private JsonNode text(Account bot, Parameters p) {
        Content written = desk.contents.text(p);
        return edit(bot, p, old -> {
            if (old.photo() != null || old.location() != null) {
                throw Refusal.badRequest("there is no text in the message to edit");
            }
            return old.withText(written.text(), written.entities());
        });
    }

    private JsonNode caption(Account bot, Parameters p) {
        Content written = desk.contents.caption(p);
        return edit(bot, p, old -> {
            if (old.photo() == null) {
                throw Refusal.badRequest("there is no caption in the message to edit");
            }
            return old.withText(written.text(), written.entities());
        });
    }

    /** An edit without a keyboard takes the keyboard away, as in Telegram. */
    private JsonNode edit(Account bot, Parameters p, UnaryOperator<Content> change) {
        Markup markup = Markup.of(p);
        Chat chat = desk.paced(bot, p);
        Message changed = chat.change(messageId(p), old -> edited(old, change.apply(old.content()), markup))
                .orElseThrow(() -> Refusal.badRequest("message to edit not found"));
        desk.statistics().edits.increment();
        desk.tell(new Change(bot.username, chat.id, Change.Kind.EDIT, changed, null));
        return Shapes.message(bot, chat, changed);
    }

    private Message edited(Message old, Content content, Markup markup) {
        if (!old.fromBot()) {
            throw Refusal.badRequest("message can't be edited");
        }
        Content wanted = desk.contents.shared(content.withButtons(markup.buttons()));
        if (wanted.equals(old.content())) {
            throw Refusal.badRequest(SAME);
        }
        return old.edited(wanted, desk.seconds());
    }

    private JsonNode delete(Account bot, Parameters p) {
        Chat chat = desk.chat(bot, p);
        Optional<Message> message = chat.message(messageId(p));
        if (message.isEmpty()) {
            throw Refusal.badRequest("message to delete not found");
        }
        if (!deletable(chat, message.get())) {
            throw Refusal.badRequest("message can't be deleted for everyone");
        }
        remove(bot, chat, message.get().id());
        return Shapes.yes();
    }

    private JsonNode deleteMany(Account bot, Parameters p) {
        JsonNode ids = p.json("message_ids").orElse(Shapes.array());
        if (ids.isEmpty()) {
            throw Refusal.badRequest("message identifiers are not specified");
        }
        if (ids.size() > 100) {
            throw Refusal.badRequest("too many message identifiers specified");
        }
        Chat chat = desk.chat(bot, p);
        for (JsonNode id : ids.values()) {
            chat.message(id.asInt(0)).filter(m -> deletable(chat, m)).ifPresent(m -> remove(bot, chat, m.id()));
        }
        return Shapes.yes();
    }

    private boolean deletable(Chat chat, Message message) {
        return (message.fromBot() || chat.isPrivate()) && desk.seconds() - message.sent() < DELETABLE;
    }

    private void remove(Account bot, Chat chat, int id) {
        if (chat.remove(id)) {
            desk.statistics().deletions.increment();
            desk.tell(new Change(bot.username, chat.id, Change.Kind.DELETION, null, null));
        }
    }

    private static int messageId(Parameters p) {
        return (int) p.number("message_id", 0);
    }
}
