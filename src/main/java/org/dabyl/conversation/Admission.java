package org.dabyl.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dabyl.conversation.Quota.All;
import org.dabyl.delivery.Address;
import org.dabyl.organiser.Organiser;
import org.dabyl.supporter.Supporter;
import org.springframework.stereotype.Component;

/**
 * Who is heard, and answered, in which turn. Strangers, and those who have only just registered, share among all of them what the
 * bot says to them, and come after everybody else: a flood of new accounts then costs organisers and residents nothing.
 */
@Component
final class Admission {

    /** How long somebody is new, in days; whoever wants to pass for a resident has to come long before. */
    private static final int NEW = 2;

    /** While others wait nobody says more at once than this part of what their quota allows: 10 things. */
    private static final int PATIENT = 4;

    /** While more comes than can be dealt with: 5 things, for to answer, to think again, to add a word and to look are four. */
    private static final int PRESSED = 8;

    /** After which it is one thing more, in refills of the quota: 5 s. */
    private static final int REFILLS = 5;

    /** What becomes of something that was said. */
    enum Verdict {
        ANSWERED,
        /** After all other answers. */
        ANSWERED_LAST,
        /** Counts, but without a word. */
        COUNTED,
        REFUSED
    }

    private final Quota quota;
    private final Deafness deafness = new Deafness(System::nanoTime);
    private final Haste haste;
    private final int atOnce;
    private final Clock clock;

    Admission(Quota quota, QuotaSettings settings, Clock clock) {
        this.quota = quota;
        this.haste = new Haste(settings.refill().multipliedBy(REFILLS), System::nanoTime);
        this.atOnce = settings.supporter();
        this.clock = clock;
    }

    /** {@code matters} is what counts beyond the quota, {@code registers} what has a limit of its own. */
    Verdict of(
            Address person,
            Optional<Supporter> supporter,
            Optional<Organiser> organiser,
            boolean matters,
            boolean registers) {
        boolean known = supporter.isPresent() || organiser.isPresent();
        boolean allowed = quota.allows(person, supporter.isPresent(), organiser.isPresent());
        if (allowed && organiser.isPresent()) {
            return Verdict.ANSWERED;
        }
        boolean fresh = supporter.map(this::fresh).orElse(true);
        if (allowed && (!fresh || (matters && known) || (registers && !known) || share(person, known))) {
            return fresh && !(matters && known) ? Verdict.ANSWERED_LAST : Verdict.ANSWERED;
        }
        if (organiser.isEmpty()) {
            deafness.refused(person, !known);
        }
        return matters && known ? Verdict.COUNTED : Verdict.REFUSED;
    }

    /** Whether a guest's press in a channel or group is taken. */
    boolean guest(Address person) {
        boolean allowed = quota.allows(person, false, false) && quota.allows(All.GUESTS, person.bot());
        if (!allowed) {
            deafness.refused(person, true);
        }
        return allowed;
    }

    /** A stranger was not heard at all, for there were too many. */
    void passedOver(Address stranger) {
        deafness.refused(stranger, true);
    }

    /** Whether somebody goes on faster than people do, or, without patience, than they need to; counts it. */
    boolean hasty(Address person, long order, boolean patience) {
        return haste.tooMuch(person, order, Math.max(1, atOnce / (patience ? PATIENT : PRESSED)));
    }

    /** Who is too fast was not heard, for others wait; whether that is new for them. */
    boolean heldOff(Address person) {
        return deafness.refused(person, true) == 1;
    }

    boolean deafToSome() {
        return deafness.any();
    }

    boolean deaf(Address person, boolean matters) {
        return deafness.to(person, matters);
    }

    private boolean share(Address person, boolean registered) {
        return quota.allows(registered ? All.NEWCOMERS : All.STRANGERS, person.bot());
    }

    Rank rank(Supporter supporter) {
        return fresh(supporter) ? Rank.NEWCOMER : Rank.RESIDENT;
    }

    private boolean fresh(Supporter supporter) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return supporter.since().isAfter(today.minusDays(NEW));
    }
}
