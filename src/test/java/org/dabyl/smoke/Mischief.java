package org.dabyl.smoke;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dabyl.conversation.Rights;
import org.dabyl.rehearsal.Postbag;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Updates as nobody would wish for: valid ones, odd ones, spoilt ones, forged presses, repeated and late ones. */
final class Mischief {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int REMEMBERED = 300;

    /** Kinds of updates whose content looks like a message. */
    private static final List<String> LIKE_A_MESSAGE = List.of(
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_message",
            "edited_business_message",
            "guest_message");

    private static final List<String> OTHER_KINDS = List.of(
            "inline_query",
            "chosen_inline_result",
            "shipping_query",
            "pre_checkout_query",
            "poll",
            "poll_answer",
            "chat_member",
            "chat_join_request",
            "message_reaction",
            "message_reaction_count",
            "chat_boost",
            "removed_chat_boost",
            "business_connection",
            "deleted_business_messages",
            "purchased_paid_media",
            "made_up");

    private static final List<String> SERVICE = List.of(
            "\"new_chat_members\":[{\"id\":1,\"is_bot\":false,\"first_name\":\"x\"}]",
            "\"left_chat_member\":{\"id\":1}",
            "\"pinned_message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":1,\"type\":\"private\"}}",
            "\"migrate_from_chat_id\":-5",
            "\"group_chat_created\":true",
            "\"forum_topic_created\":{\"name\":\"x\",\"icon_color\":1}",
            "\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":1}",
            "\"video_chat_started\":{}",
            "\"is_topic_message\":true,\"message_thread_id\":7,\"text\":\"/bind\"",
            "\"write_access_allowed\":{}");

    private static final List<String> ORIGINS = List.of(
            "\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"x\",\"date\":1}",
            "\"via_bot\":{\"id\":9,\"is_bot\":true}",
            "\"sender_chat\":{\"id\":-100,\"type\":\"channel\"}",
            "\"author_signature\":\"x\"",
            "\"sender_business_bot\":{\"id\":9}",
            "\"reply_to_message\":{\"message_id\":1}",
            "\"external_reply\":{}",
            "\"quote\":{\"text\":\"x\"}",
            "\"has_protected_content\":true");

    private static final List<String> CONTENTS = List.of(
            "\"location\":{\"latitude\":43.28,\"longitude\":76.82}",
            "\"location\":{\"latitude\":91,\"longitude\":76.82}",
            "\"venue\":{\"title\":\"t\",\"location\":{\"latitude\":43.28,\"longitude\":76.82}}",
            "\"photo\":[{\"file_id\":\"p1\"}],\"caption\":\"/alert medeu x\"",
            "\"photo\":[{\"file_id\":\"\"}]",
            "\"photo\":{}",
            "\"sticker\":{\"file_id\":\"s\"}",
            "\"contact\":{\"phone_number\":\"+7700\",\"first_name\":\"x\"}",
            "\"dice\":{\"value\":1}",
            "\"voice\":{\"file_id\":\"v\"},\"caption\":\"x\"",
            "\"document\":{}",
            "\"poll\":{\"id\":\"1\"}",
            "\"web_app_data\":{\"data\":\"x\"}",
            "\"users_shared\":{\"request_id\":1}",
            "\"text\":7",
            "\"text\":null",
            "\"text\":\"\"",
            "\"story\":{}",
            "\"paid_media\":{}");

    private final RandomGenerator random;
    private final Garble garble;
    private final Postbag postbag;
    private final Witness witness;
    private final List<Long> organisers;
    private final List<Long> supporters;
    private final List<Long> strangers;
    private final List<Long> groups;
    private final List<String> codes;
    private final List<String> verbs;
    private final List<String> commands;
    private final Deque<ObjectNode> before = new ArrayDeque<>();
    private long late;
    private int message = 1_000_000;

    Mischief(
            RandomGenerator random,
            Postbag postbag,
            Witness witness,
            Rights rights,
            List<Long> organisers,
            List<Long> supporters,
            List<Long> strangers,
            List<Long> groups,
            List<String> codes,
            int free) {
        this.random = random;
        this.garble = new Garble(random);
        this.postbag = postbag;
        this.witness = witness;
        this.organisers = organisers;
        this.supporters = supporters;
        this.strangers = strangers;
        this.groups = groups;
        this.codes = codes;
        // in an order that does not depend on a hash
        this.verbs = rights.verbs().stream().sorted().toList();
        this.commands = rights.commands().stream().sorted().toList();
        postbag.skip(free);
        this.late = postbag.next() - free;
    }

    /** Puts one more update into the bag. */
    void happens() {
        int kind = random.nextInt(100);
        ObjectNode update = kind < 5 && !before.isEmpty() ? again() : made(kind);
        if (kind == 10) {
            update.put("update_id", late++);
        } else if (kind == 11) {
            update.set(
                    "update_id",
                    garble.one(List.of("null", "-1", "0", "\"7\"", "1.5", "[]", "9223372036854775808"))
                            .transform(JSON::readTree));
        }
        long kept = postbag.add(update);
        if (before.size() >= REMEMBERED) {
            before.removeFirst();
        }
        before.add(update.has("update_id") ? update : update.deepCopy().put("update_id", kept));
    }

    /** What was there already, with its number. */
    private ObjectNode again() {
        return garble.one(List.copyOf(before)).deepCopy();
    }

    private ObjectNode made(int kind) {
        ObjectNode update = kind < 40
                ? said()
                : kind < 65 ? pressed() : kind < 76 ? inPublic() : kind < 78 ? membership() : other();
        if (kind >= 90 || garble.chance(8)) {
            garble.spoil(update);
        }
        return update;
    }

    private long somebody() {
        int who = random.nextInt(200);
        return who < 2 ? garble.one(organisers) : who < 50 ? garble.one(supporters) : garble.one(strangers);
    }

    private ObjectNode said() {
        long from = somebody();
        String more = garble.chance(20) ? garble.one(CONTENTS) : "\"text\":" + JSON.writeValueAsString(text());
        return read("{\"message\":" + message(from, from, "private", more) + "}");
    }

    private String text() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> garble.text();
            case 2 -> garble.one(codes);
            case 3 -> "/start " + garble.one(List.of("d_", "o_", "x_", "")) + word();
            case 4 -> "/" + garble.one(commands);
            case 5 -> "/" + garble.one(commands) + "@" + word() + " " + word();
            case 6 -> String.valueOf(random.nextInt(-5, 5000));
            default -> "/" + garble.one(commands) + " " + word() + " " + garble.text();
        };
    }

    /** A subject: a code, something that was shown to somebody, a likely word, or nonsense. */
    private String word() {
        return switch (random.nextInt(5)) {
            case 0 -> garble.one(codes);
            case 1 -> witness.any(random).data().replaceAll("^[^:]*:", "");
            case 2 ->
                garble.one(List.of(
                        "yes", "off", "22-7", "8h", "weekly", "Sat", "c10", "1", "20", "aaaaaaaaaa", "me", "car", ""));
            case 3 -> String.valueOf(random.nextLong());
            default -> garble.text();
        };
    }

    private ObjectNode pressed() {
        long from = somebody();
        boolean answerable = garble.chance(70);
        String id = answerable ? postbag.press(from) : String.valueOf(random.nextLong());
        String shape = garble.chance(10)
                ? "\"inline_message_id\":\"x\""
                : "\"message\":" + message(from, from, "private", "\"text\":\"x\"");
        return read("{\"callback_query\":{\"id\":\"" + id + "\",\"from\":" + person(from) + "," + shape
                + ",\"chat_instance\":\"1\",\"data\":" + JSON.writeValueAsString(data()) + "}}");
    }

    private String data() {
        return switch (random.nextInt(4)) {
            case 0 -> witness.any(random).data();
            case 1 -> garble.one(verbs) + ":" + witness.any(random).data().replaceAll("^[^:]*:", "");
            case 2 -> garble.one(verbs) + ":" + word();
            default -> garble.chance(50) ? garble.text() : garble.one(verbs) + (garble.chance(50) ? ":" : "");
        };
    }

    private ObjectNode inPublic() {
        long from = garble.chance(5) ? garble.one(organisers) : somebody();
        long group = garble.one(groups);
        String type = garble.one(List.of("group", "supergroup", "channel"));
        if (garble.chance(30)) {
            return read("{\"callback_query\":{\"id\":\"" + random.nextLong() + "\",\"from\":" + person(from)
                    + ",\"message\":" + message(from, group, type, "\"text\":\"x\"") + ",\"data\":"
                    + JSON.writeValueAsString(data()) + "}}");
        }
        String more = garble.chance(40)
                ? garble.one(SERVICE)
                : "\"text\":" + JSON.writeValueAsString(garble.chance(20) ? "/bind " + word() : text());
        return read("{\"message\":" + message(from, group, type, more) + "}");
    }

    private ObjectNode membership() {
        boolean alone = garble.chance(50);
        long from = somebody();
        String chat = alone
                ? "{\"id\":" + from + ",\"type\":\"private\"}"
                : "{\"id\":" + garble.one(groups) + ",\"type\":\"supergroup\",\"title\":\"x\"}";
        String status = garble.one(List.of("kicked", "member", "left", "administrator", "restricted", "creator", "x"));
        return read("{\"my_chat_member\":{\"chat\":" + chat + ",\"from\":" + person(from)
                + ",\"date\":1,\"old_chat_member\":{\"status\":\"member\"}," + "\"new_chat_member\":{\"status\":\""
                + status + "\",\"user\":{\"id\":1000001,\"is_bot\":true}}}}");
    }

    private ObjectNode other() {
        long from = somebody();
        if (garble.chance(40)) {
            String type = garble.one(List.of("private", "group", "channel"));
            return read("{\"" + garble.one(LIKE_A_MESSAGE) + "\":"
                    + message(from, from, type, "\"text\":" + JSON.writeValueAsString(text())) + "}");
        }
        return read("{\"" + garble.one(OTHER_KINDS) + "\":{\"id\":\"1\",\"from\":" + person(from)
                + ",\"query\":\"/alert\",\"chat\":{\"id\":" + from + ",\"type\":\"private\"},\"user\":" + person(from)
                + "}}");
    }

    private String message(long from, long chat, String type, String more) {
        List<String> fields = new ArrayList<>(List.of(
                "\"message_id\":" + (garble.chance(90) ? ++message : random.nextLong()),
                "\"date\":" + (garble.chance(90) ? "1795000000" : garble.value()),
                "\"chat\":{\"id\":" + (garble.chance(96) ? String.valueOf(chat) : garble.id()) + ",\"type\":\"" + type
                        + "\",\"title\":\"x\"}",
                "\"from\":" + person(from),
                more));
        if (garble.chance(5)) {
            fields.add(garble.one(ORIGINS));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String person(long id) {
        String language = garble.one(List.of("kk", "ru", "en", "de", "", "RU-ru"));
        return "{\"id\":" + (garble.chance(96) ? String.valueOf(id) : garble.id()) + ",\"is_bot\":" + garble.chance(1)
                + ",\"first_name\":\"x\",\"language_code\":\"" + language + "\"}";
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
