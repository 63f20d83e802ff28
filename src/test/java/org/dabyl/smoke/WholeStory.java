package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story in which everything happens that the program can do, by people whose ids, names and words are known: for what has to be true
 * of all of it. Where time cannot be moved, what waits for days is left out.
 */
final class WholeStory {

    static final String WEEKLY_DAY = "Sat";

    private final Telegram telegram;
    private final Phone owner;
    private final boolean timePasses;
    private final Map<String, Phone> people = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Square> squares = new ArrayList<>();
    private long nextId;

    /** People have ids from {@code firstId} on. */
    WholeStory(Telegram telegram, Phone owner, long firstId, boolean timePasses) {
        this.telegram = telegram;
        this.owner = owner;
        this.nextId = firstId;
        this.timePasses = timePasses;
    }

    /** Everyone in it, by what they do. */
    Map<String, Phone> people() {
        return people;
    }

    /** All that was written, named or shown in it and must not be found anywhere. */
    List<String> words() {
        return words;
    }

    /** All of it, with nothing open at the end. */
    void happens() {
        everyoneRegisters();
        pass(Duration.ofDays(8));
        residentsReport();
        anAlertRuns();
        itEnds();
        anOrganiserIsCutOff();
        aReportIsFalse();
        aDrillIsHeld();
        aWatchIsKept();
        residentsReportTheSame();
        everythingIsLocked();
    }

    /** What remained of it is still there and works, in a program that started anew. */
    void goesOn() {
        Phone coming = the("coming").writes("/status").waitFor("You are registered");
        Phone organiser = the("organiser");
        organiser.writes("/alert zerdeli " + word("againwordsqarga")).waitFor("Sending takes");
        organiser.presses("Send").waitFor("Called: own district");
        squares.getFirst().shows("againwordsqarga");
        coming.waitFor("againwordsqarga").presses("10 min").waitFor("coming in 10 min");
        organiser.writes("/standdown").waitFor("over");
        coming.waitFor("Over");
    }

    private void everyoneRegisters() {
        for (String who : List.of("coming", "silent", "lawyer", "leaver", "forgetter", "blocker", "watcher")) {
            supporter(who, "zerdeli");
        }
        supporter("neighbour", "dariya");
        for (String who : List.of("resident1", "resident2", "resident3")) {
            supporter(who, "bakay");
        }
        organiser("organiser", "zerdeli");
        organiser("second", "zerdeli");
        organiser("far", "bakay");
        organiser("agent", "bakay");
        person("guest", "en");
        the("lawyer").writes("/status").waitFor("You are registered").presses("Legal help");
        the("lawyer").waitFor("You can help with");
        the("silent").writes("/quiet 22-7").waitFor("Quiet hours");
        the("leaver").writes("/mute 8h").next();
        the("leaver").writes("/mute off").next();
        the("neighbour").isAt(43.2517, 76.8901).next();
        words.addAll(List.of("43.2517", "76.8901"));
        the("neighbour").writes(word("Qasqyrmarker search")).next();
        namesAsTelegramTellsThem(the("coming"));
        movesToAnotherBot(supporter("mover", "zerdeli"));
    }

    /** Full names, a user name and a phone number come with updates, whether one wants them or not. */
    private void namesAsTelegramTellsThem(Phone person) {
        telegram.inject("""
                {"message":{"message_id":91919,"date":1,"chat":{"id":%1$d,"type":"private","first_name":"%2$s","last_name":"%3$s",
                "username":"%4$s"},"from":{"id":%1$d,"is_bot":false,"first_name":"%2$s","last_name":"%3$s","username":"%4$s",
                "language_code":"en"},"contact":{"phone_number":"%5$s","first_name":"%2$s","user_id":%1$d}}}""".formatted(
                person.id(), word("Zhuldyzqyz"), word("Omirserikova"), word("zhuldyz_omir_77"), word("+77015553827")));
        person.next();
    }

    private void movesToAnotherBot(Phone mover) {
        if (timePasses) {
            mover.at(Fleet.TWO).writes("/start").next();
            people.put("mover", mover.at(Fleet.TWO));
        }
    }

    private void residentsReport() {
        Phone reporter = the("coming");
        reporter.writes("/report bulldozers " + word("reportwordsqaraqus")).waitFor("Your report counts");
        reporter.shows(word("captionwordsqarlygash")).waitFor("Added");
        reporter.isAt(43.2871, 76.8123).waitFor("Added");
        words.addAll(List.of("43.2871", "76.8123"));
        Phone organiser = the("organiser");
        organiser.waitFor("captionwordsqarlygash").presses("Ask back").waitFor("Write your question");
        organiser.writes(word("questionwordstyrna")).waitFor("The question went to: 1");
        reporter.waitFor("questionwordstyrna").writes(word("answerwordskogershin"));
        organiser.waitFor("answerwordskogershin");
        reporter.waitFor("went to the organisers");
        Square channel = Square.channel(telegram, word("Titleofchannelsayga"), organiser);
        organiser.waitFor("which district").presses("Zerdeli").waitFor("now gets");
        organiser.presses("English").waitFor("now gets the alerts");
        squares.add(channel);
    }

