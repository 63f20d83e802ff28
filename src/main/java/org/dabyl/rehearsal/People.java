package org.dabyl.rehearsal;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What persons do in their chats, and the updates that the bot gets of it. */
final class People {
    private final Desk desk;

    People(Desk desk) {
        this.desk = desk;
    }

    /** A person sends a text, which also begins the chat; returns the message. */
    ObjectNode write(Account bot, Person person, String text) {
        return say(bot, bot.chat(person), person, Content.text(text).withEntities(Shapes.commandEntity(text)));
    }

    ObjectNode share(Account bot, Person person, double latitude, double longitude) {
        return say(bot, bot.chat(person), person, Content.place(latitude, longitude));
    }

    ObjectNode show(Account bot, Person person, byte[] picture, String caption) {
        return say(bot, bot.chat(person), person, Content.photo(desk.photos.keep(picture), caption));
    }

    /** A person says something in a chat: their own with the bot, or a group. */
    ObjectNode say(Account bot, Chat chat, Person person, Content content) {
        if (chat.isBlocked()) {
            throw new IllegalStateException("The bot is blocked here");
        }
        Message message = new Message(bot.nextMessage(), person, desk.seconds(), 0, desk.contents.shared(content));
        chat.add(message);
        @Nullable JsonNode keyboard = chat.keyboard();
        if (keyboard != null && keyboard.path("one_time_keyboard").asBoolean(false)) {
            chat.keyboard(null);
        }
        ObjectNode json = Shapes.message(bot, chat, message);
        queue(bot, chat.type.equals("channel") ? "channel_post" : "message", json);
        desk.tell(new Change(bot.username, chat.id, Change.Kind.MESSAGE, message, null));
        return json;
    }

    /** A person changes a text of theirs. */
    ObjectNode edit(Account bot, Person person, int messageId, String text) {
        Chat chat = chat(bot, person);
        Message changed = chat.change(messageId, old -> {
                    if (old.fromBot()) {
                        throw new IllegalStateException("Only one's own message can be edited");
                    }
                    return old.edited(Content.text(text).withEntities(Shapes.commandEntity(text)), desk.seconds());
                })
                .orElseThrow(() -> new NoSuchElementException("No such message"));
        ObjectNode json = Shapes.message(bot, chat, changed);
        queue(bot, "edited_message", json);
        desk.tell(new Change(bot.username, chat.id, Change.Kind.EDIT, changed, null));
        return json;
    }

    /** A person presses an inline button; returns the id of the query, by which the bot's answer can be told. */
    String press(Account bot, Chat chat, Person person, int messageId, String data) {
        Message message = chat.message(messageId).orElseThrow(() -> new NoSuchElementException("No such message"));
        if (!hasButton(message, data)) {
            throw new NoSuchElementException("No such button");
        }
        String id = bot.callbacks.open(chat, desk.seconds());
        ObjectNode query = Shapes.object().put("id", id);
        query.set("from", Shapes.user(person));
        query.set("message", Shapes.message(bot, chat, message));
        query.put("chat_instance", Long.toString(chat.id * 7_919 + bot.id)).put("data", data);
        ObjectNode update = Shapes.object().set("callback_query", query);
        bot.updates.add(update, desk.seconds() + UpdateQueue.PRESS_LIFE, desk.seconds());
        return id;
    }

    /** A person blocks the bot, or unblocks it; the bot is told at once. */
    void block(Account bot, Person person, boolean block) {
        Chat chat = bot.chat(person);
        if (!chat.block(block)) {
            return;
        }
        String before = block ? "member" : "kicked";
        String after = block ? "kicked" : "member";
        membership(bot, chat, person, new Members.Bot(before, true), new Members.Bot(after, true));
        desk.tell(new Change(bot.username, chat.id, Change.Kind.OTHER, null, null));
    }

    /** A person gives the bot another place in a group or channel: brings it in, makes it an administrator, throws it out. */
    void place(Account bot, Chat chat, Person person, Members.Bot place) {
        Members.Bot before = chat.members.bot();
        chat.members.bot(place);
        membership(bot, chat, person, before, place);
        desk.tell(new Change(bot.username, chat.id, Change.Kind.OTHER, null, null));
    }

    /** A group becomes a supergroup with another id, where everyone is what they were. */
    void migrate(Account bot, Chat group, Chat supergroup, Person person) {
        bot.chats.put(supergroup.id, supergroup);
        group.moveTo(supergroup.id);
        service(bot, group, person, "migrate_to_chat_id", supergroup.id);
        service(bot, supergroup, person, "migrate_from_chat_id", group.id);
    }

    private void service(Account bot, Chat chat, Person person, String what, long id) {
        ObjectNode message = Shapes.object().put("message_id", bot.nextMessage());
        message.set("from", Shapes.user(person));
        message.set("chat", Shapes.chat(chat));
        queue(bot, "message", message.put("date", desk.seconds()).put(what, id));
    }

    private void membership(Account bot, Chat chat, Person person, Members.Bot before, Members.Bot after) {
        boolean channel = chat.type.equals("channel");
        ObjectNode change = Shapes.object();
        change.set("chat", Shapes.chat(chat));
        change.set("from", Shapes.user(person)).put("date", desk.seconds());
        change.set("old_chat_member", Members.json(Shapes.user(bot), before.status(), channel, before.posts()));
        change.set("new_chat_member", Members.json(Shapes.user(bot), after.status(), channel, after.posts()));
        queue(bot, "my_chat_member", change);
    }

    Chat chat(Account bot, Person person) {
        return bot.chat(person.id).orElseThrow(() -> new NoSuchElementException("No chat yet"));
    }

    /** Whether a message is there and shows a button with this data. */
    static boolean shows(Chat chat, int messageId, String data) {
        return chat.message(messageId)
                .filter(message -> hasButton(message, data))
                .isPresent();
    }

    private static boolean hasButton(Message message, String data) {
        return Optional.ofNullable(message.content().buttons()).stream()
                .flatMap(rows -> rows.values().stream())
                .flatMap(row -> row.values().stream())
                .anyMatch(button -> button.path("callback_data").asString("").equals(data));
    }

    private void queue(Account bot, String kind, ObjectNode payload) {
        ObjectNode update = Shapes.object().set(kind, payload);
        bot.updates.add(update, desk.seconds() + UpdateQueue.LIFE, desk.seconds());
    }
}
