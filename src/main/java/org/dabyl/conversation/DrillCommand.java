package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.drill.DrillPlans;
import org.dabyl.drill.DrillPlans.Planned;
import org.dabyl.drill.Rhythm;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /drill}: one now, after a preview; or by itself, each week or month. */
@Component
final class DrillCommand implements Command, Pressable {

    private static final Pattern RHYTHM =
            Pattern.compile("(weekly|monthly)\\s+(\\p{L}+)\\s+(\\d{1,2})[:.](\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final List<String> USUAL = List.of("m61100", "w61100", "m71100", "w31900");

    private final Drafts drafts;
    private final Previews previews;
    private final DrillPlans plans;
    private final Organisers organisers;
    private final Districts districts;
    private final DistrictButtons buttons;
    private final Alerts alerts;
    private final Weekdays weekdays;
    private final Noting noting;

    DrillCommand(
            Drafts drafts,
            Previews previews,
            DrillPlans plans,
            Organisers organisers,
            Districts districts,
            DistrictButtons buttons,
            Alerts alerts,
            Texts texts,
            Noting noting) {
        this.drafts = drafts;
        this.previews = previews;
        this.plans = plans;
        this.organisers = organisers;
        this.districts = districts;
        this.buttons = buttons;
        this.alerts = alerts;
        this.weekdays = new Weekdays(texts);
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Set.of("drill");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("drill", "drillpage", "drillnow", "drillset");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        String[] words = rest.split("\\s+", 2);
        Optional<District> district = callable(chat, words[0]);
        if (district.isEmpty()) {
            choose(chat, 0);
        } else if (words.length == 1) {
            menu(chat, district.get());
        } else {
            say(chat, district.get(), words[1]);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("drillpage")) {
            boolean page = subject.matches("\\d{1,4}");
            if (page) {
                choose(chat, Integer.parseInt(subject));
            }
            return page;
        }
        String[] parts = subject.split(":", 2);
        Optional<District> district = callable(chat, parts[0]);
        district.ifPresent(known -> {
            switch (verb) {
                case "drillnow" -> preview(chat, known, "");
                case "drillset" -> set(chat, known, parts.length > 1 ? parts[1] : "");
                default -> menu(chat, known);
            }
        });
        return district.isPresent();
    }

    private void say(Chat chat, District district, String words) {
        Matcher rhythm = RHYTHM.matcher(words);
        if (words.equalsIgnoreCase("off")) {
            set(chat, district, "off");
        } else if (rhythm.matches()) {
            String form = weekdays.read(rhythm.group(2))
                    .map(day -> rhythm.group(1).substring(0, 1).toLowerCase(Locale.ROOT)
                            + day.getValue()
                            + "0".repeat(2 - rhythm.group(3).length())
                            + rhythm.group(3)
                            + rhythm.group(4))
                    .orElse("");
            set(chat, district, form);
        } else if (words.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, words.length(), Alerts.LONGEST_TEXT);
        } else {
            preview(chat, district, words);
        }
    }

    private void preview(Chat chat, District district, String text) {
        if (alerts.open().stream().anyMatch(alert -> !alert.plan().drill())) {
            chat.say(Phrase.DRILL_CALLED_OFF);
            return;
        }
        chat.show(previews.render(
                chat,
                drafts.write(
                        chat.person().chat(), district.code(), Plan.call(text).asDrill())));
    }

    private void set(Chat chat, District district, String form) {
        if (form.equals("off")) {
            noting.note(chat, Act.DRILLS_CANCELLED, district.code(), "");
            plans.cancel(district.code());
        } else if (plans.allowed(district.code())) {
            Rhythm.parse(form).ifPresent(rhythm -> {
                noting.note(chat, Act.DRILLS_PLANNED, district.code(), words(chat, rhythm));
                plans.set(district.code(), rhythm);
            });
        }
        menu(chat, district);
    }

    private void menu(Chat chat, District district) {
        Optional<Planned> planned = plans.of(district.code());
        String code = district.code().value();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(chat.button(Phrase.DRILL_NOW, "drillnow:" + code)));
        boolean allowed = plans.allowed(district.code());
        if (allowed) {
            USUAL.forEach(form -> Rhythm.parse(form)
                    .ifPresent(rhythm -> rows.add(
                            List.of(Button.press(words(chat, rhythm), "drillset:" + code + ":" + rhythm.form())))));
        }
        planned.ifPresent(known -> rows.add(List.of(chat.button(Phrase.DRILL_OFF, "drillset:" + code + ":off"))));
        String when = planned.map(known -> chat.text(
                        Phrase.DRILL_PLANNED,
                        words(chat, known.rhythm()),
                        Profile.time(known.next(), districts.zoneOf(district.code()))))
                .orElse(chat.text(Phrase.DRILL_UNPLANNED));
        chat.show(Message.titled(
                chat.text(Phrase.DRILL, district.name(chat.language().tag())),
                allowed ? when + "\n\n" + chat.text(Phrase.DRILL_HOW, code) : chat.text(Phrase.DRILL_EACH),
                Keyboard.inline(rows)));
    }

    private String words(Chat chat, Rhythm rhythm) {
        return chat.text(
                rhythm.weekly() ? Phrase.DRILL_WEEKLY : Phrase.DRILL_MONTHLY,
                weekdays.name(rhythm.day(), chat.language()),
                rhythm.time());
    }

    private void choose(Chat chat, int page) {
        List<District> own = buttons.ordered().stream()
                .filter(district -> organisers.mayCall(chat.organiser().orElseThrow(), district.code()))
                .toList();
        chat.ask(
                Phrase.DRILL_CHOOSE,
                buttons.page(
                        own,
                        page,
                        district -> Button.press(
                                district.name(chat.language().tag()),
                                "drill:" + district.code().value()),
                        next -> chat.button(Phrase.MORE_PAGES, "drillpage:" + next)));
    }

    private Optional<District> callable(Chat chat, String code) {
        return DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(district -> organisers.mayCall(chat.organiser().orElseThrow(), district.code()));
    }
}
