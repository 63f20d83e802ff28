package org.dabyl.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every kind of data that is kept, and its life: whoever writes a key takes its time from here, README's table is this one, and what
 * Redis holds is tested against it.
 *
 * <p>Keys are written without the slot in front of them, {@code {<bot>}:} or {@code {dabyl}:}; a word in angle brackets stands for
 * anything without a colon.
 */
public enum Life {
    SUPPORTERS(
            "supporters",
            "sealed chat → language, districts, minutes, what they bring, days of registration, the month in which they were last"
                    + " heard, the day on which they were asked whether to keep them",
            "until they leave, block the bot, or were not heard for a year and did not ask to be kept"),
    DISTRICT("district:<code>", "sealed chats", "as long as they are registered"),
    SKILL("skill:<what>", "sealed chats of those who bring it", "as long as they are registered"),
    MUTED("muted", "sealed chat → until when", "until then, or they leave"),
    QUIET("quiet", "sealed chat → hours of the day", "until they leave"),
    UNUSED("unused:<day>", "sealed chats that are asked whether to keep them", minutes(10), "{}, while they are asked"),
    WATCHES("watches", "shift → sealed chat; district, day and hours, sealed", "until it is given up, or they leave"),
    WATCHER("watcher:<dispatch>", "one sealed chat that is being written to", minutes(1), "a moment, at most {}"),
    WATCHED("watched:<shift>:<time>", "that somebody reported in; names nobody", hours(24), "{}"),
    QUESTION("question:<sealed chat>", "what a person was asked to write", minutes(15), "at most {}"),
    REPORT(
            "report:<id>",
            "district, kind, times, state of an event that residents report",
            hours(48),
            "{} after the last report"),
    SEEN_THERE(
            "report:<id>:seen",
            "sealed chat → number, bot, time; their words, place and photo's id, sealed",
            hours(48),
            "{} after the last report"),
    EVENT_CARDS(
            "report:<id>:cards",
            "sealed chat of an organiser → sealed message id",
            hours(48),
            "{} after the last change"),
    TIDINGS("report:<id>:tell", "sealed chats of reporters who are being told", minutes(1), "{}"),
    TRACK_RECORDS(
            "report-records",
            "sealed chat → how many reports were right or false, until when they cannot report",
            "until they leave"),
    REPORTING("reporting:<digest of the sealed chat>", "how much a person reported lately", hours(1), "{}"),
    REPORT_DRAFT("report-draft:<id>", "the event that a draft was made from", hours(1), "{}"),
    REPORTS("reports", "events by their last report; names nobody", "48 h after it"),
    REPORTS_NEWEST("reports-newest", "district and kind → newest event; names nobody", "for ever"),
    KNOWN(
            "known",
            "sealed chats that started this bot and are at home at another",
            "until they come back, leave or block this bot"),
    PARCELS(
            "parcels",
            "sealed chat → what the bot had of a person who moves: as in `supporters` and `muted`, dispatches, alerts",
            "until it has arrived, or they leave"),
    ARRIVING("arriving", "sealed chat → that they are expected", hours(48), "while they move, at most {}"),
    OWED(
            keys("owed", "elsewhere"),
            "sealed chat → dispatches another bot is to send, or has",
            hours(48),
            "until handed over, at most {}"),
    CALLED_SETS("called-sets", "names of sets of those called; names nobody", days(30), "{}"),
    MOVES("moves", "sealed chat → from which bot to which", "while they move"),
    BOTS("bots", "bots that were ever set; names nobody", "for ever"),
    OUT_OF_SERVICE("out-of-service", "bot → since when; names nobody", "until it works"),
    OUTAGE_TOLD(
            "out-of-service:<bot>:told",
            "sealed chats of organisers who were told",
            days(30),
            "until it works, at most {}"),
    ORGANISERS("organisers", "sealed chat → role, districts, language, since when new", "until they step down"),
    ORGANISER_NUMBERS(
            "organiser-numbers",
            "sealed chat → the number that stands for an organiser",
            "until they step down; the number stays taken"),
    ACTS(
            "acts",
            "time, number of an organiser, act, district, alert, mark; details sealed",
            "30 days, at most the newest 5,000"),
    ACTS_ENDS("acts-ends", "where the log of acts begins and ends; names nobody", "for ever"),
    ACTS_ONCE("acts-once:<token>", "that an act is noted; names nobody", hours(24), "{}"),
    ACTS_READ("acts-read", "sealed chat of an organiser → up to where they were told", "until they step down"),
    INVITATION(
            "invitation:<hash of the secret>",
            "`owner` or a district, whether from the owner",
            hours(24),
            "until opened, at most {}"),
    PRESENCE(
            keys("heard", "asked", "missed"),
            "sealed chat of an organiser → when they were last heard, asked, missed",
            "until they leave"),
    TOLD("told:<what>", "sealed chats of organisers who were told something once", hours(48), "{} after the last"),
    JOINED("joined:<district>:<hour>", "how many registered for it in that hour; names nobody", days(8), "{}"),
    TOLD_NAMES("told", "what organisers were told; names nobody", "as long as that is kept"),
    SECOND("second:<draft>", "until when a second organiser can agree; sealed author", hours(2), "{}"),
    LOCKED("locked", "since when everything is locked; names nobody", "until unlocked"),
    AGREE("agree:<what>", "sealed chat of the organiser who asked to wipe or unlock", minutes(5), "{}"),
    PANIC_WORD("panic-word", "PBKDF2 of the owner's word, with its salt; names nobody", "until another is set"),
    WIPED("wiped", "a digest for each keyset that was wiped; names nobody", days(30), "{} after the last"),
    SUSPENDED("suspended", "sealed chat of a suspended organiser → since when", "until reinstated"),
    WISH("wish:<what>:<sealed chat>", "sealed chats of organisers who want one suspended, or back", minutes(30), "{}"),
    SHOWN(
            "shown:<sealed chat>",
            "what a suspended organiser is shown: counts of the moment; texts, alerts and what they did since, sealed",
            "until reinstated, 24 h where nobody was suspended"),
    INVITATIONS("invitations:<sealed chat>", "invitations that an organiser made and nobody opened", hours(24), "{}"),
    DRAFTS("drafts:<sealed chat>", "drafts that an organiser wrote and did not send", hours(1), "{} after the last"),
    DRAFT("draft:<id>", "sealed author, district, sealed plan", hours(1), "until sent, at most {}"),
    ALERT(
            "alert:<id>",
            "number, district, times, state, rings, how it ended; plan, reason and news sealed",
            hours(48),
            "{} after standing down",
            true),
    ALERTS("alerts", "ids of open alerts", "until stood down"),
    ALERTS_OVER("alerts-over", "alerts that still know their people, by their end", "24 h after it"),
    ALERTS_COUNTED(
            "alerts-counted",
            "alerts that know their people no more, by when they forgot them; names nobody",
            hours(48),
            "{} after the last"),
    ALERT_NUMBER("alert-number", "how many alerts there were", "for ever"),
    CALLED(
            keys("alert:<id>:called", "alert:<id>:late", "alert:<id>:before-<ring>"),
            "sealed chats that were called, also before a ring was",
            hours(24),
            "{} after standing down",
            true),
    REMARKS(
            keys("alert:<id>:remarks", "alert:<id>:remarks:by"),
            "time, number, sealed text; sealed chat → which are theirs",
            hours(48),
            "24 h after standing down, at most {} after the last"),
    NUMBERS(
            keys("alert:<id>:numbers", "alert:<id>:numbered"),
            "sealed chat → the number that stands for them, and back; how many numbers",
            hours(48),
            "24 h after standing down, at most {} after the last"),
    ASKED_AGAIN(
            keys("alert:<id>:reminded", "alert:<id>:standing-by", "alert:<id>:overdue", "alert:<id>:overdue-asked"),
            "sealed chats that were asked again",
            hours(48),
            "24 h after standing down, at most {} after the last"),
    ANSWERS(
            keys("alert:<id>:answers", "alert:<id>:answer:<which>"),
            "sealed chat → answer, what they bring, how soon they said; sealed chats by answer",
            hours(48),
            "24 h after standing down, at most {} after the last"),
    TALLY("alert:<id>:tally", "how many gave which answer; names nobody", hours(48), "{} after the last answer"),
    CURVE(
            "alert:<id>:curve",
            "minute → how many were on the way, how many there; names nobody",
            hours(48),
            "{} after the last sample"),
    EXPERIENCE("experience", "how many said that they come and how many came; names nobody", "for ever"),
    LEARNT("alert:<id>:learnt", "that the alert is in that", hours(48), "{}"),
    ASKED("alert:<id>:asked:<number>", "that this one was asked whether they are home", minutes(10), "{}"),
    NOTICES(
            "alert:<id>:told",
            "sealed chat of an organiser → which announcements they got",
            hours(48),
            "{} after the last"),
    LEAD("alert:<id>:lead", "sealed chat of the organiser who leads", hours(48), "{}"),
    OFFERED("alert:<id>:offered", "sealed chat of the organiser who is asked to lead", hours(1), "{}"),
    BOARDS(
            keys("alert:<id>:boards", "alert:<id>:boards:before"),
            "sealed chat of an organiser → sealed message id, or how often one may have been sent",
            hours(48),
            "{} after the last change"),
    POSTS(
            "alert:<id>:posts",
            "sealed channel or group → languages, sealed message id; sealed ids of what was posted below;"
                    + " how often something may have been",
            hours(48),
            "{} after standing down",
            true),
    DRILLS("drills", "district → when its drills come round", "until switched off"),
    DRILL("drill:<alert>", "how many had answered a drill after so many minutes", hours(48), "{}"),
    DISPATCH(
            keys(
                    "dispatch:<id>",
                    "dispatch:<id>:texts",
                    "dispatch:<id>:waiting:<class>",
                    "dispatch:<id>:withdrawn",
                    "dispatch:<id>:receipts"),
            "counters, sealed texts, sealed chats, sealed message ids",
            hours(48),
            "{}"),
    SENT(
            "sent:<sealed chat>",
            "sealed ids of the bot's messages in a chat, and of those that it answered",
            hours(48),
            "{} after the last, or they leave"),
    FORGETTING(
            keys("forgetting", "forgetting:<sealed chat>"),
            "sealed chat from which messages are being deleted; their sealed ids",
            hours(48),
            "until done, at most {}"),
    OUTBOX(
            keys("dispatches", "running:<priority>", "running:<priority>:single", "leases", "retries:<priority>"),
            "dispatches; of those under way and tried again the sealed chat",
            hours(48),
            "until sent, at most {}"),
    PACE(
            keys("pace", "pace:<kind>"),
            "when the next message may go; digests of messages under way",
            hours(25),
            "1 h after the last, or after a pause"),
    PAUSE("pause", "when the next message may go", hours(24), "until then, at most {}"),
    CHAT_PACE(
            "chat:<digest of the sealed chat>", "how much a chat was written to lately", minutes(10), "a few seconds"),
    QUOTA("quota:<digest of the sealed chat>", "how much a person said lately", hours(2), "some seconds, at most {}"),
    CHANNELS(
            "channels",
            "sealed channel or group → kind, sealed title, district, languages, sealed organiser who bound it",
            "until unbound, or the bot is removed"),
    CHANNEL_OFFER("channel-offer:<id>", "sealed channel or group, kind, sealed title", hours(24), "{}"),
    CHANNEL_LOST("channel-lost:<digest>", "that organisers were told", minutes(10), "{}"),
    INBOX("inbox", "what is read of updates of Telegram, sealed; no names", "until handled"),
    SEEN("seen", "update ids; names nobody", hours(24), "{} after the last"),
    OFFSET("offset", "an update id; names nobody", days(6), "{} after the last update"),
    RECEIVER("receiver", "which instance receives", hours(1), "the lease, 10 s"),
    MENUS("menus", "digests of what Telegram was told about menus; names nobody", "for ever"),
    DUE(keys("due", "due:leased", "due:tries"), "kinds and subjects of planned steps; names nobody", "until run"),
    KEYSET_PROOF("keyset-proof", "a sealed number that tells whether the keys fit", "that of the database"),
    HEALTH("health", "nothing: whether Redis takes what is written", minutes(1), "{}");

