package org.dabyl.rehearsal;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is done on the phones of the page. Each deed answers with nothing but the sign to draw that phone anew. */
@OnlyInRehearsal
@RestController
@RequestMapping("/rehearsal/phones")
class PhoneController {
    private final Phones phones;
    private final People people;
    private final SimulatedTelegram telegram;

    PhoneController(Phones phones, SimulatedTelegram telegram) {
        this.phones = phones;
        this.people = telegram.people();
        this.telegram = telegram;
    }

    @PostMapping
    ResponseEntity<Void> add(@RequestParam(defaultValue = "kk") String language) {
        phones.add(Words.in(language).language());
        return ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }

    @PostMapping("/{id}/texts")
    ResponseEntity<Void> write(@PathVariable long id, @RequestParam String text) {
        Phone phone = phones.get(id);
        if (!text.isBlank()) {
            people.write(phones.bot(phone), phone.person, text.strip());
        }
        return done(id);
    }

    @PostMapping("/{id}/presses/{message}")
    ResponseEntity<Void> press(@PathVariable long id, @PathVariable int message, @RequestParam String data) {
        press(phones.get(id), message, data);
        return done(id);
    }

    /** Presses the first button of the newest message that has one, as the guide offers. */
    @PostMapping("/{id}/answer")
    ResponseEntity<Void> answer(@PathVariable long id) {
        Phone phone = phones.get(id);
        for (Screen.Bubble bubble :
                Screen.of(phone, phones.chat(phone)).bubbles().reversed()) {
            if (!bubble.firstData().isEmpty()) {
                press(phone, bubble.id(), bubble.firstData());
                break;
            }
        }
        return done(id);
    }

    @PostMapping("/{id}/links")
    ResponseEntity<Void> open(@PathVariable long id, @RequestParam String url) {
        Phone phone = phones.get(id);
        DeepLink link = DeepLink.parse(url).orElseThrow(() -> new NoSuchElementException("Not a link to a bot"));
        Account bot = telegram.bot(link.username());
        phone.open(bot.username);
        people.write(bot, phone.person, link.text());
        return done(id);
    }

    @PostMapping("/{id}/places")
    ResponseEntity<Void> share(@PathVariable long id, @RequestParam double latitude, @RequestParam double longitude) {
        Phone phone = phones.get(id);
        people.share(phones.bot(phone), phone.person, latitude, longitude);
        return done(id);
    }

    @PostMapping("/{id}/photos")
    ResponseEntity<Void> show(@PathVariable long id, @RequestParam MultipartFile photo) throws IOException {
        Phone phone = phones.get(id);
        people.show(phones.bot(phone), phone.person, photo.getBytes(), "");
        return done(id);
    }

    @PostMapping("/{id}/block")
    ResponseEntity<Void> block(@PathVariable long id, @RequestParam boolean blocked) {
        Phone phone = phones.get(id);
        people.block(phones.bot(phone), phone.person, blocked);
        return done(id);
    }

    @PostMapping("/{id}/language")
    ResponseEntity<Void> speak(@PathVariable long id, @RequestParam String language) {
        phones.get(id).person.speak(Words.in(language).language());
        return done(id);
    }

    /** A tap that comes too late, on a button that is gone or in a chat that is blocked, does nothing. */
    @ExceptionHandler({NoSuchElementException.class, IllegalStateException.class, Refusal.class})
    ResponseEntity<Void> tooLate() {
        return ResponseEntity.noContent().build();
    }

    private void press(Phone phone, int message, String data) {
        Account bot = phones.bot(phone);
        people.press(bot, people.chat(bot, phone.person), phone.person, message, data);
    }

    private static ResponseEntity<Void> done(long id) {
        return ResponseEntity.noContent().header("HX-Trigger", "phone-" + id).build();
    }
}
