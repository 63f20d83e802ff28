package org.dabyl.rehearsal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page of the rehearsal: its guide, its phones and what it is told while it is open. */
@OnlyInRehearsal
@Controller
class PageController {
    static final String LANGUAGE = "rehearsal-language";
    private final Phones phones;
    private final SimulatedTelegram telegram;
    private final Live live;
    private final Guide guide;
    private final Morning morning;

    PageController(Phones phones, SimulatedTelegram telegram, Live live, Guide guide, Morning morning) {
        this.phones = phones;
        this.telegram = telegram;
        this.live = live;
        this.guide = guide;
        this.morning = morning;
    }

    @GetMapping("/")
    String page(
            Model model,
            HttpServletResponse response,
            Locale locale,
            @RequestParam(name = "lang", required = false) @Nullable String asked,
            @CookieValue(name = LANGUAGE, required = false) @Nullable String kept) {
        String wished = asked != null ? asked : kept != null ? kept : locale.getLanguage();
        Words words = Words.in(wished);
        Cookie cookie = new Cookie(LANGUAGE, words.language());
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("words", words);
        model.addAttribute("languages", Words.LANGUAGES);
        model.addAttribute("phones", screens());
        guide.fill(model);
        model.addAttribute("morning", morning.view());
        return "rehearsal/page";
    }

    @GetMapping(path = "/rehearsal/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return live.open();
    }

    @GetMapping("/rehearsal/pictures/{fileId}")
    ResponseEntity<byte[]> picture(@PathVariable String fileId) {
        ResponseEntity.BodyBuilder found = ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        return telegram.desk().photos.find(fileId).map(found::body).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    private Map<Phone, Screen> screens() {
        Map<Phone, Screen> screens = new LinkedHashMap<>();
        phones.all().forEach(phone -> screens.put(phone, Screen.of(phone, phones.chat(phone))));
        return screens;
    }
}
