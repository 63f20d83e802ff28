package org.dabyl.rehearsal;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The parts of the page that are drawn anew while it is open, and the deeds of the guide and the crowd. */
@OnlyInRehearsal
@Controller
@RequestMapping("/rehearsal")
class FragmentController {
    private final SimulatedTelegram telegram;
    private final Phones phones;
    private final Crowd crowd;
    private final Guide guide;
    private final Morning morning;

    FragmentController(SimulatedTelegram telegram, Phones phones, Crowd crowd, Guide guide, Morning morning) {
        this.telegram = telegram;
        this.phones = phones;
        this.crowd = crowd;
        this.guide = guide;
        this.morning = morning;
    }

    /** A command of a bot's menu. */
    public record Command(String text, String description) {
        static Command of(JsonNode json) {
            return new Command(
                    "/" + json.path("command").asString(""),
                    json.path("description").asString(""));
        }
    }

    @ModelAttribute("words")
    Words words(@CookieValue(name = PageController.LANGUAGE, defaultValue = "ru") String language) {
        return Words.in(language);
    }

    @GetMapping("/phones/{id}/screen")
    String screen(@PathVariable long id, Model model) {
        Phone phone = phones.get(id);
        model.addAttribute("view", Screen.of(phone, phones.chat(phone)));
        return "rehearsal/phone :: screen";
    }

    @GetMapping("/phones/{id}/menu")
    String menu(@PathVariable long id, Model model) {
        Phone phone = phones.get(id);
        JsonNode commands = phones.bot(phone).commands.seenBy(id, phone.person.language());
        model.addAttribute("phone", id);
        model.addAttribute("commands", commands.valueStream().map(Command::of).toList());
        return "rehearsal/phone :: menu";
    }

    @GetMapping("/guide")
    String guide(Model model) {
        guide.fill(model);
        model.addAttribute("morning", morning.view());
        return "rehearsal/guide :: steps";
    }

    @PostMapping("/guide/owner")
    ResponseEntity<Void> becomeOwner() {
        guide.ownerLink().flatMap(DeepLink::parse).ifPresent(link -> {
            Phone organiser = phones.get(Phones.ORGANISER);
            telegram.people().write(telegram.bot(link.username()), organiser.person, link.text());
        });
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/crowd")
    String crowd(Model model) {
        model.addAttribute("crowd", crowd.view());
        return "rehearsal/crowd :: panel";
    }

    /** Brings persons to districts whose codes are divided by commas or blanks. */
    @PostMapping("/crowd")
    String bring(@RequestParam String codes, @RequestParam int count, Model model) {
        List<String> wanted = List.of(codes.strip().split("[,;\\s]+")).stream()
                .filter(code -> code.matches("[A-Za-z0-9_-]{1,62}"))
                .toList();
        if (!wanted.isEmpty()) {
            crowd.bring(wanted, count);
        }
        return crowd(model);
    }

    @PostMapping("/crowd/speed")
    String speed(@RequestParam int speed, Model model) {
        morning.speed(speed);
        return crowd(model);
    }
}
