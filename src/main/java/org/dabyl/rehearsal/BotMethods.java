package org.dabyl.rehearsal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods by name, without regard to case as in Telegram; and the small ones that change no message. */
final class BotMethods {
    /** One method: the calling bot and its parameters to the result. */
    interface Method extends BiFunction<Account, Parameters, JsonNode> {}

    private final Map<String, Method> table = new ConcurrentHashMap<>();
    private final Desk desk;

    BotMethods(Desk desk, Sending sending, Editing editing) {
        this.desk = desk;
        sending.addTo(this);
        editing.addTo(this);
        add("getMe", (bot, p) -> me(bot));
        add("getWebhookInfo", (bot, p) -> bot.webhook.info());
        add("setWebhook", (bot, p) -> done(() -> bot.webhook.set(p, desk::seconds)));
        add("deleteWebhook", (bot, p) -> done(() -> bot.webhook.delete(p)));
        add("setMyCommands", (bot, p) -> done(() -> bot.commands.set(p)));
        add("deleteMyCommands", (bot, p) -> done(() -> bot.commands.delete(p)));
        add("getMyCommands", (bot, p) -> bot.commands.get(p));
        profile("Name", "name", 64);
        profile("Description", "description", 512);
        profile("ShortDescription", "short_description", 120);
        add("getChat", this::chat);
        add("getChatMember", this::member);
        add("answerCallbackQuery", this::answerPress);
        for (String accepted : new String[] {"setChatMenuButton", "setMyDefaultAdministratorRights"}) {
            add(accepted, (bot, p) -> Shapes.yes());
        }
    }

    void add(String name, Method method) {
        table.put(name.toLowerCase(Locale.ROOT), method);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(table.get(name.toLowerCase(Locale.ROOT)));
    }

    private static JsonNode done(Runnable step) {
        step.run();
        return Shapes.yes();
    }

    private static JsonNode me(Account bot) {
        return Shapes.user(bot)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private void profile(String name, String field, int most) {
        add("setMy" + name, (bot, p) -> {
            String text = p.text(field).orElse("");
            if (text.length() > most) {
                throw Refusal.badRequest(field.toUpperCase(Locale.ROOT) + "_TOO_LONG");
            }
            bot.profile.put(field + ":" + p.text("language_code").orElse(""), text);
            return Shapes.yes();
        });
        add("getMy" + name, (bot, p) -> {
            String key = field + ":" + p.text("language_code").orElse("");
            String otherwise = field.equals("name") ? bot.name() : bot.profile.getOrDefault(field + ":", "");
            return Shapes.object().put(field, bot.profile.getOrDefault(key, otherwise));
        });
    }

    private JsonNode chat(Account bot, Parameters p) {
        Chat chat = desk.chat(bot, p);
        return Shapes.chat(chat)
                .put("accent_color_id", 0)
                .put("max_reaction_count", 11)
                .set("accepted_gift_types", gifts());
    }

    private static ObjectNode gifts() {
        ObjectNode none = Shapes.object();
        for (String kind : new String[] {"unlimited", "limited", "unique"}) {
            none.put(kind + "_gifts", false);
        }
        return none.put("premium_subscription", false).put("gifts_from_channels", false);
    }

    private JsonNode member(Account bot, Parameters p) {
        Chat chat = desk.chat(bot, p);
        long user = p.number("user_id", 0);
        boolean channel = chat.type.equals("channel");
        if (user == bot.id) {
            Members.Bot place = chat.members.bot();
            return Members.json(Shapes.user(bot), place.status(), channel, place.posts());
        }
        Person person = desk.person(user).orElseThrow(() -> Refusal.badRequest("user not found"));
        return Members.json(Shapes.user(person), chat.members.status(person), channel, true);
    }

    private JsonNode answerPress(Account bot, Parameters p) {
        String id = p.text("callback_query_id").orElse("");
        String text = p.text("text").orElse("");
        if (text.codePointCount(0, text.length()) > 200) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        Chat chat;
        try {
            chat = bot.callbacks.close(id, desk.seconds());
        } catch (Refusal e) {
            desk.statistics().staleAnswers.increment();
            throw e;
        }
        desk.statistics().answers.increment();
        Chat.Toast toast = new Chat.Toast(id, text, p.flag("show_alert"));
        chat.toast(toast);
        desk.tell(new Change(bot.username, chat.id, Change.Kind.TOAST, null, toast));
        return Shapes.yes();
    }
}
