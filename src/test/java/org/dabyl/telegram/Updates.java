package org.dabyl.telegram;

/** Updates as Telegram writes them. */
final class Updates {

    private Updates() {}

    static String text(long id, long chat, String text) {
        return message(id, chat, "\"text\":\"" + text + "\"");
    }

    /** A message of one person with these fields. */
    static String message(long id, long chat, String fields) {
        return """
                {"update_id":%d,"message":{"message_id":7,"date":1750000000,
                "from":{"id":%d,"is_bot":false,"first_name":"A","language_code":"kk"},
                "chat":{"id":%d,"type":"private","first_name":"A"},%s}}""".formatted(id, chat, chat, fields);
    }

    /** A press on a message in a private chat. */
    static String press(long id, long chat, String data) {
        return """
                {"update_id":%d,"callback_query":{"id":"press-%d","from":{"id":%d,"is_bot":false,"language_code":"en"},
                "message":{"message_id":7,"date":1750000000,"chat":{"id":%d,"type":"private"}},
                "chat_instance":"1","data":"%s"}}""".formatted(id, id, chat, chat, data);
    }

    static String blocked(long id, long chat) {
        return """
                {"update_id":%d,"my_chat_member":{"chat":{"id":%d,"type":"private"},"new_chat_member":{"status":"kicked"}}}
                """.formatted(id, chat);
    }
}
