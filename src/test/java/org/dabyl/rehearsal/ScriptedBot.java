package org.dabyl.rehearsal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A tiny bot over HTTP, for tests of the pages: registers, previews and sends an alert, and counts the answers. */
final class ScriptedBot implements AutoCloseable {
    private static final String CARD =
            "🔴 <b>Бульдозеры</b> у въезда в Шанырак-1.\nСбор: у ворот, нужно 50 человек.\nОтвет: /yes /no";
    private final RehearsalServer server;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::poll);
    private final Set<Long> supporters = ConcurrentHashMap.newKeySet();
    private final AtomicInteger coming = new AtomicInteger();
    private volatile boolean open = true;
    private volatile int era;
    private volatile long organiser;
    private volatile int board;

    private ScriptedBot(RehearsalServer server) {
        this.server = server;
    }

    static ScriptedBot start(RehearsalServer server) {
        ScriptedBot bot = new ScriptedBot(server);
        server.call(
                "setMyCommands",
                "{\"commands\": [{\"command\": \"status\", \"description\": \"Моя запись\"},"
                        + " {\"command\": \"help\", \"description\": \"Помощь\"}]}");
        bot.thread.start();
        return bot;
    }

    /** Drops what it has received and not yet done; to be called before a reset, for a poll of before is of the old era. */
    synchronized void drop() {
        era++;
    }

    synchronized void forget() {
        supporters.clear();
        coming.set(0);
    }

    private void poll() {
        int offset = 0;
        while (open) {
            try {
                JsonNode batch = server.call("getUpdates", "{\"timeout\": 5, \"offset\": " + offset + "}");
                // of the era in which it came: a poll may begin before a reset and bring what is said after it
                int now = era;
                for (JsonNode update : batch.path("result").values()) {
                    offset = update.path("update_id").asInt() + 1;
                    attempt(update, now);
                }
            } catch (RuntimeException e) {
                // the server is closing
                open = false;
            }
        }
    }

    private void attempt(JsonNode update, int received) {
        try {
            take(update, received);
        } catch (RuntimeException e) {
            // the chat was reset meanwhile
        }
    }

    private synchronized void take(JsonNode update, int received) {
        if (received == era) {
            take(update);
        }
    }

    private void take(JsonNode update) {
        JsonNode query = update.path("callback_query");
        if (!query.isMissingNode()) {
            press(
                    query,
                    query.path("from").path("id").asLong(),
                    query.path("data").asString());
            return;
        }
        long chat = update.path("message").path("chat").path("id").asLong(0);
        String text = update.path("message").path("text").asString("");
        if (text.startsWith("/start d_")) {
            supporters.add(chat);
            say(chat, "✅ Вы записаны: <b>" + text.substring(9) + "</b>. Позовём, когда понадобитесь.");
        } else if (text.startsWith("/start o_")) {
            organiser = chat;
            say(chat, "Вы владелец. Ссылка для соседей: https://t.me/dabyl_rehearsal_bot?start=d_shanyrak-1");
        } else if (text.startsWith("/alert")) {
            organiser = chat;
            send(
                    chat,
                    "Получат: <b>" + supporters.size() + "</b>. Отправить?",
                    buttons("Отправить", "send", "Отмена", "cancel"));
        } else if (update.path("message").has("location")) {
            say(chat, "Место получено.");
        } else if (text.equals("/keys")) {
            server.call(
                    "sendMessage",
                    "{\"chat_id\": " + chat + ", \"text\": \"Где вы?\", \"reply_markup\": {\"keyboard\":"
                            + " [[{\"text\": \"📍 Отправить место\", \"request_location\": true}], [\"Нет\"]], \"one_time_keyboard\": true}}");
        } else if (chat != 0) {
            plain(chat, text);
        }
    }

    private void press(JsonNode query, long from, String data) {
        int message = query.path("message").path("message_id").asInt();
        server.call(
                "answerCallbackQuery",
                "{\"callback_query_id\": \"" + query.path("id").asString() + "\", \"text\": \"Принято\"}");
        if (data.equals("send")) {
            board = send(from, "Идут: <b>0</b>", Shapes.array());
            new LinkedHashSet<>(supporters).forEach(chat -> send(chat, CARD, card()));
        } else if (data.startsWith("yes")) {
            ArrayNode rows = card();
            rows.insert(0, buttons("Я на месте", "here").path(0));
            edit(from, message, CARD + "\n\n<b>Ваш ответ: иду</b>", rows);
            edit(organiser, board, "Идут: <b>" + coming.incrementAndGet() + "</b>", Shapes.array());
        }
    }

    private static ArrayNode card() {
        ArrayNode rows = buttons("10 мин", "yes10", "30 мин", "yes30", "60 мин", "yes60");
        return rows.add(buttons("Не могу", "no").path(0));
    }

    private static ArrayNode buttons(String... textsAndData) {
        ArrayNode row = Shapes.array();
        for (int i = 0; i < textsAndData.length; i += 2) {
            row.add(Shapes.object().put("text", textsAndData[i]).put("callback_data", textsAndData[i + 1]));
        }
        return Shapes.array().add(row);
    }

    private void say(long chat, String text) {
        send(chat, text, Shapes.array());
    }

    private void plain(long chat, String text) {
        server.call(
                "sendMessage",
                Shapes.object().put("chat_id", chat).put("text", text).toString());
    }

    private int send(long chat, String text, ArrayNode rows) {
        ObjectNode call = Shapes.object().put("chat_id", chat).put("text", text).put("parse_mode", "HTML");
        call.putObject("reply_markup").set("inline_keyboard", rows);
        return server.call("sendMessage", call.toString())
                .path("result")
                .path("message_id")
                .asInt(0);
    }

    private void edit(long chat, int message, String text, ArrayNode rows) {
        ObjectNode call =
                Shapes.object().put("chat_id", chat).put("message_id", message).put("text", text);
        call.put("parse_mode", "HTML").putObject("reply_markup").set("inline_keyboard", rows);
        server.call("editMessageText", call.toString());
    }

    @Override
    public void close() {
        open = false;
    }
}
