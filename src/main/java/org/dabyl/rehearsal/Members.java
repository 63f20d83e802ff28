package org.dabyl.rehearsal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Who is what in a group or channel, and what the bot may do there. */
final class Members {
    private static final String MEMBER = "member";
    private static final Set<String> STATUSES =
            Set.of("creator", "administrator", MEMBER, "restricted", "left", "kicked");

    private final Map<Long, String> persons = new ConcurrentHashMap<>();
    private volatile Bot bot = new Bot(MEMBER, true);

    /**
     * The bot's place.
     *
     * @param posts whether it may write; in a channel only an administrator may
     */
    record Bot(String status, boolean posts) {

        boolean present() {
            return !status.equals("left") && !status.equals("kicked");
        }
    }

    void put(Person person, String status) {
        persons.put(person.id, checked(status));
    }

    /** Somebody never heard of counts as a member. */
    String status(Person person) {
        return persons.getOrDefault(person.id, MEMBER);
    }

    Bot bot() {
        return bot;
    }

    void bot(Bot place) {
        checked(place.status);
        bot = place;
    }

    /** A chat member as the Bot API shapes it. */
    static ObjectNode json(ObjectNode user, String status, boolean channel, boolean posts) {
        ObjectNode member = Shapes.object().set("user", user);
        member.put("status", status);
        return switch (status) {
            case "kicked" -> member.put("until_date", 0);
            case "creator" -> member.put("is_anonymous", false);
            case "administrator" -> rights(member, channel ? posts : null);
            default -> member;
        };
    }

    private static ObjectNode rights(ObjectNode member, @Nullable Boolean posts) {
        member.put("can_be_edited", false).put("is_anonymous", false).put("can_manage_chat", true);
        for (String right : new String[] {
            "delete_messages",
            "manage_video_chats",
            "restrict_members",
            "promote_members",
            "change_info",
            "invite_users",
            "post_stories",
            "edit_stories",
            "delete_stories"
        }) {
            member.put("can_" + right, false);
        }
        return posts == null ? member : member.put("can_post_messages", posts);
    }

    private static String checked(String status) {
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("No such status");
        }
        return status;
    }
}
