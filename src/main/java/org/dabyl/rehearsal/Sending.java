package org.dabyl.rehearsal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The methods that put a new message into a chat. */
final class Sending {
    private final Desk desk;

    Sending(Desk desk) {
        this.desk = desk;
    }

    void addTo(BotMethods methods) {
        methods.add("sendMessage", (bot, p) -> send(bot, p, desk.contents.text(p)));
        methods.add("sendPhoto", (bot, p) -> send(bot, p, photo(p)));
        methods.add("sendLocation", (bot, p) -> send(bot, p, place(p)));
        methods.add("sendChatAction", (bot, p) -> {
            desk.chat(bot, p);
            return Shapes.yes();
        });
    }

    private JsonNode send(Account bot, Parameters p, Content content) {
        Markup markup = Markup.of(p);
        Chat chat = desk.paced(bot, p);
        Content said =
                desk.contents.shared(content.withButtons(markup.buttons()).guardedIf(p.flag("protect_content")));
        if (chat.holds(said)) {
            desk.statistics().duplicates.increment();
        }
        Message message = new Message(bot.nextMessage(), null, desk.seconds(), 0, said);
        chat.add(message);
        if (markup.keyboard() != null || markup.removesKeyboard()) {
            chat.keyboard(markup.keyboard());
        }
        desk.statistics().messages.increment();
        desk.tell(new Change(bot.username, chat.id, Change.Kind.MESSAGE, message, null));
        return Shapes.message(bot, chat, message);
    }

    private Content photo(Parameters p) {
        Content caption = desk.contents.caption(p);
        String name = p.text("photo").orElse("");
        byte @Nullable [] file = p.file(name.startsWith("attach://") ? name.substring(9) : "photo")
                .orElse(null);
        if (file == null && name.isBlank()) {
            throw Refusal.badRequest("there is no photo in the request");
        }
        return new Content(
                caption.text(), caption.entities(), null, file == null ? name : desk.photos.keep(file), null, false);
    }

    private static Content place(Parameters p) {
        double latitude = p.decimal("latitude").orElseThrow(() -> Refusal.badRequest("LATITUDE_INVALID"));
        double longitude = p.decimal("longitude").orElseThrow(() -> Refusal.badRequest("LONGITUDE_INVALID"));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw Refusal.badRequest("wrong coordinates");
        }
        return Content.place(latitude, longitude);
    }
}