    private static final Pattern SLOT = Pattern.compile("^\\{[^}]+}:");

    private final String named;
    private final String content;
    private final Optional<Duration> longest;
    private final String words;
    private final boolean fromTheEnd;
    private final Pattern pattern;

    Life(String key, String content, String words) {
        this(List.of(key), content, Optional.empty(), words, false);
    }

    Life(List<String> keys, String content, String words) {
        this(keys, content, Optional.empty(), words, false);
    }

    Life(String key, String content, Duration longest, String words) {
        this(List.of(key), content, Optional.of(longest), words, false);
    }

    Life(List<String> keys, String content, Duration longest, String words) {
        this(keys, content, Optional.of(longest), words, false);
    }

    Life(String key, String content, Duration longest, String words, boolean fromTheEnd) {
        this(List.of(key), content, Optional.of(longest), words, fromTheEnd);
    }

    Life(List<String> keys, String content, Duration longest, String words, boolean fromTheEnd) {
        this(keys, content, Optional.of(longest), words, fromTheEnd);
    }

    Life(List<String> keys, String content, Optional<Duration> longest, String words, boolean fromTheEnd) {
        this.named = keys.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
        this.content = content;
        this.longest = longest;
        this.words = words.replace("{}", longest.map(Life::say).orElse(""));
        this.fromTheEnd = fromTheEnd;
        this.pattern = Pattern.compile(keys.stream().map(Life::pattern).collect(Collectors.joining("|")));
    }

