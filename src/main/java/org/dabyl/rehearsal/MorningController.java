package org.dabyl.rehearsal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The morning that plays by itself: its part of the page, and the same as JSON under {@code facts}. */
@OnlyInRehearsal
@Controller
@RequestMapping("/rehearsal/morning")
class MorningController {
    private final Morning morning;

    MorningController(Morning morning) {
        this.morning = morning;
    }

    @ModelAttribute("words")
    Words words(@CookieValue(name = PageController.LANGUAGE, defaultValue = "ru") String language) {
        return Words.in(language);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("morning", morning.view());
        return "rehearsal/morning :: panel";
    }

    @PostMapping
    String begin(Model model) {
        morning.begin();
        return show(model);
    }

    @PostMapping("/speed")
    String speed(@RequestParam int speed, Model model) {
        morning.speed(speed);
        return show(model);
    }

    @GetMapping("/facts")
    @ResponseBody
    MorningView facts() {
        return morning.view();
    }
}