    private void anAlertRuns() {
        Phone organiser = the("organiser");
        organiser.writes("/alert zerdeli " + word("Alertwordsalmaqyran")).waitFor("Sending takes");
        organiser.presses("Send").waitFor("Called: own district");
        Seen card = squares.getFirst().shows("Alertwordsalmaqyran");
        assertThat(squares.getFirst().presses(the("guest"), card, "10 min")).contains("coming");
        Phone coming = the("coming");
        coming.waitFor("Alertwordsalmaqyran").presses("10 min").waitFor("coming in 10 min");
        coming.writes(word("remarkwordsbulbul") + " +7 701 555 94 36").waitFor("Passed on");
        words.add("701 555 94 36");
        the("lawyer").waitFor("Alertwordsalmaqyran").writes("/yes 20").waitFor("20 min");
        the("silent").waitFor("Alertwordsalmaqyran").writes("/here").waitFor("I’m here");
        the("watcher").waitFor("Alertwordsalmaqyran").writes("/no").waitFor("can’t come");
        the("forgetter").waitFor("Alertwordsalmaqyran").writes(word("forgottenwordssunqar"));
        the("forgetter").waitFor("Passed on");
        if (timePasses) {
            the("mover").waitFor("Alertwordsalmaqyran").presses("30 min").waitFor("coming in 30 min");
        }
        organiser.writes("/update " + word("updatewordsqozy")).waitFor("News on its way");
        coming.waitFor("updatewordsqozy");
        organiser.writes("/muster " + word("musterwordslaq")).waitFor("muster point");
        organiser.writes("/rendezvous " + word("rendezvouswordsbota")).waitFor("only to them");
        coming.waitFor("rendezvouswordsbota");
        organiser.writes("/others 3").waitFor("3");
        organiser.writes("/board");
        while (organiser.last().labels().stream().noneMatch(label -> label.contains("Remarks"))) {
            organiser.next();
        }
        organiser.presses("Remarks").waitFor("remarkwordsbulbul");
        organiser.writes("/handover").waitFor("Who shall lead").presses("Zerdeli");
        organiser.waitFor("Asked.");
        the("second").waitFor("asks you").presses("I take");
        pass(Duration.ofMinutes(4));
        the("neighbour").waitFor("your neighbours call for help").presses("10 min");
        the("neighbour").waitFor("coming in 10 min");
        pass(Duration.ofMinutes(6));
        the("blocker").waitFor("Alertwordsalmaqyran");
        pass(Duration.ofMinutes(15));
        if (timePasses) {
            coming.waitFor("You should be there by now");
        }
        the("leaver").waitFor("Alertwordsalmaqyran").presses("10 min").waitFor("coming in 10 min");
    }

    private void itEnds() {
        Phone organiser = the("organiser");
        the("leaver").writes("/leave").waitFor("is erased");
        the("forgetter").writes("/forget").waitFor("except this one");
        the("blocker").blocks();
        organiser.writes("/standdown " + word("reasonwordstulpar")).waitFor("over");
        the("coming").waitFor("reasonwordstulpar");
        pass(Duration.ofMinutes(61));
        the("coming").waitFor("Are you home safe?").presses("Home safe").waitFor("home safe. Thank you");
        the("silent").waitFor("Are you home safe?");
        pass(Duration.ofMinutes(31));
        the("silent").waitFor("Are you home safe?");
        pass(Duration.ofMinutes(31));
        the("lawyer").waitFor("Not home yet?").presses("№");
    }

    private void anOrganiserIsCutOff() {
        Phone agent = the("agent");
        Phone far = the("far");
        String number = numberOf(agent, far);
        for (Phone by : List.of(far, owner)) {
            by.writes("/suspend").waitFor("Two of you together").presses("✋ " + number + " ");
            by.waitFor("Suspend organiser " + number).presses("Yes, suspend").waitFor("rganiser " + number);
        }
        agent.writes("/alert bakay " + word("trapwordszhylan")).waitFor("Sending takes");
        agent.presses("Send").waitFor("Sent:");
        agent.writes("/update " + word("trapnewswordskene")).waitFor("News on its way");
        agent.writes("/panic lock").waitFor("Locked");
        for (Phone by : List.of(far, owner)) {
            by.writes("/suspend").waitFor("Two of you together").presses("↩️ " + number + " ");
            by.waitFor("Reinstate organiser " + number)
                    .presses("Yes, reinstate")
                    .waitFor("rganiser " + number);
        }
        agent.writes("/leave").waitFor("Step down").presses("Yes, step down").waitFor("no longer an organiser");
        far.writes("/organisers").waitFor("How many organisers");
    }