    /** Every kind that a key in Redis could be: one, for a key that is in the table. */
    public static List<Life> of(String key) {
        String bare = SLOT.matcher(key).replaceFirst("");
        return Arrays.stream(values())
                .filter(life -> life.pattern.matcher(bare).matches())
                .toList();
    }

    /** How long a key of this kind lives in Redis at most; empty where it stays, and what is in it goes by itself. */
    public Optional<Duration> longest() {
        return longest;
    }

    /**
     * How long a key of this kind lives in Redis at most.
     *
     * @throws java.util.NoSuchElementException where it stays
     */
    public Duration time() {
        return longest.orElseThrow();
    }

    /** Whether it counts from the end of the alert that the key names; until then the key stays. */
    public boolean fromTheEnd() {
        return fromTheEnd;
    }

    /** The row of README's table. */
    public String row() {
        return "| %s | %s | %s |".formatted(named, content, words);
    }

    private static String pattern(String key) {
        return Arrays.stream(key.split("<[^>]+>", -1)).map(Pattern::quote).collect(Collectors.joining("[^:]+"));
    }

    private static String say(Duration time) {
        return time.toDays() > 2
                ? time.toDays() + " days"
                : time.toMinutesPart() == 0 && time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    private static List<String> keys(String... keys) {
        return List.of(keys);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
