package org.dabyl.rehearsal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rehearsal's control API, JSON in and out: what tests and pages make persons do. Every body may name a {@code bot} by its
 * username; the first bot is meant otherwise. A wrong body is answered 400, an unknown thing 404, an impossible deed 409, each
 * as {@code {"error": "…"}}.
 *
 * <table>
 * <caption>Requests under {@code /rehearsal}</caption>
 * <tr><td>POST persons<td>{@code id, language_code?, first_name?}; a person, who has not yet talked to any bot
 * <tr><td>POST persons/many<td>{@code id, count, text?, language_code?}; persons {@code id} to {@code id+count-1}; with a text
 *     each sends it, else the bot may write to each at once and no update is made
 * <tr><td>POST persons/{id}/texts<td>{@code text}; returns the message
 * <tr><td>POST persons/{id}/links<td>{@code url}; opens a link {@code https://t.me/<bot>?start=<payload>}
 * <tr><td>POST persons/{id}/locations<td>{@code latitude, longitude}
 * <tr><td>POST persons/{id}/photos<td>{@code photo (base64), caption?}
 * <tr><td>POST persons/{id}/presses<td>{@code message_id, data} or {@code message_id, row, column}; returns {@code query}
 * <tr><td>POST persons/{id}/edits<td>{@code message_id, text}; an edited message
 * <tr><td>POST persons/{id}/block, …/unblock, …/deactivate<td>no body
 * <tr><td>POST persons/{id}/language<td>{@code language_code}
 * <tr><td>GET persons/{id}/chat?bot=<td>messages as the Bot API shapes them, keyboard, toasts with their {@code query},
 *     commands, {@code started}, {@code blocked}
 * <tr><td>POST groups<td>{@code id (negative), type?, title?, person, status?, posts?}; a group or channel of the person's, who
 *     brings the bot in, as an administrator into a channel and as a member into a group
 * <tr><td>POST groups/{id}/bot<td>{@code person, status?, posts?}; the person gives the bot this place and the right to write
 * <tr><td>POST groups/{id}/members<td>{@code person, status}; creator, administrator, member, restricted, left or kicked
 * <tr><td>POST groups/{id}/migrate<td>{@code id, person}; the group becomes the supergroup {@code id}
 * <tr><td>POST groups/{id}/texts, …/presses<td>as for persons, with {@code person}
 * <tr><td>GET groups/{id}/chat?bot=<td>as for persons
 * <tr><td>POST updates?bot=<td>any JSON object, which the bot gets as it is with the next {@code update_id}
 * <tr><td>GET statistics<td>counters
 * <tr><td>POST faults, DELETE faults<td>{@link Fault}: {@code kind (status, close, outage, delay), method?, bot?, times?,
 *     for_ms?, status?, description?, retry_after?, html?, delay_ms?}
 * <tr><td>POST reset<td>forgets everything
 * </table>
 */
@OnlyInRehearsal
@RestController
@RequestMapping("/rehearsal")
class ControlController {
    private final SimulatedTelegram telegram;

    ControlController(SimulatedTelegram telegram) {
        this.telegram = telegram;
    }

    @PostMapping("/persons")
    JsonNode create(@RequestBody Deed deed) {
        long id = Deed.required(deed.id(), "id");
        telegram.add(person(deed, id));
        return Shapes.object().put("id", id);
    }

    @PostMapping("/persons/many")
    JsonNode createMany(@RequestBody Deed deed) {
        long first = Deed.required(deed.id(), "id");
        int count = Deed.required(deed.count(), "count");
        Account bot = telegram.bot(deed.bot());
        for (long id = first; id < first + count; id++) {
            Person person = person(deed, id);
            telegram.add(person);
            if (deed.text() == null) {
                bot.chat(person);
            } else {
                telegram.people().write(bot, person, deed.text());
            }
        }
        return Shapes.object().put("count", count);
    }

    @PostMapping("/persons/{id}/texts")
    JsonNode write(@PathVariable long id, @RequestBody Deed deed) {
        return telegram.people()
                .write(telegram.bot(deed.bot()), telegram.person(id), Deed.required(deed.text(), "text"));
    }

    @PostMapping("/persons/{id}/links")
    JsonNode open(@PathVariable long id, @RequestBody Deed deed) {
        DeepLink link = DeepLink.parse(Deed.required(deed.url(), "url"))
                .orElseThrow(() -> new IllegalArgumentException("Not a link to a bot"));
        return telegram.people().write(telegram.bot(link.username()), telegram.person(id), link.text());
    }

    @PostMapping("/persons/{id}/locations")
    JsonNode share(@PathVariable long id, @RequestBody Deed deed) {
        double latitude = Deed.required(deed.latitude(), "latitude");
        double longitude = Deed.required(deed.longitude(), "longitude");
        return telegram.people().share(telegram.bot(deed.bot()), telegram.person(id), latitude, longitude);
    }

    @PostMapping("/persons/{id}/photos")
    JsonNode show(@PathVariable long id, @RequestBody Deed deed) {
        byte[] picture = Base64.getDecoder().decode(Deed.required(deed.photo(), "photo"));
        String caption = deed.caption() == null ? "" : deed.caption();
        return telegram.people().show(telegram.bot(deed.bot()), telegram.person(id), picture, caption);
    }

    @PostMapping("/persons/{id}/presses")
    JsonNode press(@PathVariable long id, @RequestBody Deed deed) {
        Account bot = telegram.bot(deed.bot());
        Person person = telegram.person(id);
        return deed.press(telegram.people(), bot, telegram.people().chat(bot, person), person);
    }

    @PostMapping("/persons/{id}/edits")
    JsonNode edit(@PathVariable long id, @RequestBody Deed deed) {
        int message = Deed.required(deed.messageId(), "message_id");
        String text = Deed.required(deed.text(), "text");
        return telegram.people().edit(telegram.bot(deed.bot()), telegram.person(id), message, text);
    }

    @PostMapping("/persons/{id}/{block:block|unblock}")
    void block(
            @PathVariable long id, @PathVariable String block, @RequestParam(required = false) @Nullable String bot) {
        telegram.people().block(telegram.bot(bot), telegram.person(id), block.equals("block"));
    }

    @PostMapping("/persons/{id}/deactivate")
    void deactivate(@PathVariable long id) {
        telegram.person(id).deactivate();
    }

    @PostMapping("/persons/{id}/language")
    void speak(@PathVariable long id, @RequestBody Deed deed) {
        telegram.person(id).speak(Deed.required(deed.languageCode(), "language_code"));
    }

    @GetMapping({"/persons/{id}/chat", "/groups/{id}/chat"})
    JsonNode chat(@PathVariable long id, @RequestParam(required = false) @Nullable String bot) {
        return ChatView.json(telegram.bot(bot), id, telegram.desk().person(id));
    }

    @PostMapping("/updates")
    void inject(@RequestBody ObjectNode update, @RequestParam(required = false) @Nullable String bot) {
        long now = telegram.desk().seconds();
        ObjectNode rest = update.deepCopy();
        rest.remove("update_id");
        telegram.bot(bot).updates.add(rest, now + UpdateQueue.LIFE, now);
    }

    @GetMapping("/statistics")
    JsonNode statistics() {
        return telegram.statistics();
    }

    @PostMapping("/faults")
    void arm(@RequestBody JsonNode fault) {
        telegram.faults().add(Fault.of(fault), telegram.desk().micros());
    }

    @DeleteMapping("/faults")
    void disarm() {
        telegram.faults().clear();
    }

    @PostMapping("/reset")
    void reset() {
        telegram.reset();
    }

    private static Person person(Deed deed, long id) {
        String language = deed.languageCode() == null ? "ru" : deed.languageCode();
        return new Person(id, deed.firstName() == null ? "Person" : deed.firstName(), language, Chat.MEMORY);
    }
}