    /** Each sees the numbers of all but their own. */
    private static String numberOf(Phone of, Phone other) {
        List<String> others = numbers(of);
        return numbers(other).stream()
                .filter(number -> !others.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbers(Phone reader) {
        reader.writes("/suspend").waitFor("Two of you together");
        return reader.last().labels().stream()
                .map(label -> label.replaceAll("\\D+", ""))
                .toList();
    }

    private void aReportIsFalse() {
        the("watcher").writes("/report police " + word("falsewordsshybyn")).waitFor("Your report counts");
        the("organiser").waitFor("falsewordsshybyn").presses("False alarm").waitFor("Is it really false?");
        the("organiser").presses("Yes, false").waitFor("Done");
        the("watcher").waitFor("says that it is a false alarm");
    }

    private void aDrillIsHeld() {
        Phone organiser = the("organiser");
        organiser.writes("/drill zerdeli " + word("drillwordsarystan")).waitFor("drillwordsarystan");
        organiser.presses("Send").waitFor("Sent:");
        the("coming").waitFor("drillwordsarystan").presses("10").waitFor("DRILL");
        pass(Duration.ofMinutes(2));
        pass(Duration.ofMinutes(14));
        if (timePasses) {
            pass(Duration.ofMinutes(5));
            the("coming").waitFor("The drill is over");
        } else {
            organiser.writes("/standdown").waitFor("over");
        }
        organiser.writes("/drill zerdeli weekly " + WEEKLY_DAY + " 11:00").next();
        organiser.writes("/drill zerdeli off").next();
    }

    private void aWatchIsKept() {
        Phone watcher = the("watcher");
        watcher.writes("/watch Sat 22-6").waitFor("Sat 22:00–06:00");
        if (timePasses) {
            telegram.passTo(DayOfWeek.SATURDAY, LocalTime.of(21, 0));
            watcher.waitFor("begins soon");
            telegram.passTo(DayOfWeek.SATURDAY, LocalTime.of(22, 0));
            watcher.waitFor("has begun");
            pass(Duration.ofMinutes(11));
            the("organiser").waitFor("has not reported in");
        }
    }

    private void residentsReportTheSame() {
        for (String who : List.of("resident1", "resident2", "resident3")) {
            the(who).writes("/report bulldozers " + word("quorumwords" + who)).waitFor("Your report counts");
        }
        Phone far = the("far").waitFor("quorumwordsresident3");
        if (timePasses) {
            pass(Duration.ofMinutes(2));
            far.waitFor("Confirm it or call it off").presses("Confirm");
            the("resident1").waitFor("An organiser has confirmed");
        } else {
            far.presses("Raise the alert")
                    .waitFor("Sending takes")
                    .presses("Send")
                    .waitFor("Sent: under 5");
        }
        far.writes("/standdown").waitFor("over");
        the("resident2").waitFor("Over");
    }

    private void everythingIsLocked() {
        owner.writes("/panic word " + word("panicwordsbayqus")).waitFor("The word is set");
        the("organiser").writes("/panic lock").waitFor("Locked");
        the("resident1").writes("/status").waitFor("Paused");
        owner.writes("/panic unlock").waitFor("Unlocked");
    }

    Phone the(String who) {
        return people.computeIfAbsent(who, missing -> {
            throw new AssertionError("nobody is " + missing);
        });
    }

    private Phone supporter(String who, String code) {
        Phone phone = person(who, "en").writes("/start d_" + code);
        phone.waitFor("you are registered");
        return phone;
    }

    private Phone organiser(String who, String code) {
        owner.writes("/invite " + code).waitFor("?start=o_");
        String link = owner.last().link();
        Phone phone = person(who, "en");
        phone.atBotOf(link).opens(link).next();
        // of several bots the link names one; all others talk to the first
        phone.writes("/help").waitFor("/standdown");
        return phone;
    }

    private Phone person(String who, String language) {
        long id = nextId;
        nextId += 1_000_003;
        telegram.post(
                "/persons", Map.of("id", id, "language_code", language, "first_name", word("Firstname" + who + "qq")));
        Phone phone = new Phone(telegram, id);
        people.put(who, phone);
        return phone;
    }

    private String word(String word) {
        words.add(word);
        return word;
    }

    private void pass(Duration time) {
        if (timePasses) {
            telegram.pass(time);
        }
    }
}
