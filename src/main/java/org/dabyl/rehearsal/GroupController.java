package org.dabyl.rehearsal;

import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The part of the control API that is about groups and channels; its table stands with {@link ControlController}. */
@OnlyInRehearsal
@RestController
@RequestMapping("/rehearsal")
class GroupController {
    private final SimulatedTelegram telegram;

    GroupController(SimulatedTelegram telegram) {
        this.telegram = telegram;
    }

    @PostMapping("/groups")
    void group(@RequestBody Deed deed) {
        Account bot = telegram.bot(deed.bot());
        long id = Deed.required(deed.id(), "id");
        String type = deed.type() == null ? "supergroup" : deed.type();
        String title = deed.title() == null ? "Group" : deed.title();
        Chat chat = new Chat(id, type, title, telegram.desk().limits.groupPerMinute());
        bot.chats.put(id, chat);
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        chat.members.put(person, "creator");
        chat.members.bot(new Members.Bot("left", true));
        telegram.people().place(bot, chat, person, place(deed, type.equals("channel") ? "administrator" : "member"));
    }

    @PostMapping("/groups/{id}/bot")
    void place(@PathVariable long id, @RequestBody Deed deed) {
        Account bot = telegram.bot(deed.bot());
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        telegram.people().place(bot, group(bot, id), person, place(deed, "administrator"));
    }

    @PostMapping("/groups/{id}/members")
    void member(@PathVariable long id, @RequestBody Deed deed) {
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        group(telegram.bot(deed.bot()), id).members.put(person, Deed.required(deed.status(), "status"));
    }

    @PostMapping("/groups/{id}/migrate")
    void migrate(@PathVariable long id, @RequestBody Deed deed) {
        Account bot = telegram.bot(deed.bot());
        Chat old = group(bot, id);
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        long to = Deed.required(deed.id(), "id");
        Chat supergroup =
                new Chat(to, "supergroup", old.title, telegram.desk().limits.groupPerMinute());
        supergroup.members.bot(old.members.bot());
        supergroup.members.put(person, old.members.status(person));
        telegram.people().migrate(bot, old, supergroup, person);
    }

    private static Members.Bot place(Deed deed, String otherwise) {
        boolean posts = deed.posts() == null || deed.posts();
        return new Members.Bot(deed.status() == null ? otherwise : deed.status(), posts);
    }

    @PostMapping("/groups/{id}/texts")
    JsonNode writeInGroup(@PathVariable long id, @RequestBody Deed deed) {
        String text = Deed.required(deed.text(), "text");
        Account bot = telegram.bot(deed.bot());
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        Content content = Content.text(text).withEntities(Shapes.commandEntity(text));
        return telegram.people().say(bot, group(bot, id), person, content);
    }

    @PostMapping("/groups/{id}/presses")
    JsonNode pressInGroup(@PathVariable long id, @RequestBody Deed deed) {
        Account bot = telegram.bot(deed.bot());
        Person person = telegram.person(Deed.required(deed.person(), "person"));
        return deed.press(telegram.people(), bot, group(bot, id), person);
    }

    private static Chat group(Account bot, long id) {
        return bot.chat(id).orElseThrow(() -> new NoSuchElementException("No such group"));
    }
}
