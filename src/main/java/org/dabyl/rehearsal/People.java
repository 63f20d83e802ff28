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
        membership(bot, chat, person, block ? "member" : "kicked", block ? "kicked" : "member");
        desk.tell(new Change(bot.username, chat.id, Change.Kind.OTHER, null, null));
    }

    /** A person brings the bot into a group, or throws it out. */
    void membership(Account bot, Chat chat, Person person, String before, String after) {
        ObjectNode change = Shapes.object();
        change.set("chat", Shapes.chat(chat));
        change.set("from", Shapes.user(person)).put("date", desk.seconds());
        change.set("old_chat_member", member(bot, before));
        change.set("new_chat_member", member(bot, after));
        queue(bot, "my_chat_member", change);
    }

    Chat chat(Account bot, Person person) {
        return bot.chat(person.id).orElseThrow(() -> new NoSuchElementException("No chat yet"));
    }

    private static ObjectNode member(Account bot, String status) {
        ObjectNode member = Shapes.object().set("user", Shapes.user(bot));
        member.put("status", status);
        return status.equals("kicked") ? member.put("until_date", 0) : member;
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
